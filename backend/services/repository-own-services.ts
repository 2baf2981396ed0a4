import type { Db, Trx } from '../database/database.ts'
import { regionsAround } from '../places/index.ts'
import { relinkService } from './import-links.ts'
import { replaceServices } from './import-records.ts'
import type { StoredService } from './own-service.ts'
import { applyLocalKeywords } from './repository-local-keywords.ts'
import type { ServiceRows } from './service-rows.ts'
import type { Replaced } from './typisierung.ts'

/** All that is stored of a public service, but for the keywords that authorities have added. */
export async function storedService(db: Db, id: string): Promise<StoredService | undefined> {
  const service = await db
    .selectFrom('service')
    .selectAll()
    .where('id', '=', id)
    .where('public', '=', 1)
    .executeTakeFirst()
  if (!service) return undefined
  return {
    service,
    names: await db.selectFrom('service_name').selectAll().where('service_id', '=', id).execute(),
    texts: await db.selectFrom('service_text').selectAll().where('service_id', '=', id).execute(),
    parts: await db.selectFrom('service_part').selectAll().where('service_id', '=', id).execute(),
    keywords: await db
      .selectFrom('service_keyword')
      .selectAll()
      .where('service_id', '=', id)
      .where('local', '=', 0)
      .execute(),
    identifiers: await db.selectFrom('service_identifier').selectAll().where('service_id', '=', id).execute(),
    lifeSituations: await db
      .selectFrom('service_life_situation')
      .selectAll()
      .where('service_id', '=', id)
      .execute(),
  }
}

/** Whose a description is: the source it came from, and where it holds; also of one that is not public. */
export const ownerOfService = (db: Db, id: string) =>
  db.selectFrom('service').select(['source_id', 'region_key']).where('id', '=', id).executeTakeFirst()

/** Other descriptions of these Leistungsschluessel that hold in a region as a part of a larger area. */
export async function describedAbove(
  db: Db,
  id: string,
  keys: readonly string[],
  regionKey: string,
): Promise<readonly Replaced[]> {
  if (keys.length === 0) return []
  const above = ['', ...regionsAround(regionKey).slice(1)]
  return db
    .selectFrom('service')
    .innerJoin('service_identifier as key', 'key.service_id', 'service.id')
    .select(['service.typisierung', 'service.region_key'])
    .where('key.scheme_id', '=', 'leika')
    .where('key.value', 'in', keys)
    .where('service.id', '!=', id)
    .where((eb) => eb.or([eb('service.region_key', 'is', null), eb('service.region_key', 'in', above)]))
    .execute()
}

/** Writes one description, and what follows from it here. */
export async function saveOwnService(trx: Trx, rows: ServiceRows): Promise<void> {
  await replaceServices(trx, [rows])
  await followUp(trx, rows.service.id)
}

/** Deletes one description; what others have added to it waits for it to come back. */
export async function deleteOwnService(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('service').where('id', '=', id).execute()
  await followUp(trx, id)
}

async function followUp(trx: Trx, id: string): Promise<void> {
  await applyLocalKeywords(trx)
  await relinkService(trx, id)
}
