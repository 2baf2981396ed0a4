import { sql } from 'kysely'
import type { Db, Trx } from '../database/database.ts'
import { crs84, type ReferenceSystem } from '../geometry/reference-system.ts'
import type { Field } from './collection.ts'
import { insertRows, type NewRow, nextNumber } from './repository-versions.ts'

/** State of a version that is written over several visits: nobody reads it, and nobody takes it for a file that was left half-way. */
const state = 'harvesting'

interface Begun {
  readonly collectionId: string
  readonly source: string
  readonly createdBy: string
  /** RFC 3339 UTC. */
  readonly at: string
}

/** Begins a version of a copy; gives its id. */
export async function beginCopy(trx: Trx, { collectionId, source, createdBy, at }: Begun): Promise<number> {
  const { id } = await trx
    .insertInto('geo_version')
    .values({
      ...{
        collection_id: collectionId,
        number: await nextNumber(trx, collectionId),
        state,
        storage: crs84.code,
      },
      ...{ features: 0, placeless: 0, fields: '[]', geometry_types: '[]' },
      ...{ source, created_by: createdBy, created_at: at },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Whether a version is still there and still being written. */
export const isBeingCopied = async (db: Db, id: number): Promise<boolean> =>
  (await db
    .selectFrom('geo_version')
    .select('id')
    .where('id', '=', id)
    .where('state', '=', state)
    .executeTakeFirst()) !== undefined

/** Whether a version is there and whole. */
export const isWhole = async (db: Db, id: number): Promise<boolean> =>
  (await db
    .selectFrom('geo_version')
    .select('id')
    .where('id', '=', id)
    .where('state', '=', 'ready')
    .executeTakeFirst()) !== undefined

/** Which of some hundred ids a version has already. */
export async function idsAmong(
  db: Db,
  versionId: number,
  extIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (extIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('geo_feature')
    .select('ext_id')
    .where('version_id', '=', versionId)
    .where('ext_id', 'in', extIds)
    .execute()
  return new Set(rows.map(({ ext_id }) => ext_id))
}

/** Writes more features, and that somebody still works on the version. */
export async function appendToCopy(
  trx: Trx,
  versionId: number,
  rows: readonly NewRow[],
  at: string,
): Promise<void> {
  await insertRows(trx, rows)
  await trx.updateTable('geo_version').set({ created_at: at }).where('id', '=', versionId).execute()
}

/** Lays changes aside, the later word about a feature counts; a content of null says that it is gone. */
export async function stageChanges(
  trx: Trx,
  harvestId: string,
  changes: readonly (readonly [extId: string, content: string | null])[],
): Promise<void> {
  const unique = [...new Map(changes)]
  for (let from = 0; from < unique.length; from += atOnce)
    await trx
      .insertInto('geo_harvest_staged')
      .values(
        unique
          .slice(from, from + atOnce)
          .map(([ext_id, content]) => ({ harvest_id: harvestId, ext_id, content })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['harvest_id', 'ext_id'])
          .doUpdateSet((is) => ({ content: is.ref('excluded.content') })),
      )
      .execute()
}

/** Rows per statement. */
const atOnce = 500

export async function countStaged(db: Db, harvestId: string): Promise<number> {
  const { count } = await db
    .selectFrom('geo_harvest_staged')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('harvest_id', '=', harvestId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export const forgetChangesOf = (trx: Db, harvestId: string) =>
  trx.deleteFrom('geo_harvest_staged').where('harvest_id', '=', harvestId).execute()

const columns = [
  ...(['ext_id', 'geometry', 'stored', 'properties', 'min_lon', 'min_lat', 'max_lon', 'max_lat'] as const),
  ...(['begins', 'ends', 'digest'] as const),
]

/** Takes over the next features that did not change; up to which, or undefined where there are no more. */
export async function takeUnchanged(
  trx: Trx,
  { from, to, harvestId, after }: Record<'from' | 'to' | 'after', number> & { readonly harvestId: string },
): Promise<number | undefined> {
  const some = trx
    .selectFrom('geo_feature')
    .select('id')
    .where('version_id', '=', from)
    .where('id', '>', after)
    .orderBy('id')
    .limit(takenAtOnce)
  const { last } = await trx
    .selectFrom(some.as('some'))
    .select(({ fn }) => fn.max('some.id').as('last'))
    .executeTakeFirstOrThrow()
  if (last === null) return undefined
  const changed = trx.selectFrom('geo_harvest_staged').select('ext_id').where('harvest_id', '=', harvestId)
  await trx
    .insertInto('geo_feature')
    .columns(['version_id', ...columns])
    .expression(
      trx
        .selectFrom('geo_feature')
        .select([sql<number>`cast(${to} as integer)`.as('version_id'), ...columns])
        .where('version_id', '=', from)
        .where('id', '>', after)
        .where('id', '<=', last)
        .where('ext_id', 'not in', changed)
        .orderBy('id'),
    )
    .execute()
  return last
}

/** Features per transaction: others get their turn in between. */
const takenAtOnce = 2_000

/** Moves the next features that were put from aside into the version; how many. */
export async function takePut(trx: Trx, harvestId: string, to: number): Promise<number> {
  const put = await trx
    .selectFrom('geo_harvest_staged')
    .select(['ext_id', 'content'])
    .where('harvest_id', '=', harvestId)
    .where('content', 'is not', null)
    .orderBy('ext_id')
    .limit(atOnce)
    .execute()
  const rows = put.map(({ content }) => ({ ...(JSON.parse(content ?? '') as NewRow), version_id: to }))
  await insertRows(trx, rows)
  if (put.length > 0)
    await trx
      .deleteFrom('geo_harvest_staged')
      .where('harvest_id', '=', harvestId)
      .where(
        'ext_id',
        'in',
        put.map(({ ext_id }) => ext_id),
      )
      .execute()
  return put.length
}

interface Known {
  readonly storage: ReferenceSystem
  readonly fields: readonly Field[]
  readonly types: readonly string[]
  /** RFC 3339 UTC. */
  readonly at: string
}

/** Makes a version whole: what it holds is counted in it, whoever has written which part. */
export async function endCopy(trx: Trx, id: number, { storage, fields, types, at }: Known): Promise<number> {
  const sums = await trx
    .selectFrom('geo_feature')
    .where('version_id', '=', id)
    .select(({ fn }) => [
      fn.countAll().as('features'),
      fn.count('min_lon').as('placed'),
      ...[fn.min('min_lon').as('min_lon'), fn.min('min_lat').as('min_lat')],
      ...[fn.max('max_lon').as('max_lon'), fn.max('max_lat').as('max_lat')],
      ...[fn.min('begins').as('begins'), fn.max('ends').as('ends')],
    ])
    .executeTakeFirstOrThrow()
  const { features, placed, ...bounds } = sums
  await trx
    .updateTable('geo_version')
    .set({
      ...{ ...bounds, state: 'ready', storage: storage.code, created_at: at },
      ...{ features: Number(features), placeless: Number(features) - Number(placed) },
      ...{ fields: JSON.stringify(fields), geometry_types: JSON.stringify(types) },
    })
    .where('id', '=', id)
    .execute()
  return Number(features)
}
