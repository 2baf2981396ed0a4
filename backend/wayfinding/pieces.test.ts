import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Pieces } from './pieces.ts'

const read = (pieces: Pieces<string>, text: string, made: string[] = []) => {
  const taken: string[] = []
  pieces.read(
    text,
    (piece) => {
      made.push(piece)
      return `<${piece}>`
    },
    (value) => taken.push(value),
  )
  return taken
}

test('a text falls into what stands between its spaces and lines, each made once', () => {
  const texts = fc.array(fc.string({ unit: fc.constantFrom(...' \n\tabäж'), maxLength: 40 }), {
    maxLength: 8,
  })
  fc.assert(
    fc.property(texts, (all) => {
      const pieces = new Pieces<string>()
      const made: string[] = []
      for (const text of all) {
        const expected = text.split(/[ \n]/).filter(Boolean)
        expect(read(pieces, text, made)).toEqual(expected.map((piece) => `<${piece}>`))
      }
      expect(made).toHaveLength(new Set(made).size)
    }),
  )
})

test('more pieces than are remembered are read as well', () => {
  const pieces = new Pieces<string>()
  const many = Array.from({ length: 100_001 }, (_, number) => `nr${number}`)
  expect(read(pieces, many.join(' ')).at(-1)).toBe('<nr100000>')
  expect(read(pieces, 'nr0 nr100000 nr0')).toEqual(['<nr0>', '<nr100000>', '<nr0>'])
})
