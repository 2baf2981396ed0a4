import type { SearchExplanation } from '@amtsweg/contract'
import type { Concept } from './query.ts'
import type { Ranked } from './ranking.ts'

const rounded = (value: number) => Math.round(value * 1_000) / 1_000

/** Why a hit ranks where it does, for editors. */
export function explain(
  { match, boosts, substance, total }: Ranked,
  concepts: readonly Concept[],
): SearchExplanation {
  const { words, coverage, readings } = match.score
  return {
    total: rounded(total),
    words: rounded(words),
    coverage: rounded(coverage),
    concepts: concepts.map(({ typed, meant }, at) => {
      const reading = readings[at]
      return {
        typed,
        meant,
        ...(reading ? { found: reading.closeness } : {}),
        terms: reading ? reading.slots.flatMap(({ options }) => options.map(({ term }) => term.text)) : [],
        weight: reading?.weight ?? 0,
      }
    }),
    boosts: {
      ...Object.fromEntries(
        Object.entries(boosts).flatMap(([name, value]) => (value > 0 ? [[name, rounded(value)]] : [])),
      ),
      ...(substance < 1 ? { bare: rounded(substance - 1) } : {}),
    },
  }
}
