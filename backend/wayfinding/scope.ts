import type { FullTextScope } from '../database/full-text.ts'

/** Digits of Land, Regierungsbezirk, Kreis, Verband and Gemeinde in a region key. */
const levels = [2, 3, 5, 9, 12]

/** Terms by which the full-text index narrows: a language, and the region where a description holds (null = nationwide). */
export const languageTerm = (lang: string): string => `l${lang.replace(/[^A-Za-z0-9]/g, '').toLowerCase()}`
export const regionTerm = (regionKey: string | null): string => `r${regionKey ?? 0}`

/** Documents in any of the languages that hold in an area: nationwide, there, or in a region around it. */
export const scopeTerms = (languages: readonly string[], area: string | undefined): FullTextScope => [
  languages.map(languageTerm),
  ...(area === undefined ? [] : [[regionTerm(null), ...regionsAround(area).map(regionTerm)]]),
]

const regionsAround = (area: string): string[] => [
  ...new Set([
    ...levels.filter((digits) => digits < area.length).map((digits) => area.slice(0, digits)),
    area,
  ]),
]
