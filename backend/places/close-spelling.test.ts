import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { slipsInPrefix } from './close-spelling.ts'

const word = fc.stringMatching(/^[a-e]{1,9}$/)

describe('slips between what was typed and the beginning of a term', () => {
  test.each([
    ['rostock', 'rostock', 0],
    ['rost', 'rostock', 0],
    ['rpst', 'rostock', 1],
    ['rsotock', 'rostock', 1],
    ['rostck', 'rostocker heide', 1],
    ['rosstock', 'rostock', 1],
    ['greifswlad', 'greifswald', 1],
    ['neubrnadenbrug', 'neubrandenburg', 2],
    ['xyzw', 'rostock', undefined],
    ['rostockerx', 'rostock', undefined],
  ])('from %s to %s: %s', (typed, term, slips) => {
    expect(slipsInPrefix(typed, term, 2)).toBe(slips)
  })

  test('are none exactly where the term begins so', () => {
    fc.assert(
      fc.property(
        word,
        word,
        (typed, term) => (slipsInPrefix(typed, term, 2) === 0) === term.startsWith(typed),
      ),
    )
  })

  test('are at most one after one letter has gone wrong', () => {
    const slip = fc.record({ at: fc.nat(8), letter: fc.constantFrom(...'abcde', ''), taken: fc.nat(1) })
    fc.assert(
      fc.property(word, slip, (term, { at, letter, taken }) => {
        const typed = term.slice(0, at) + letter + term.slice(at + taken)
        fc.pre(typed !== '')
        expect(slipsInPrefix(typed, term, 1) ?? 2).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('are never found within a limit and missed within a larger one', () => {
    fc.assert(
      fc.property(word, word, (typed, term) => {
        const one = slipsInPrefix(typed, term, 1)
        if (one !== undefined) expect(slipsInPrefix(typed, term, 3)).toBe(one)
      }),
    )
  })
})
