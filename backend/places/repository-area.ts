import type { Area } from '@amtsweg/contract'
import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/database.ts'
import { endOfRange } from './region-key.ts'
import { findArea, isDissolved, parentsOf, postcodesOf, successorsOf, toRef } from './repository.ts'
import type { AreaRow } from './tables.ts'

/** An area with all it belongs to; undefined when no key of ours is like this. */
export async function describeArea(db: Db, key: string): Promise<Area | undefined> {
  const row = await findArea(db, key)
  if (!row) return undefined
  return {
    ...toRef(row),
    fullName: row.full_name,
    ...(row.ags ? { ags: row.ags } : {}),
    ...(row.population === null ? {} : { population: row.population }),
    postcodes: [...(await postcodesOf(db, row.region_key))],
    ...(row.lat !== null && row.lon !== null ? { position: { lat: row.lat, lon: row.lon } } : {}),
    validity: validityOf(row),
    parents: [...(await parentsOf(db, row.region_key))],
    successors: isDissolved(row) ? [...(await successorsOf(db, row.region_key))] : [],
    sources: await sourcesOf(db, row),
  }
}

const validityOf = ({ valid_from, ended_after, ended_by }: AreaRow): Area['validity'] => ({
  ...(valid_from ? { from: valid_from } : {}),
  ...(ended_after ? { endedAfter: ended_after } : {}),
  ...(ended_by ? { endedBy: ended_by } : {}),
})

const postcodeSources = compiled((db: Db, from: string, to: string) =>
  db
    .selectFrom('postcode_area')
    .select('source_id')
    .distinct()
    .where('region_key', '>=', from)
    .where('region_key', '<', to),
)

const successorSources = compiled((db: Db, regionKey: string) =>
  db.selectFrom('area_successor').select('source_id').distinct().where('region_key', '=', regionKey),
)

async function sourcesOf(db: Db, row: AreaRow): Promise<string[]> {
  const rows = [
    ...(await postcodeSources(db, row.region_key, endOfRange(row.region_key))),
    ...(await successorSources(db, row.region_key)),
  ]
  const ids = [row.source_id, row.position_source_id, ...rows.map((one) => one.source_id)]
  return [...new Set(ids)].filter((id) => id !== null)
}
