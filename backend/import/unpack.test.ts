import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { ImportError } from './profile.ts'
import { collect, inPieces } from './testing.ts'
import { unpack, unpackLimits } from './unpack.ts'

const limits = { bytes: 4_000_000, ratio: 100, evenBytes: 100_000 }
const unpacked = async (bytes: Uint8Array, size = 1000) =>
  Buffer.concat(await collect(unpack(inPieces(bytes, size), limits)))

describe('bytes', () => {
  const text = Buffer.from(Array.from({ length: 30_000 }, (_, index) => `Zeile ${index * 7919}\n`).join(''))

  test('come out as they went in, plain or packed, also from several packed parts', async () => {
    expect(await unpacked(text)).toEqual(text)
    expect(await unpacked(gzipSync(text))).toEqual(text)
    expect(await unpacked(gzipSync(text), 1_000_000)).toEqual(text)
    expect(await unpacked(gzipSync('zwei'), 1)).toEqual(Buffer.from('zwei'))
    expect(await unpacked(Buffer.concat([gzipSync('a'), gzipSync('b')]))).toEqual(Buffer.from('ab'))
    for (const short of ['', 'x']) expect(await unpacked(Buffer.from(short))).toEqual(Buffer.from(short))
  })

  test('that are packed twice are unpacked once', async () => {
    expect(await unpacked(gzipSync(gzipSync(text)))).toEqual(gzipSync(text))
  })

  test.each([
    ['cut off', gzipSync(text).subarray(0, 40_000), /cannot be read/],
    ['damaged', Buffer.from(gzipSync(text)).fill(7, 20_000, 20_100), /cannot be read/],
    ['too many', Buffer.alloc(4_000_001), /larger than 4000000 bytes:/],
    ['a bomb', gzipSync(Buffer.alloc(3_000_000)), /more than 100 times its size/],
  ])('that are %s are refused', async (_, bytes, words) => {
    await expect(unpacked(bytes)).rejects.toThrow(words)
    await expect(unpacked(bytes)).rejects.toThrow(ImportError)
  })

  test('that are even but few are no bomb', async () => {
    expect((await unpacked(gzipSync(Buffer.alloc(99_000)))).length).toBe(99_000)
  })

  test('that are a bomb are unpacked no further than the first 128 KB and the piece in which these end', async () => {
    let taken = 0
    const read = async () => {
      for await (const piece of unpack(inPieces(gzipSync(Buffer.alloc(50_000_000))))) taken += piece.length
    }
    await expect(read()).rejects.toThrow(/more than 100 times its size/)
    expect(taken).toBeLessThanOrEqual(unpackLimits.evenBytes)
    expect(unpackLimits.evenBytes).toBe(128 * 1024)
  })

  test('of a source that fails are refused with its reason', async () => {
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield gzipSync(text).subarray(0, 100)
      throw new Error('The disk is gone')
    }
    await expect(collect(unpack(failing()))).rejects.toThrow('The file cannot be read: The disk is gone')
  })

  test('are asked for no faster than they are taken, and their source is closed when nobody wants more', async () => {
    let given = 0
    let closed = false
    async function* endless() {
      try {
        for (;;) {
          given += 1
          yield gzipSync(text)
        }
      } finally {
        closed = true
      }
    }
    for await (const piece of unpack(endless())) {
      expect(piece.length).toBeGreaterThan(0)
      break
    }
    expect(given).toBeLessThan(6)
    expect(closed).toBe(true)
  })
})
