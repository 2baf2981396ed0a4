import { join } from 'node:path'
import { ImportError, openImportFile, readCsv } from '../../import/index.ts'

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

/** The synonyms of `synonyms.csv` (0022-write-the-language-of-search-ourselves). Throws ImportError with the line of a wrong row. */
export function readSynonyms(path = join(import.meta.dirname, 'synonyms.csv')): readonly Synonym[] {
  const rows = readCsv(openImportFile(path), ['everyday', 'official', 'direction', 'kind', 'reason'])
  return rows.map(({ line, value: { everyday = '', official = '', direction, kind, reason = '' } }) => ({
    everyday,
    official: official.split('|'),
    direction: oneOf(['to', 'both'] as const, direction, line),
    kind: oneOf(synonymKinds, kind, line),
    reason,
  }))
}

function oneOf<Value extends string>(
  allowed: readonly Value[],
  found: string | undefined,
  line: number,
): Value {
  const value = allowed.find((each) => each === found)
  if (value === undefined)
    throw new ImportError(`Line ${line}: "${found ?? ''}" is none of ${allowed.join(', ')}`)
  return value
}
