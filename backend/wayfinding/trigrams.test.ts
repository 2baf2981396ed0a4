import fc from 'fast-check'
import { expect, test } from 'vitest'
import { likeness, trigrams } from './trigrams.ts'

test('the ends of a word count', () => {
  expect([...trigrams('hund')]).toEqual([' hu', 'hun', 'und', 'nd '])
})

test('likeness is one for the same phrase, zero for phrases that share nothing, and has no direction', () => {
  const phrase = fc.string({ unit: fc.constantFrom(...'abc '), maxLength: 20 }).map(trigrams)
  fc.assert(fc.property(phrase, phrase, (a, b) => likeness(a, b) === likeness(b, a)))
  fc.assert(fc.property(phrase, phrase, (a, b) => likeness(a, b) >= 0 && likeness(a, b) <= 1))
  expect(likeness(trigrams('reisepass'), trigrams('reisepass'))).toBe(1)
  expect(likeness(trigrams('hund'), trigrams('pass'))).toBe(0)
  expect(likeness(new Set(), new Set())).toBe(0)
})
