import { fold } from './normalise.ts'
import type { SharedTerm } from './repository-terms.ts'
import type { Ends } from './term-count.ts'

/** A term whose searches lead nowhere, over all periods and in each. */
export interface MissedTerm extends Ends {
  readonly text: string
  readonly periods: readonly (Ends & { readonly period: string })[]
}

/**
 * Puts the spellings of a term together and leaves those that at least `min` askers were not helped by: nothing was found, or more
 * often nothing opened than something. The most missed come first.
 */
export function missedTerms(terms: readonly SharedTerm[], min: number): readonly MissedTerm[] {
  const groups = Map.groupBy(terms, ({ text }) => (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' '))
  return [...groups.values()]
    .map((group) => ({
      text: group[0]?.text ?? '',
      ...total(group),
      periods: [...Map.groupBy(group, ({ period }) => period)].map(([period, rows]) => ({
        period,
        ...total(rows),
      })),
    }))
    .filter((term) => missed(term) >= min && (term.none > 0 || term.unopened > term.opened))
    .toSorted((a, b) => missed(b) - missed(a) || (a.text < b.text ? -1 : 1))
}

const missed = ({ none, unopened }: Ends) => none + unopened

const total = (rows: readonly Ends[]): Ends => ({
  none: rows.reduce((sum, row) => sum + row.none, 0),
  unopened: rows.reduce((sum, row) => sum + row.unopened, 0),
  opened: rows.reduce((sum, row) => sum + row.opened, 0),
})
