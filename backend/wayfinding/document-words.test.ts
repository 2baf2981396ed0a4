import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isJoined, wordOf, WordReader } from './document-words.ts'
import { indexWords } from './normalise.ts'

function wordsOf(reader: WordReader, texts: readonly string[]) {
  const { tokens, ends } = reader.read(texts)
  return texts.map((_, place) =>
    Array.from(tokens.subarray(ends[place - 1] ?? 0, ends[place]), (token) => ({
      word: reader.words[wordOf(token)],
      joined: isJoined(token),
    })),
  )
}

test('piece by piece a text has the words that it has as a whole', () => {
  const spelling = fc.string({
    unit: fc.constantFrom(...'aeinIStzÄüßéα:*_/()-–.,1 \n\t\u00a0\u0301ж'),
    maxLength: 60,
  })
  const anything = fc.string({ unit: 'grapheme', maxLength: 40 })
  const reader = new WordReader()
  fc.assert(
    fc.property(fc.array(fc.oneof(spelling, anything), { maxLength: 4 }), (texts) => {
      const read = wordsOf(reader, texts).map((words) => words.map(({ word }) => word))
      expect(read).toEqual(texts.map(indexWords))
    }),
    { numRuns: 1000 },
  )
  expect(new Set(reader.words).size).toBe(reader.words.length)
})

test('a hyphened compound stands behind its parts in one piece', () => {
  expect(wordsOf(new WordReader(), ['Kfz-Schein', 'Bürger*innen-Amt jetzt'])).toEqual([
    [
      { word: 'kfz', joined: false },
      { word: 'schein', joined: false },
      { word: 'kfzschein', joined: true },
    ],
    [
      { word: 'burger', joined: false },
      { word: 'amt', joined: false },
      { word: 'burgeramt', joined: true },
      { word: 'jetzt', joined: false },
    ],
  ])
})
