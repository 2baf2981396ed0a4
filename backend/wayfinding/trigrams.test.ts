import fc from 'fast-check'
import { expect, test } from 'vitest'
import { likenessTo, trigrams } from './trigrams.ts'

test('the ends of a word count', () => {
  expect([...trigrams('hund')]).toEqual([' hu', 'hun', 'und', 'nd '])
})

test('likeness is one for the same phrase, zero for phrases that share nothing, and has no direction', () => {
  const phrase = fc.string({ unit: fc.constantFrom(...'abc '), maxLength: 20 })
  const likeness = (a: string, b: string) => likenessTo(a)(b)
  fc.assert(fc.property(phrase, phrase, (a, b) => likeness(a, b) === likeness(b, a)))
  fc.assert(fc.property(phrase, phrase, (a, b) => likeness(a, b) >= 0 && likeness(a, b) <= 1))
  fc.assert(fc.property(phrase, (a) => a === '' || likeness(a, a) === 1))
  expect(likeness('hund', 'pass')).toBe(0)
  expect(likeness('', '')).toBe(0)
})

test('a phrase may be compared with many others in turn', () => {
  const likeness = likenessTo('reisepass')
  expect([likeness('reisepass'), likeness('hund'), likeness('reisepass')]).toEqual([1, 0, 1])
  expect(likeness('vorlaufiger reisepass')).toBeGreaterThan(likeness('personalausweis'))
})
