import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distance, spellingFinder } from './close-spellings.ts'

const near = spellingFinder([
  'anmeldung',
  'abmeldung',
  'reisepass',
  'hund',
  'hunde',
  'personalausweis',
  'taxi',
])
const words = (typed: string) => near(typed).map(({ word }) => word)

describe('a misspelt word means a known one', () => {
  test.each([
    ['anmledung', 'anmeldung', 'two letters swapped'],
    ['anmeldng', 'anmeldung', 'a letter too few'],
    ['anmeeldung', 'anmeldung', 'a letter too many'],
    ['reiseposs', 'reisepass', 'a letter changed'],
    ['personlausweiss', 'personalausweis', 'two slips in a long word'],
  ])('%s means %s: %s', (typed, meant) => {
    expect(words(typed)[0]).toBe(meant)
  })

  test.each(['hxyd', 'tx', 'xqzvwk', 'anmkkldxxg', ''])('%s means none', (typed) => {
    expect(words(typed)).toEqual([])
  })

  test('with the fewest slips only', () => {
    expect(words('abmeldun')).toEqual(['abmeldung'])
    expect(near('hunt')).toEqual([{ word: 'hund', slips: 1 }])
  })
})

describe('the distance of two words', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 8 })

  test('is 0 for the same, the same in both directions, and never more than the longer word', () => {
    fc.assert(fc.property(word, (a) => distance(a, a, 9) === 0))
    fc.assert(fc.property(word, word, (a, b) => distance(a, b, 9) === distance(b, a, 9)))
    fc.assert(fc.property(word, word, (a, b) => distance(a, b, 9) <= Math.max(a.length, b.length)))
  })

  test('is more than the limit where it is not exact', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const exact = distance(a, b, 20)
        return exact <= 1 ? distance(a, b, 1) === exact : distance(a, b, 1) > 1
      }),
    )
  })
})
