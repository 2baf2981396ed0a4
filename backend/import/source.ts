import type { ListedSource, Source } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { sourceRefreshes } from './schedules.ts'
import type { SourceRow } from './tables.ts'

/** A source as contract value. */
export const toSource = (row: SourceRow): Source => ({
  id: row.id,
  name: row.name,
  invented: row.invented === 1,
  ...(row.publisher ? { publisher: row.publisher } : {}),
  ...(row.licence ? { licence: row.licence } : {}),
  ...(row.licence_url ? { licenceUrl: row.licence_url } : {}),
  ...(row.url ? { url: row.url } : {}),
  ...(row.attribution ? { attribution: row.attribution } : {}),
  ...(row.as_of ? { asOf: row.as_of } : {}),
})

/** Every source there are data from, by name. */
export async function listSources(db: Db): Promise<ListedSource[]> {
  const rows = await db.selectFrom('source').selectAll().orderBy('name').execute()
  const refreshes = await sourceRefreshes(db)
  return rows.map((row) => {
    const refresh = refreshes.get(row.id)
    const looked = refresh && { checkedAt: refresh.checkedAt, refreshSeconds: refresh.everySeconds }
    return { ...toSource(row), importedAt: row.imported_at, ...looked }
  })
}

/** When each source was imported last, and how it is looked after. */
export async function sourceAges(db: Db) {
  const rows = await db
    .selectFrom('source')
    .select(['id', 'name', 'invented', 'imported_at'])
    .orderBy('id')
    .execute()
  const refreshes = await sourceRefreshes(db)
  return rows.map(({ id, name, invented, imported_at: importedAt }) => {
    const refresh = refreshes.get(id)
    return { id, name, invented: invented === 1, importedAt, ...(refresh ? { refresh } : {}) }
  })
}

/** One source as it was last recorded. */
export async function findSource(db: Db, id: string): Promise<Source | undefined> {
  const row = await db.selectFrom('source').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toSource(row)
}

/** SHA-256 of the file each source was last imported from. */
export async function sourceChecksums(db: Db): Promise<ReadonlyMap<string, string | null>> {
  const rows = await db.selectFrom('source').select(['id', 'checksum']).execute()
  return new Map(rows.map(({ id, checksum }) => [id, checksum]))
}

/** Records a source, or what is new about it. */
export async function saveSource(db: Db, source: Source, checksum: string, now: string): Promise<void> {
  const facts = {
    name: source.name,
    publisher: source.publisher ?? null,
    licence: source.licence ?? null,
    licence_url: source.licenceUrl ?? null,
    url: source.url ?? null,
    attribution: source.attribution ?? null,
    as_of: source.asOf ?? null,
    invented: source.invented ? 1 : 0,
    checksum,
    imported_at: now,
  }
  await db
    .insertInto('source')
    .values({ id: source.id, ...facts })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(facts))
    .execute()
}

/** Tables whose rows name their source, those that others refer to last. */
const owned = [
  'checklist',
  'keyword_reference',
  'life_situation_mapping',
  'life_situation_setting',
  'responsibility',
  'executing_tier',
  'service_supplement',
  'service_withdrawal',
  'local_part',
  'service',
  'life_situation',
  'person',
  'unit',
  'boundary',
  'street',
  'place',
  'postcode_area',
  'area_successor',
  'area',
  'xzufi_record',
  'source',
] as const

/** Removes sources and everything that came from them. */
export async function retireSources(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  for (const table of owned)
    await db
      .deleteFrom(table)
      .where(table === 'source' ? 'id' : 'source_id', 'in', ids)
      .execute()
}

/** Removes those of these sources that no record names any more. */
export async function forgetUnusedSources(db: Db, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const used = await Promise.all(
      owned
        .filter((table) => table !== 'source')
        .map((table) =>
          db.selectFrom(table).select('source_id').where('source_id', '=', id).limit(1).execute(),
        ),
    )
    if (used.every((rows) => rows.length === 0)) await db.deleteFrom('source').where('id', '=', id).execute()
  }
}

/** When each source was last imported, RFC 3339 UTC. */
export const importTimes = (db: Db): Promise<{ readonly id: string; readonly imported_at: string }[]> =>
  db.selectFrom('source').select(['id', 'imported_at']).orderBy('id').execute()
