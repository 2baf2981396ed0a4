import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberOf, rangeOf, rarity } from './vocabulary.ts'

const vocabularyOf = (stems: readonly string[]) => ({
  stems: stems.toSorted(),
  frequencies: stems.map(() => 1),
  documents: 10,
})

test('every stem has the number of its place, no other word has one', () => {
  const stem = fc.string({ unit: fc.constantFrom(...'abäж'), minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(fc.uniqueArray(stem, { maxLength: 30 }), stem, (stems, other) => {
      const vocabulary = vocabularyOf(stems)
      vocabulary.stems.forEach((each, number) => expect(numberOf(vocabulary, each)).toBe(number))
      expect(numberOf(vocabulary, other) >= 0).toBe(stems.includes(other))
    }),
  )
})

test('stems with one beginning are neighbours', () => {
  const vocabulary = vocabularyOf(['hund', 'hundesteuer', 'haus', 'hut'])
  const { from, to } = rangeOf(vocabulary, 'hund')
  expect(vocabulary.stems.slice(from, to)).toEqual(['hund', 'hundesteuer'])
  expect(rangeOf(vocabulary, 'x')).toEqual({ from: 4, to: 4 })
})

test('the rarer a stem the more it tells, and never less than nothing', () => {
  fc.assert(fc.property(fc.nat(99), (frequency) => rarity(100, frequency) > rarity(100, frequency + 1)))
  expect(rarity(100, 100)).toBeGreaterThan(0)
})
