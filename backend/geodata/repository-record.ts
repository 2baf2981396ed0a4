import type { GeoCollectionEdit, GeoCollectionState } from '@amtsweg/contract'
import type { Db, Trx } from '../database/database.ts'
import { publishVersion } from './repository-versions.ts'
import type { GeoCollectionRow } from './tables.ts'

/** What is kept of a collection, and the number of the version that readers see. */
export async function storedCollection(
  db: Db,
  id: string,
): Promise<(GeoCollectionRow & { readonly number: number | null }) | undefined> {
  return db
    .selectFrom('geo_collection')
    .leftJoin('geo_version', 'geo_version.id', 'geo_collection.version_id')
    .selectAll('geo_collection')
    .select('geo_version.number as number')
    .where('geo_collection.id', '=', id)
    .executeTakeFirst()
}

/** A collection as officers read it; only its id where there is none. */
export async function collectionState(db: Db, id: string): Promise<GeoCollectionState> {
  const row = await storedCollection(db, id)
  if (!row) return { id }
  return {
    id,
    title: row.title,
    description: row.description,
    keywords: JSON.parse(row.keywords) as string[],
    theme: row.theme as GeoCollectionEdit['theme'],
    licence: row.licence as GeoCollectionEdit['licence'],
    provider: row.provider,
    sourceUri: row.source_uri,
    changed: row.changed === 1,
    titleProperty: row.title_property,
    audience: row.audience as GeoCollectionEdit['audience'],
    version: row.number,
  }
}

/** The authority that keeps a collection; undefined where there is none of this id. */
export const keeperOf = async (db: Db, id: string): Promise<string | undefined> =>
  (await db.selectFrom('geo_collection').select('authority_id').where('id', '=', id).executeTakeFirst())
    ?.authority_id

/** Whether an authority keeps a collection of this id. */
export const keepsCollection = async (db: Db, id: string, authorityId: string): Promise<boolean> =>
  (await keeperOf(db, id)) === authorityId

/** The id of a whole version by its number; undefined where there is none, or it is still being written. */
export const versionNumbered = async (db: Db, id: string, number: number): Promise<number | undefined> =>
  (
    await db
      .selectFrom('geo_version')
      .select('id')
      .where('collection_id', '=', id)
      .where('number', '=', number)
      .where('state', '=', 'ready')
      .executeTakeFirst()
  )?.id

interface Kept {
  readonly id: string
  readonly authorityId: string
  /** RFC 3339 UTC. */
  readonly at: string
}

/** Writes a collection as an officer wants it, and shows readers the version they name. */
export async function saveCollection(trx: Trx, edit: GeoCollectionEdit, { id, authorityId, at }: Kept) {
  const columns = {
    title: edit.title,
    description: edit.description,
    keywords: JSON.stringify(edit.keywords),
    theme: edit.theme,
    licence: edit.licence,
    provider: edit.provider,
    source_uri: edit.sourceUri,
    changed: edit.changed ? 1 : 0,
    title_property: edit.titleProperty,
    audience: edit.audience,
    updated_at: at,
  }
  await trx
    .insertInto('geo_collection')
    .values({ id, authority_id: authorityId, created_at: at, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute()
  // What an officer says of a copy holds at its next visit too.
  await trx
    .updateTable('geo_harvest')
    .set({ audience: edit.audience })
    .where('collection_id', '=', id)
    .execute()
  const versionId = edit.version === null ? null : await versionNumbered(trx, id, edit.version)
  if (versionId) await publishVersion(trx, versionId, at)
  else await trx.updateTable('geo_collection').set({ version_id: null }).where('id', '=', id).execute()
}

export async function deleteCollection(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('geo_collection').where('id', '=', id).execute()
}
