import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openImportFile } from './file.ts'
import { ImportError } from './profile.ts'

describe('a file to import', () => {
  let folder: string
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'amtsweg-file-'))))
  afterAll(() => rmSync(folder, { recursive: true }))

  const write = (bytes: string | Buffer) => {
    const path = join(folder, 'file')
    writeFileSync(path, bytes)
    return path
  }

  test('reads the same plain and packed', () => {
    const plain = openImportFile(write('Grüße\nzwei\n'))
    expect(plain.lines()).toEqual(['Grüße', 'zwei'])
    const packed = openImportFile(write(gzipSync('Grüße\nzwei\n')))
    expect(packed.lines()).toEqual(plain.lines())
    expect(packed.checksum).toBe(plain.checksum)
  })

  test('that is packed and cut off anywhere is refused', () => {
    const bytes = gzipSync('Some text that is long enough to be cut in many places\n'.repeat(50))
    fc.assert(
      fc.property(fc.integer({ min: 2, max: bytes.length - 1 }), (length) => {
        expect(() => openImportFile(write(bytes.subarray(0, length)))).toThrow(ImportError)
      }),
    )
  })

  test('that unpacks to more than the limit is refused without unpacking it all', () => {
    const bomb = gzipSync(Buffer.alloc(257 * 1024 * 1024))
    expect(() => openImportFile(write(bomb))).toThrow(ImportError)
  })

  test.each([
    ['is missing', () => openImportFile(join(folder, 'nowhere')), /cannot be read/],
    ['is not UTF-8', () => openImportFile(write(Buffer.from([0x4d, 0xfc, 0x6c]))).text(), /not UTF-8/],
    ['is cut-off JSON', () => openImportFile(write('[{"a":1}')).json(), /not complete JSON/],
  ])('that %s is refused', (_, open, words) => {
    expect(open).toThrow(words)
  })
})
