import { listPath, readRows, several, text } from './rows.ts'

/** What people type for the services whose Leistungsschluessel begin alike. */
export interface EverydayKeywords {
  /** 8 digits for all that is done with one object, 11 for one kind of doing, 14 for one service. */
  readonly keyStart: string
  /** In our own short words, for those who edit the list. */
  readonly service: string
  readonly terms: readonly string[]
}

/** The rows of `everyday-keywords.csv` (0022-write-the-language-of-search-ourselves). */
export const readEverydayKeywords = (path = listPath('everyday-keywords.csv')): readonly EverydayKeywords[] =>
  readRows(path, ['key_start', 'service', 'terms']).map((row) => ({
    keyStart: text(row, 'key_start'),
    service: text(row, 'service'),
    terms: several(row, 'terms'),
  }))

const lengthsOfStarts = [14, 11, 8]

/** Finds the terms of a Leistungsschluessel of 14 digits: those of the service itself first, then of its wider starts; each once. */
export function termsByKey(rows: readonly EverydayKeywords[]): (key: string) => readonly string[] {
  const byStart = new Map(rows.map(({ keyStart, terms }) => [keyStart, terms]))
  return (key) => [...new Set(lengthsOfStarts.flatMap((length) => byStart.get(key.slice(0, length)) ?? []))]
}
