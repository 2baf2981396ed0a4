import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/database.ts'
import { slipsInPrefix } from './close-spelling.ts'
import { endOfRange } from './region-key.ts'
import type { PlaceHitRow } from './tables.ts'

/** Shorter words have too many neighbours to tell what was meant. */
const shortest = 4
/** Two slips are forgiven from this length on. */
const long = 8
const termsAtMost = 50

/** Hits for the terms that are fewest slips away from what was typed. Only asked where nothing fits. */
export async function closeHits(db: Db, norm: string, limit: number): Promise<readonly PlaceHitRow[]> {
  if (norm.length < shortest || /\d/.test(norm)) return []
  const terms = await closestTerms(db, norm)
  if (terms.length === 0) return []
  return db
    .selectFrom('place_term')
    .innerJoin('place_hit', 'place_hit.id', 'place_term.hit_id')
    .selectAll('place_hit')
    .where('norm', 'in', terms)
    .groupBy('place_hit.id')
    .orderBy((order) => order.fn.max('weight'), 'desc')
    .orderBy('place_hit.id')
    .limit(limit)
    .execute()
}

const termsBetween = compiled((db: Db, from: string, to: string) =>
  db.selectFrom('place_term').select('norm').distinct().where('norm', '>=', from).where('norm', '<', to),
)

/** Looks where the typed text stops fitting, and only then among all terms of the same first letter. */
async function closestTerms(db: Db, norm: string): Promise<readonly string[]> {
  const limit = norm.length < long ? 1 : 2
  const fitting = await longestBeginning(db, norm)
  for (const length of new Set([Math.max(1, fitting - 1), 1])) {
    const stem = norm.slice(0, length)
    const rows = await termsBetween(db, stem, endOfRange(stem))
    const terms = closest(
      norm,
      rows.map((row) => row.norm),
      limit,
    )
    if (terms.length > 0) return terms
  }
  return []
}

const anyBetween = compiled((db: Db, from: string, to: string) =>
  db.selectFrom('place_term').select('norm').where('norm', '>=', from).where('norm', '<', to).limit(1),
)

/** Length of the longest beginning that some term shares. */
async function longestBeginning(db: Db, norm: string): Promise<number> {
  let [fits, tooLong] = [0, norm.length]
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1
    const stem = norm.slice(0, middle)
    if ((await anyBetween(db, stem, endOfRange(stem))).length > 0) fits = middle
    else tooLong = middle
  }
  return fits
}

function closest(norm: string, terms: readonly string[], limit: number): readonly string[] {
  let fewest = limit
  let found: string[] = []
  for (const term of terms) {
    const slips = slipsInPrefix(norm, term, fewest)
    if (slips !== undefined) {
      if (slips < fewest) found = []
      fewest = slips
      found.push(term)
    }
  }
  return found.slice(0, termsAtMost)
}
