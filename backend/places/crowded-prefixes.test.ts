import fc from 'fast-check'
import { expect, test } from 'vitest'
import { crowdedPrefixes, exactBonus, kept, type RankedTerm } from './crowded-prefixes.ts'

const term = fc.record({
  norm: fc.stringMatching(/^[ab]{1,4}$/),
  hitId: fc.nat(400),
  whole: fc.boolean(),
  weight: fc.nat(50),
})
const sorted = (terms: readonly RankedTerm[]) =>
  terms.toSorted((a, b) => (a.norm < b.norm ? -1 : Number(a.norm > b.norm)))

/** The same, told plainly. */
function answer(terms: readonly RankedTerm[], prefix: string): readonly number[] {
  const scores = new Map<number, number>()
  for (const { norm, hitId, whole, weight } of terms.filter((one) => one.norm.startsWith(prefix)))
    scores.set(hitId, Math.max(scores.get(hitId) ?? 0, weight + (whole && norm === prefix ? exactBonus : 0)))
  return [...scores.keys()].sort((a, b) => scores.get(b)! - scores.get(a)! || a - b).slice(0, kept)
}

test('a crowded prefix is answered as if all its terms had been looked through', () => {
  const crowd = fc.array(term, { minLength: 600, maxLength: 900 }).map(sorted)
  fc.assert(
    fc.property(crowd, (terms) => {
      const lists = Map.groupBy(crowdedPrefixes(terms), (one) => one.prefix)
      expect(lists.size).toBeGreaterThan(0)
      for (const [prefix, list] of lists) expect(list.map((one) => one.hitId)).toEqual(answer(terms, prefix))
    }),
    { numRuns: 20 },
  )
})

test('few terms need no list', () => {
  fc.assert(
    fc.property(
      fc.array(term, { maxLength: 100 }).map(sorted),
      (terms) => crowdedPrefixes(terms).length === 0,
    ),
  )
})
