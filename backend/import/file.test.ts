import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openImportFile } from './file.ts'
import { ImportError } from './profile.ts'
import { collect } from './testing.ts'

describe('a file to import', () => {
  let folder: string
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'amtsweg-file-'))))
  afterAll(() => rmSync(folder, { recursive: true }))

  const write = (bytes: string | Buffer) => {
    const path = join(folder, 'file')
    writeFileSync(path, bytes)
    return path
  }

  test('reads the same plain and packed, whole and piece by piece', async () => {
    const plain = openImportFile(write('Grüße\nzwei\n'))
    expect(plain.lines()).toEqual(['Grüße', 'zwei'])
    const packed = openImportFile(write(gzipSync('Grüße\nzwei\n')))
    expect(packed.lines()).toEqual(plain.lines())
    expect(await packed.checksum()).toBe(await plain.checksum())
    for (const file of [plain, packed, packed])
      expect(Buffer.concat(await collect(file.chunks())).toString()).toBe('Grüße\nzwei\n')
  })

  test('that is packed and cut off anywhere is refused', async () => {
    const bytes = gzipSync('Some text that is long enough to be cut in many places\n'.repeat(50))
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: bytes.length - 1 }), async (length) => {
        const file = openImportFile(write(bytes.subarray(0, length)))
        await expect(file.checksum()).rejects.toThrow(ImportError)
        expect(() => file.text()).toThrow(ImportError)
      }),
    )
  })

  test('that unpacks to a thousand times its size is refused without unpacking it all', async () => {
    const bomb = gzipSync(Buffer.alloc(257 * 1024 * 1024))
    const file = openImportFile(write(bomb))
    await expect(file.checksum()).rejects.toThrow(/unpacks to more than 100 times its size/)
    expect(() => file.text()).toThrow(ImportError)
    // Making the bomb takes most of it.
  }, 30_000)

  test.each([
    ['is missing', () => openImportFile(join(folder, 'nowhere')).checksum(), /nowhere does not exist: check/],
    ['is a folder', () => openImportFile(folder).checksum(), /is a folder: name one file in it/],
    ['is not UTF-8', async () => openImportFile(write(Buffer.from([0x4d, 0xfc, 0x6c]))).text(), /not UTF-8/],
    ['is cut-off JSON', async () => openImportFile(write('[{"a":1}')).json(), /not complete JSON/],
  ])('that %s is refused', async (_, open, words) => {
    await expect(open()).rejects.toThrow(words)
  })
})
