import { Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { GeofileError } from './finding.ts'
import { jsonPieces } from './json-pieces.ts'
import { all } from './testing.ts'

async function cut(text: string | Buffer, size = 1_000): Promise<string[]> {
  const bytes = Buffer.from(text)
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  )
  const pieces = await all(jsonPieces(Readable.from(chunks)))
  return pieces.map((piece) => `${piece.kind} ${piece.bytes.toString()}`)
}
const codeOf = (text: string) =>
  cut(text).then(
    () => 'nothing',
    (error: unknown) => (error instanceof GeofileError ? error.fault.code : String(error)),
  )

describe('a collection', () => {
  const text =
    '{"type":"X","note":"[{\\"}","deep":{"features":[0]},"features":[ {"a":"]},{"} , 7,[1,2] ],"crs":1}'

  test.each([1, 2, 3, 7, 1_000])('is cut the same in pieces of %i bytes', async (size) => {
    expect(await cut(text, size)).toEqual([
      'member  {"a":"]},{"} ',
      'member  7',
      'member [1,2] ',
      'top {"type":"X","note":"[{\\"}","deep":{"features":[0]},"features":[],"crs":1}',
    ])
  })

  test('with an empty list has no members', async () => {
    expect(await cut('{"features":[ ]}')).toEqual(['top {"features":[]}'])
  })

  test('may begin with a byte order mark', async () => {
    expect(await cut('\ufeff{}')).toEqual(['top {}'])
  })

  test('whatever JSON is in it comes out, wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue()), fc.integer({ min: 1, max: 50 }), async (values, size) => {
        const pieces = await cut(JSON.stringify({ features: values, z: '}' }), size)
        const members = pieces.slice(0, -1).map((piece) => JSON.parse(piece.slice(7)) as unknown)
        expect(members).toEqual(JSON.parse(JSON.stringify(values)))
      }),
    )
  })
})

describe('a sequence', () => {
  test.each([
    ['of lines', '{"a":1}\n{"a":2}\r\n'],
    ['with record separators (RFC 8142)', '\u001e{"a":1}\n\u001e{"a":2}\n'],
    ['without anything between', '{"a":1}{"a":2}'],
  ])('%s', async (_, text) => {
    expect(await cut(text)).toEqual(['top {"a":1}', 'top {"a":2}'])
  })
})

test.each([
  ['cut off in the list', '{"features":[{"a":1}', 'file-truncated'],
  ['cut off in a text', '{"features":[{"a":"b', 'file-truncated'],
  ['cut off before its end', '{"features":[]', 'file-truncated'],
  ['a list closed as an object', '{"features":[1}}', 'json-broken'],
  ['one bracket too many', '{}}', 'json-broken'],
  ['words', 'hello', 'json-broken'],
  ['brackets without end', '{"features":['.padEnd(5_000, '['), 'json-broken'],
])('%s is told', async (_, text, code) => {
  expect(await codeOf(text)).toBe(code)
})
