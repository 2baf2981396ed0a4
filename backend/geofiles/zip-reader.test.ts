import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { collection, featuresOf, fileOf, refusal, testFolder, zipOf } from './testing.ts'

const geojson = collection([{ type: 'Point', coordinates: [11.4, 53.6] }])

/** The same ZIP with bytes changed: `from` must be as long as `to`. */
async function forged(files: Record<string, string | Buffer>, from: string, to: string): Promise<string> {
  const bytes = readFileSync(await zipOf(files))
  const text = bytes.toString('latin1').replaceAll(from, to)
  return fileOf(Buffer.from(text, 'latin1'))
}

describe('a ZIP file', () => {
  test('of one other file is that file', async () => {
    expect(await featuresOf(await zipOf({ 'daten/kitas.geojson': geojson, 'lizenz.pdf': 'x' }))).toHaveLength(
      1,
    )
  })

  test.each([
    ['up', '../../../x.geojson'],
    ['up in the middle', 'aa/../../x.geojson'],
    ['to the root', '/etc/xxxx.geojson'],
    ['to a drive', 'C:/wwwwwww.geojson'],
    ['up by the other slash', '..\\..\\..\\x.geojson'],
  ])('whose names lead %s is refused, and nothing is written', async (_, name) => {
    const folder = testFolder()
    const path = await forged({ [''.padEnd(name.length, 'n')]: geojson }, ''.padEnd(name.length, 'n'), name)
    expect(await refusal(path, { folder })).toMatchObject({ code: 'zip-slip' })
    expect(readdirSync(folder)).toEqual([])
    expect(existsSync(join(folder, '../x.geojson'))).toBe(false)
  })

  test('that unpacks to two hundred times its size is refused', async () => {
    const bomb = Buffer.alloc(120 * 1024 ** 2)
    expect(await refusal(await zipOf({ 'a.csv': bomb }))).toMatchObject({ code: 'zip-bomb' })
  })

  test('that lies about how much comes out is refused', async () => {
    const content = Buffer.from(' '.repeat(5_000) + geojson)
    const bytes = readFileSync(await zipOf({ 'a.geojson': content }))
    const size = Buffer.alloc(4)
    size.writeUInt32LE(content.length)
    const small = Buffer.from([10, 0, 0, 0])
    const path = fileOf(
      Buffer.from(
        bytes.toString('latin1').replaceAll(size.toString('latin1'), small.toString('latin1')),
        'latin1',
      ),
    )
    expect(await refusal(path)).toMatchObject({ code: 'zip-damaged' })
  })

  test('with a password is refused', async () => {
    // The lowest bit of the flags, in the local header and in the list at the end.
    const bytes = readFileSync(await zipOf({ 'a.geojson': geojson }))
    for (const [mark, at] of [
      ['PK\u0003\u0004', 6],
      ['PK\u0001\u0002', 8],
    ] as const)
      bytes[bytes.indexOf(mark, 0, 'latin1') + at] = 1 | (bytes[bytes.indexOf(mark, 0, 'latin1') + at] ?? 0)
    expect(await refusal(fileOf(bytes))).toMatchObject({ code: 'zip-encrypted' })
  })

  test('of more files than anybody packs is refused', async () => {
    const files = Object.fromEntries(Array.from({ length: 1_100 }, (_, index) => [`${index}.txt`, '']))
    expect(await refusal(await zipOf(files))).toMatchObject({ code: 'zip-bomb' })
  })

  test.each([0.2, 0.6, 0.95])('that ends after %d of it is refused', async (share) => {
    const bytes = readFileSync(await zipOf({ 'a.geojson': geojson }))
    expect(await refusal(fileOf(bytes.subarray(0, bytes.length * share)))).toMatchObject({
      code: 'zip-damaged',
    })
  })
})
