import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { ImportError } from './profile.ts'
import { readFailure } from './read-failure.ts'

export interface UnpackLimits {
  /** Bytes that may come out in all. */
  readonly bytes: number
  /** So many bytes may come out of one byte that went in: German XML packs to a tenth, a bomb to a thousandth. */
  readonly ratio: number
  /** Bytes from which on the ratio counts: short files are often very even. */
  readonly evenBytes: number
}

export const unpackLimits: UnpackLimits = { bytes: 2 * 1024 ** 3, ratio: 100, evenBytes: 128 * 1024 }

/**
 * Passes bytes on as they come, unpacked where they are gzip (RFC 1952), and no faster than they are taken. Throws
 * ImportError where they cannot be read, are cut off, or unpack to more than the limits.
 */
export async function* unpack(
  chunks: AsyncIterable<Uint8Array>,
  limits: UnpackLimits = unpackLimits,
): AsyncGenerator<Uint8Array, void> {
  const source = chunks[Symbol.asyncIterator]()
  try {
    const head = await readHead(source)
    const packed = head[0] === 0x1f && head[1] === 0x8b
    const whole = withHead(head, source)
    let bytes = 0
    for await (const piece of packed ? gunzip(whole, limits) : whole) {
      bytes += piece.length
      if (bytes > limits.bytes)
        throw new ImportError(
          `The file is larger than ${limits.bytes} bytes${packed ? ' when unpacked' : ''}: have it delivered in several files.`,
        )
      yield piece
    }
  } catch (cause) {
    throw readFailure(cause)
  } finally {
    await source.return?.()
  }
}

/** The first two bytes at least, if there are so many. */
async function readHead(source: AsyncIterator<Uint8Array>): Promise<Buffer> {
  let head = Buffer.alloc(0)
  while (head.length < 2) {
    const next = await source.next()
    if (next.done) return head
    head = Buffer.concat([head, next.value])
  }
  return head
}

async function* withHead(head: Buffer, source: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  if (head.length > 0) yield head
  for (let next = await source.next(); !next.done; next = await source.next()) yield next.value
}

async function* gunzip(chunks: AsyncIterable<Uint8Array>, limits: UnpackLimits): AsyncGenerator<Uint8Array> {
  const machine = createGunzip()
  const input = Readable.from(chunks, { objectMode: true, highWaterMark: 1 })
  input.once('error', (error) => machine.destroy(error))
  input.pipe(machine)
  let bytes = 0
  try {
    for await (const piece of machine as AsyncIterable<Buffer>) {
      bytes += piece.length
      if (bytes > limits.evenBytes && bytes > limits.ratio * machine.bytesWritten)
        throw new ImportError(
          `The packed file unpacks to more than ${limits.ratio} times its size, as only a hostile one does: unpack it yourself if it is sound.`,
        )
      yield piece
    }
  } finally {
    input.destroy()
    machine.destroy()
  }
}
