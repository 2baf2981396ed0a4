import type { AreaRef } from '@amtsweg/contract'
import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/database.ts'
import { agsOf, endOfRange, regionsAround } from './region-key.ts'
import { heirsOf, type Succession } from './successor.ts'
import type { AreaRow } from './tables.ts'

/** What a key or a place can mean: living areas, several where it is not enough to tell; the most likely first. */
export interface PlaceMatch {
  readonly areas: readonly AreaRef[]
  /** Name of the dissolved area that was asked for. */
  readonly movedFrom?: string
}

const refColumns = ['region_key', 'level', 'kind', 'name'] as const
type RefRow = Pick<AreaRow, (typeof refColumns)[number]>

export const toRef = ({ region_key, level, kind, name }: RefRow): AreaRef => ({
  regionKey: region_key,
  level,
  kind,
  name,
})

const byKey = compiled((db: Db, key: string) =>
  db.selectFrom('area').selectAll().where('region_key', '=', key).where('uninhabited', '=', 0),
)

const byAgs = compiled((db: Db, ags: string) =>
  db
    .selectFrom('area')
    .selectAll()
    .where('ags', '=', ags)
    .where('uninhabited', '=', 0)
    .orderBy('ended_by', (order) => order.asc().nullsFirst())
    .limit(1),
)

/**
 * The area a key names, living or dissolved, never an uninhabited one. An AGS of 8 digits names a Gemeinde; so does an
 * ARS of the time before a Gemeinde moved to another Verband.
 */
export async function findArea(db: Db, key: string): Promise<AreaRow | undefined> {
  if (key.length === 8) return (await byAgs(db, key))[0]
  const [row] = await byKey(db, key)
  if (row || key.length !== 12) return row
  return (await byAgs(db, agsOf(key)))[0]
}

export const isDissolved = (area: AreaRow): boolean => area.ended_by !== null

/** The living areas a key stands for; undefined when nobody knows it, no areas when nobody recorded what became of it. */
export async function resolveArea(db: Db, key: string): Promise<PlaceMatch | undefined> {
  const area = await findArea(db, key)
  if (!area) return undefined
  if (!isDissolved(area)) return { areas: [toRef(area)] }
  const areas = await successorsOf(db, area.region_key)
  // A Gemeinde that took in others may be a new one in law: to its people it has not moved.
  const isRenamed = !areas.some((successor) => successor.name === area.name)
  return { areas, ...(isRenamed ? { movedFrom: area.name } : {}) }
}

/** Living areas a dissolved one has become, the largest share first. */
export async function successorsOf(db: Db, regionKey: string): Promise<readonly AreaRef[]> {
  const successions: Succession[] = []
  const seen = new Set<string>()
  let frontier = [regionKey]
  while (frontier.length > 0) {
    frontier.forEach((key) => seen.add(key))
    const rows = await db
      .selectFrom('area_successor')
      .select(['region_key', 'successor_key', 'share'])
      .where('region_key', 'in', frontier)
      .execute()
    for (const { region_key, successor_key, share } of rows)
      successions.push({ regionKey: region_key, successorKey: successor_key, share })
    frontier = [...new Set(rows.map((row) => row.successor_key))].filter((key) => !seen.has(key))
  }
  const heirs = heirsOf(regionKey, successions).map((heir) => heir.regionKey)
  const refs = await areaRefs(db, heirs)
  return heirs.flatMap((key) => refs.get(key) ?? [])
}

/** Living areas by key; unknown, dissolved and uninhabited ones are left out. */
export async function areaRefs(db: Db, keys: readonly string[]): Promise<ReadonlyMap<string, AreaRef>> {
  if (keys.length === 0) return new Map()
  const rows = await db
    .selectFrom('area')
    .select(refColumns)
    .where('region_key', 'in', keys)
    .where('ended_by', 'is', null)
    .where('uninhabited', '=', 0)
    .execute()
  return new Map(rows.map((row) => [row.region_key, toRef(row)]))
}

/** The areas around one, nearest first; levels the register does not know are skipped. */
export async function parentsOf(db: Db, regionKey: string): Promise<readonly AreaRef[]> {
  const [, ...around] = regionsAround(regionKey)
  const refs = await areaRefs(db, around)
  return around.flatMap((key) => refs.get(key) ?? [])
}

/** Living areas directly below one, by name. */
export async function childrenOf(db: Db, regionKey: string): Promise<readonly AreaRef[]> {
  const rows = await db
    .selectFrom('area')
    .select(refColumns)
    .where('parent_key', '=', regionKey)
    .where('ended_by', 'is', null)
    .where('uninhabited', '=', 0)
    .execute()
  return rows.map(toRef).sort((a, b) => collator.compare(a.name, b.name))
}

const collator = new Intl.Collator('de')

/** Postcodes that lie in an area, whole or in part. */
export async function postcodesOf(db: Db, regionKey: string): Promise<readonly string[]> {
  const rows = await postcodesBelow(db, regionKey, endOfRange(regionKey))
  return rows.map((row) => row.postcode)
}

const postcodesBelow = compiled((db: Db, from: string, to: string) =>
  db
    .selectFrom('postcode_area')
    .select('postcode')
    .distinct()
    .where('region_key', '>=', from)
    .where('region_key', '<', to)
    .orderBy('postcode'),
)
