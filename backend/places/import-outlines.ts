import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/database.ts'
import { type ImportContext, ImportError, insertAll } from '../import/index.ts'
import { loadGemeinden } from './import-gemeinden.ts'
import { boxOf, type Outline, readOutline, toGeometry } from './outline.ts'
import { agsOf } from './region-key.ts'

/** Outlines written in one statement; more would be held in memory for nothing. */
const batchSize = 250

const storedOutline = compiled((db: Db, id: number) =>
  db.selectFrom('boundary').select(['as_of', 'scale', 'geometry']).where('id', '=', id),
)

/** Writes the outlines of a map one by one, as they come out of the file. */
export async function importOutlines(
  features: Iterable<unknown>,
  scale: number,
  context: ImportContext,
): Promise<void> {
  const { trx, source, count, reject } = context
  const as_of = source.asOf
  if (!as_of)
    throw new ImportError(
      'Which day do these outlines describe? Name the file like vg250-2016-01-01.geojson.',
    )
  const place = await createPlacing(context)
  const present = await presentOutlines(context)
  const seen = new Set<string>()
  const batch: ReturnType<typeof toRow>[] = []
  const toRow = (region_key: string, { polygons }: Outline) => ({
    region_key,
    as_of,
    geometry: toGeometry(polygons),
    ...boxOf(polygons),
    scale,
    source_id: source.id,
  })

  const write = async (row: ReturnType<typeof toRow>) => {
    const id = present.get(row.region_key)
    const [stored] = id === undefined ? [] : await storedOutline(trx, id)
    if (stored?.geometry === row.geometry && stored.as_of === as_of && stored.scale === scale) return
    if (id !== undefined) await trx.deleteFrom('boundary').where('id', '=', id).execute()
    batch.push(row)
    count('written')
    if (batch.length >= batchSize) await insertAll(trx, 'boundary', batch.splice(0))
  }

  let position = 0
  for (const feature of features) {
    position += 1
    count('read')
    const outline = readOutline(feature, position)
    const regionKey = typeof outline === 'string' ? undefined : await place(outline)
    if (typeof outline === 'string') reject(position, outline)
    else if (regionKey && seen.has(regionKey))
      reject(position, 'A second outline of the same area', regionKey)
    else if (regionKey) {
      seen.add(regionKey)
      await write(toRow(regionKey, outline))
    }
  }
  await insertAll(trx, 'boundary', batch)
  await removeGone(context, present, seen)
}

async function presentOutlines({ trx, source }: ImportContext): Promise<ReadonlyMap<string, number>> {
  const rows = await trx
    .selectFrom('boundary')
    .select(['id', 'region_key'])
    .where('source_id', '=', source.id)
    .execute()
  return new Map(rows.map((row) => [row.region_key, row.id]))
}

/** A file speaks for the levels of the Laender it has outlines of. */
async function removeGone(
  { trx, count, guardDeletions }: ImportContext,
  present: ReadonlyMap<string, number>,
  seen: ReadonlySet<string>,
): Promise<void> {
  const scopeOf = (regionKey: string) => `${regionKey.length} ${regionKey.slice(0, 2)}`
  const scopes = new Set([...seen].map(scopeOf))
  const own = [...present].filter(([regionKey]) => scopes.has(scopeOf(regionKey)))
  const gone = own.filter(([regionKey]) => !seen.has(regionKey))
  guardDeletions(own.length, gone.length)
  for (const [, id] of gone) await trx.deleteFrom('boundary').where('id', '=', id).execute()
  count('deleted', gone.length)
}

/** Finds the area of an outline; a Gemeinde that a newer register no longer lists becomes a dissolved area. */
async function createPlacing(
  context: ImportContext,
): Promise<(outline: Outline) => Promise<string | undefined>> {
  const { trx, source, leaveOut, reject } = context
  const gemeinden = await loadGemeinden(trx)
  const rows = await trx.selectFrom('area').select('region_key').where('level', '!=', 'gemeinde').execute()
  const regions = new Set(rows.map((row) => row.region_key))
  return async (outline) => {
    const { regionKey, position, name } = outline
    if (regions.has(regionKey)) return regionKey
    const known = regionKey.length === 12 ? gemeinden.find(regionKey) : undefined
    if (known) return known.regionKey
    const registerDate = gemeinden.registerDate(regionKey)
    const isOld = registerDate !== undefined && (source.asOf ?? '') < registerDate
    if (isOld && regionKey.length === 12) return addDissolved(context, outline, registerDate)
    if (isOld) leaveOut(position, `${name} (${regionKey}) no longer exists`)
    else reject(position, `${name} (${regionKey}) is no area of the register`)
    return undefined
  }
}

/** It ended between the day of the map and the day of the register. */
async function addDissolved(
  { trx, source }: ImportContext,
  { regionKey, name, designation }: Outline,
  endedBy: string,
): Promise<string> {
  await trx
    .insertInto('area')
    .values({
      region_key: regionKey,
      level: 'gemeinde',
      kind: designation === 'Stadt' ? 'stadt' : 'gemeinde',
      name,
      full_name: designation === 'Stadt' ? `${name}, Stadt` : name,
      ags: agsOf(regionKey),
      parent_key: null,
      ended_after: source.asOf ?? null,
      ended_by: endedBy,
      uninhabited: /gemeindefrei/i.test(designation) ? 1 : 0,
      source_id: source.id,
    })
    .execute()
  return regionKey
}
