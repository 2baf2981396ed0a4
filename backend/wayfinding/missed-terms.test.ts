import { expect, test } from 'vitest'
import { missedTerms } from './missed-terms.ts'
import type { SharedTerm } from './repository-terms.ts'

const term = (text: string, ends: Partial<SharedTerm>): SharedTerm => ({
  text,
  period: '2026-11',
  none: 0,
  unopened: 0,
  opened: 0,
  ...ends,
})
const missed = (...terms: readonly SharedTerm[]) => missedTerms(terms, 5).map(({ text }) => text)

test('a term that nothing is found for is missed', () => {
  expect(missed(term('Hundemarke', { none: 5 }))).toEqual(['Hundemarke'])
})

test('a term whose results are mostly opened is not', () => {
  expect(missed(term('Hund', { unopened: 40, opened: 60 }))).toEqual([])
  expect(missed(term('Hund', { unopened: 60, opened: 40 }))).toEqual(['Hund'])
})

test('the most missed come first, those that too few miss not at all', () => {
  expect(missed(term('b', { none: 5 }), term('a', { none: 9 }), term('c', { none: 2, unopened: 2 }))).toEqual(
    ['a', 'b'],
  )
})

test('spellings are put together, and told apart by period', () => {
  const [found] = missedTerms(
    [term('Müllmarke', { none: 5 }), term('muellmarke', { none: 6, unopened: 1, period: '2026-10' })],
    5,
  )
  expect(found).toEqual({
    text: 'Müllmarke',
    none: 11,
    unopened: 1,
    opened: 0,
    periods: [
      { period: '2026-11', none: 5, unopened: 0, opened: 0 },
      { period: '2026-10', none: 6, unopened: 1, opened: 0 },
    ],
  })
})
