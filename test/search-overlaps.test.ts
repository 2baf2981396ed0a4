import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { describeRegisters } from '@amtsweg/backend/import/testing.ts'
import { readBaseVocabulary } from '@amtsweg/backend/wayfinding/language/base-vocabulary.ts'
import { readEverydayKeywords } from '@amtsweg/backend/wayfinding/language/everyday-keywords.ts'
import { readSynonyms } from '@amtsweg/backend/wayfinding/language/synonyms.ts'
import { normalPhrase } from '@amtsweg/backend/wayfinding/normalise.ts'
import { judgedTerms } from './search-corpus.ts'
import { halfOf } from './search-queries.ts'

/**
 * The lists of language were written without a look at the judged terms (0022). Common words stand in every honest list, so some are
 * the same; each of them needs a reason: in its row of the synonyms, or in search-overlaps.csv.
 */
const reasons = new Map(
  parse<{ term: string; reason: string }>(readFileSync(join(import.meta.dirname, 'search-overlaps.csv')), {
    columns: true,
  }).map(({ term, reason }) => [normalPhrase(term), reason]),
)
for (const { everyday, reason } of readSynonyms()) reasons.set(normalPhrase(everyday), reason)

const known = new Set(
  [
    ...readSynonyms().map(({ everyday }) => everyday),
    ...readEverydayKeywords().flatMap(({ terms }) => terms),
    ...readBaseVocabulary(),
  ].map(normalPhrase),
)

describeRegisters('the lists of language beside the judged terms', () => {
  const overlaps = () => [...judgedTerms().keys()].filter((term) => known.has(normalPhrase(term)))

  test('share no term without a reason', () => {
    expect(overlaps().filter((term) => !reasons.get(normalPhrase(term))?.trim())).toEqual([])
  })

  test('hold no more of the half that was looked at than of the other', () => {
    const shareOf = (half: 'development' | 'test') => {
      const terms = [...judgedTerms().keys()].filter((term) => halfOf(term) === half)
      return terms.filter((term) => known.has(normalPhrase(term))).length / terms.length
    }
    expect(shareOf('development')).toBeLessThanOrEqual(shareOf('test') + 0.05)
  })

  test('have no reasons left over', () => {
    const shared = new Set(overlaps().map(normalPhrase))
    const rows = parse<{ term: string }>(readFileSync(join(import.meta.dirname, 'search-overlaps.csv')), {
      columns: true,
    })
    expect(rows.map(({ term }) => term).filter((term) => !shared.has(normalPhrase(term)))).toEqual([])
  })
})
