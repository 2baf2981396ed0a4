import { unpack } from '@amtsweg/backend/import/index.ts'
import { xmlRecords } from '@amtsweg/backend/import/xml.ts'

/** Invented XML that wants to harm, made while it is read, so that making it costs the reader nothing. */
export interface HostileXml {
  readonly name: string
  readonly chunks: () => AsyncIterable<Uint8Array>
  /** What the refusal says; without it the XML is odd, but sound, and is read. */
  readonly refusal?: RegExp
  /** Bytes that may be taken, unpacked, before it is refused. */
  readonly bytes: number
}

/** Bytes of one piece of a file. */
export const pieceSize = 64 * 1024

/** What a file is put together of. */
export type Part = string | Uint8Array | Repeated
interface Repeated {
  readonly text: string | ((index: number) => string)
  readonly times: number
}
export const times = (count: number, text: Repeated['text']): Repeated => ({ text, times: count })

export async function* bytesOf(parts: readonly Part[]): AsyncGenerator<Uint8Array> {
  for (const part of parts)
    if (typeof part === 'string') yield Buffer.from(part)
    else if (part instanceof Uint8Array) yield part
    else yield* repeated(part)
}

function* repeated({ text, times: count }: Repeated): Generator<Uint8Array> {
  let piece = ''
  const make = typeof text === 'string' ? () => text : text
  for (let index = 0; index < count; index += 1) {
    piece += make(index)
    if (piece.length >= pieceSize) {
      yield Buffer.from(piece)
      piece = ''
    }
  }
  if (piece) yield Buffer.from(piece)
}

/** A file made of parts; without words of refusal it is sound. */
export const file = (
  name: string,
  bytes: number,
  refusal: RegExp | undefined,
  ...parts: readonly Part[]
): HostileXml => ({
  name,
  bytes,
  ...(refusal ? { refusal } : {}),
  chunks: () => bytesOf(parts),
})

/** What reading such a file came to. */
export interface HostileResult {
  /** Bytes taken from the file. */
  readonly taken: number
  /** Bytes taken from what was unpacked. */
  readonly unpacked: number
  readonly records: number
  readonly failure?: unknown
}

/** Reads a file as an import does: unpacks, parses and takes every record. */
export async function readHostile({ chunks }: Pick<HostileXml, 'chunks'>): Promise<HostileResult> {
  const counts = { taken: 0, unpacked: 0, records: 0 }
  async function* counted(bytes: AsyncIterable<Uint8Array>, which: 'taken' | 'unpacked') {
    for await (const piece of bytes) {
      counts[which] += piece.length
      yield piece
    }
  }
  try {
    const { records } = await xmlRecords(counted(unpack(counted(chunks(), 'taken')), 'unpacked'))
    for await (const { name } of records) if (name) counts.records += 1
  } catch (failure) {
    return { ...counts, failure }
  }
  return counts
}
