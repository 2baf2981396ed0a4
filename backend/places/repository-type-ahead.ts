import { sql } from 'kysely'
import type { AreaHit } from '@amtsweg/contract'
import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/database.ts'
import { exactBonus, kept } from './crowded-prefixes.ts'
import { foldName } from './place-name.ts'
import { endOfRange } from './region-key.ts'
import { closeHits } from './repository-close-spelling.ts'
import type { PlaceHitRow } from './tables.ts'

/** What a reader has typed so far, and which part of the answer is wanted. */
export interface TypeAheadQuestion {
  readonly text: string
  /** Region to stay within. */
  readonly within?: string | undefined
  readonly offset: number
  readonly limit: number
}

/** Hits in order, and whether there are more. */
export interface TypeAhead {
  readonly hits: readonly AreaHit[]
  readonly more: boolean
}

/** The exact name first, then by weight: Gemeinden before villages, the larger first. Forgives a slip when nothing fits. */
export async function typeAhead(db: Db, question: TypeAheadQuestion): Promise<TypeAhead> {
  const norm = foldName(question.text)
  if (norm === '') return { hits: [], more: false }
  const found = await beginningWith(db, norm, question)
  if (found.length > 0 || question.offset > 0) return page(found, question.limit)
  const { within = '', limit } = question
  const close = await closeHits(db, norm, limit)
  return page(
    close.filter((row) => (row.region_key ?? '').startsWith(within)),
    limit,
  )
}

const page = (rows: readonly PlaceHitRow[], limit: number): TypeAhead => ({
  hits: rows.slice(0, limit).map(toHit),
  more: rows.length > limit,
})

/** One more than wanted, to know whether there are more. */
async function beginningWith(
  db: Db,
  norm: string,
  { within, offset, limit }: TypeAheadQuestion,
): Promise<readonly PlaceHitRow[]> {
  const end = endOfRange(norm)
  if (within) return scanWithin(db, norm, norm, end, within, endOfRange(within), limit + 1, offset)
  const crowded = await fromList(db, norm, offset, offset + limit + 1)
  const isEnough = crowded.length > limit || (crowded.length > 0 && offset + crowded.length < kept)
  return isEnough ? crowded : scan(db, norm, norm, end, limit + 1, offset)
}

const fromList = compiled((db: Db, prefix: string, from: number, to: number) =>
  db
    .selectFrom('place_prefix')
    .innerJoin('place_hit', 'place_hit.id', 'place_prefix.hit_id')
    .selectAll('place_hit')
    .where('prefix', '=', prefix)
    .where('position', '>=', from)
    .where('position', '<', to)
    .orderBy('position'),
)

const scoreOf = (norm: string) =>
  sql<number>`max(weight + case when norm = ${norm} and whole = 1 then ${sql.lit(exactBonus)} else 0 end)`

const scan = compiled((db: Db, exact: string, from: string, to: string, limit: number, offset: number) =>
  db
    .selectFrom(
      db
        .selectFrom('place_term')
        .select(['hit_id', scoreOf(exact).as('score')])
        .where('norm', '>=', from)
        .where('norm', '<', to)
        .groupBy('hit_id')
        .orderBy('score', 'desc')
        .orderBy('hit_id')
        .limit(limit)
        .offset(offset)
        .as('best'),
    )
    .innerJoin('place_hit', 'place_hit.id', 'best.hit_id')
    .selectAll('place_hit')
    .orderBy('score', 'desc')
    .orderBy('place_hit.id'),
)

/** A postcode of several Gemeinden is within a region when one of them is. */
const scanWithin = compiled(
  (
    db: Db,
    exact: string,
    from: string,
    to: string,
    region: string,
    endOfRegion: string,
    limit: number,
    offset: number,
  ) =>
    db
      .selectFrom('place_term')
      .innerJoin('place_hit', 'place_hit.id', 'place_term.hit_id')
      .selectAll('place_hit')
      .where('norm', '>=', from)
      .where('norm', '<', to)
      .where((where) =>
        where.or([
          where.and([where('region_key', '>=', region), where('region_key', '<', endOfRegion)]),
          where.exists(
            where
              .selectFrom('postcode_area')
              .select('postcode_area.postcode')
              .whereRef('postcode_area.postcode', '=', 'place_hit.postcode')
              .where('postcode_area.region_key', '>=', region)
              .where('postcode_area.region_key', '<', endOfRegion),
          ),
        ]),
      )
      .groupBy('place_hit.id')
      .orderBy(scoreOf(exact), 'desc')
      .orderBy('place_hit.id')
      .limit(limit)
      .offset(offset),
)

const toHit = (row: PlaceHitRow): AreaHit => ({
  kind: row.kind,
  label: row.label,
  detail: row.detail,
  ...(row.region_key ? { regionKey: row.region_key } : {}),
  ...(row.postcode ? { postcode: row.postcode } : {}),
  areaCount: row.area_count,
  ...(row.former_name ? { formerName: row.former_name } : {}),
})
