import { listPath, oneOf, readRows, several, text } from './rows.ts'

/** Why people say it otherwise than the office; the last five are languages (BCP 47). */
export const synonymKinds = [
  'abkuerzung',
  'amtskuerzel',
  'fremdwort',
  'gleichbedeutend',
  'leichte-sprache',
  'markenname',
  'oesterreich-schweiz',
  'regional',
  'umgangssprache',
  'veraltet',
  'verb-nomen',
  'ar',
  'en',
  'ru',
  'tr',
  'uk',
] as const
export type SynonymKind = (typeof synonymKinds)[number]

/** Words people type, and the words of titles and texts that they mean; natural spelling in lower case, not folded. */
export interface Synonym {
  readonly everyday: string
  /** Words or phrases, the likeliest first. */
  readonly official: readonly string[]
  /** `to`: only the everyday word brings in the official ones; `both`: each stands for the other. */
  readonly direction: 'to' | 'both'
  readonly kind: SynonymKind
  readonly reason: string
}

const columns = ['everyday', 'official', 'direction', 'kind', 'reason'] as const

/** The synonyms of `synonyms.csv` (0022-write-the-language-of-search-ourselves). Throws ImportError with the line of a wrong row. */
export const readSynonyms = (path = listPath('synonyms.csv')): readonly Synonym[] =>
  readRows(path, columns).map((row) => ({
    everyday: text(row, 'everyday'),
    official: several(row, 'official'),
    direction: oneOf(['to', 'both'] as const, row, 'direction'),
    kind: oneOf(synonymKinds, row, 'kind'),
    reason: text(row, 'reason'),
  }))
