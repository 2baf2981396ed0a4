import { listPath, readRows, several, text } from './rows.ts'

/** Words that an analyser brings to the same stem. */
export interface InflectionCase {
  readonly base: string
  readonly forms: readonly string[]
}

export const inflectionCases = (): readonly InflectionCase[] =>
  readRows(listPath('inflection-cases.csv'), ['base', 'forms']).map((row) => ({
    base: text(row, 'base'),
    forms: several(row, 'forms'),
  }))

/** A word and the parts it is cut into, Fugen letters with the part before; one part where it stays whole. */
export interface CompoundCase {
  readonly compound: string
  readonly parts: readonly string[]
}

export const compoundCases = (): readonly CompoundCase[] =>
  readRows(listPath('compound-cases.csv'), ['compound', 'parts']).map((row) => ({
    compound: text(row, 'compound'),
    parts: several(row, 'parts'),
  }))
