import { sql } from 'kysely'
import { compiled } from '../database/compiled.ts'
import type { Db, Trx } from '../database/database.ts'
import { featureColumns, type FeatureText } from './repository-features.ts'

/** Features that went away and are remembered, per collection; whoever missed more of them reads everything anew. */
const mostGone = 100_000

/**
 * Notes for followers what differs between two versions: what is new or different is put, what is not there any more is gone; a
 * feature that changed before loses its older note.
 */
export async function noteChanges(
  trx: Trx,
  collectionId: string,
  before: number,
  after: number,
): Promise<void> {
  const differing = differences(trx, before, after)
  await trx
    .deleteFrom('geo_change')
    .where('collection_id', '=', collectionId)
    .where('ext_id', 'in', trx.selectFrom(differing.as('differing')).select('ext_id'))
    .execute()
  await trx
    .insertInto('geo_change')
    .columns(['collection_id', 'ext_id', 'kind'])
    .expression(
      trx
        .selectFrom(differing.as('differing'))
        .select([sql.val(collectionId).as('collection_id'), 'ext_id', 'kind'])
        .orderBy('kind')
        .orderBy('position'),
    )
    .execute()
  await pruneChanges(trx, collectionId)
}

/** How many features differ between two versions, and how many are not there any more. */
export async function countDifferences(
  trx: Trx,
  before: number,
  after: number,
): Promise<{ readonly put: number; readonly gone: number }> {
  const rows = await trx
    .selectFrom(differences(trx, before, after).as('differing'))
    .select(['kind', ({ fn }) => fn.countAll().as('count')])
    .groupBy('kind')
    .execute()
  const of = (wanted: string) => Number(rows.find(({ kind }) => kind === wanted)?.count ?? 0)
  return { put: of('put'), gone: of('gone') }
}

function differences(trx: Db, before: number, after: number) {
  const put = trx
    .selectFrom('geo_feature as new')
    .leftJoin('geo_feature as old', (join) =>
      join.onRef('old.ext_id', '=', 'new.ext_id').on('old.version_id', '=', before),
    )
    .where('new.version_id', '=', after)
    .where(({ or, eb }) => or([eb('old.id', 'is', null), eb('old.digest', '<>', eb.ref('new.digest'))]))
    .select(['new.ext_id as ext_id', 'new.id as position', sql<string>`'put'`.as('kind')])
  const gone = trx
    .selectFrom('geo_feature as old')
    .leftJoin('geo_feature as new', (join) =>
      join.onRef('old.ext_id', '=', 'new.ext_id').on('new.version_id', '=', after),
    )
    .where('old.version_id', '=', before)
    .where('new.id', 'is', null)
    .select(['old.ext_id as ext_id', 'old.id as position', sql<string>`'gone'`.as('kind')])
  return put.unionAll(gone)
}

/** Forgets all changes: nobody knows what whoever read before has missed. */
export async function forgetChanges(trx: Trx, collectionId: string): Promise<void> {
  await trx.deleteFrom('geo_change').where('collection_id', '=', collectionId).execute()
  await trx
    .updateTable('geo_collection')
    .set((is) => ({ changes_epoch: is('changes_epoch', '+', 1) }))
    .where('id', '=', collectionId)
    .execute()
}

/** What was put is bounded by what there is; what is gone only by time. */
async function pruneChanges(trx: Trx, collectionId: string): Promise<void> {
  const last = await trx
    .selectFrom('geo_change')
    .select('id')
    .where('collection_id', '=', collectionId)
    .where('kind', '=', 'gone')
    .orderBy('id', 'desc')
    .offset(mostGone)
    .limit(1)
    .executeTakeFirst()
  if (!last) return
  await trx
    .deleteFrom('geo_change')
    .where('collection_id', '=', collectionId)
    .where('kind', '=', 'gone')
    .where('id', '<=', last.id)
    .execute()
  await trx
    .updateTable('geo_collection')
    .set({ changes_pruned: last.id })
    .where('id', '=', collectionId)
    .execute()
}

/** Where a collection is, in the eyes of its followers: all of it at one moment. */
export interface ChangeState {
  /** RFC 3339 UTC. */
  readonly createdAt: string
  readonly versionId: number
  readonly epoch: number
  readonly pruned: number
  /** The newest change. */
  readonly head: number
}

export async function changeState(db: Db, collectionId: string): Promise<ChangeState | undefined> {
  const row = await db
    .selectFrom('geo_collection')
    .where('id', '=', collectionId)
    .select(['created_at', 'version_id', 'changes_epoch', 'changes_pruned'])
    .select(({ selectFrom }) =>
      selectFrom('geo_change')
        .select(({ fn }) => fn.max('geo_change.id').as('id'))
        .whereRef('geo_change.collection_id', '=', 'geo_collection.id')
        .as('head'),
    )
    .executeTakeFirst()
  if (!row || row.version_id === null) return undefined
  const { created_at, version_id, changes_epoch, changes_pruned, head } = row
  return {
    ...{ createdAt: created_at, versionId: version_id, epoch: changes_epoch, pruned: changes_pruned },
    head: head ?? changes_pruned,
  }
}

export interface Change {
  readonly id: number
  readonly ext_id: string
  readonly kind: string
}

const between = compiled((db: Db, collectionId: string, after: number, upTo: number, limit: number) =>
  db
    .selectFrom('geo_change')
    .select(['id', 'ext_id', 'kind'])
    .where('collection_id', '=', collectionId)
    .where('id', '>', after)
    .where('id', '<=', upTo)
    .orderBy('id')
    .limit(limit),
)

/** The oldest changes behind one, up to another. */
export const changesBetween = (
  db: Db,
  collectionId: string,
  after: number,
  upTo: number,
  limit: number,
): Promise<readonly Change[]> => between(db, collectionId, after, upTo, limit)

/** Features of a version by their own ids, at most some hundred. */
export async function timedFeatures(
  db: Db,
  versionId: number,
  extIds: readonly string[],
): Promise<ReadonlyMap<string, FeatureText>> {
  if (extIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('geo_feature')
    .select(featureColumns)
    .where('version_id', '=', versionId)
    .where('ext_id', 'in', extIds)
    .execute()
  return new Map(rows.map((row) => [row.ext_id, row]))
}

/** Whether readers of a collection may see a version, now or as one they began with, and all of it is still there. */
export const hasVersion = async (db: Db, collectionId: string, versionId: number): Promise<boolean> =>
  (await db
    .selectFrom('geo_version')
    .select('id')
    .where('id', '=', versionId)
    .where('collection_id', '=', collectionId)
    .where('state', '=', 'ready')
    .where('published_at', 'is not', null)
    .executeTakeFirst()) !== undefined
