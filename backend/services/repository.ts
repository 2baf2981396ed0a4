import { sql } from 'kysely'
import type { Service } from '@amtsweg/contract'
import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/database.ts'
import { unreachableLinks } from '../import/index.ts'
import { regionsAround } from '../places/index.ts'
import { bestDescription } from './best-description.ts'
import { markLinks } from './mark-links.ts'
import { pageRows } from './repository-page.ts'
import type { ServiceRow } from './tables.ts'
import { inLanguage, toService } from './to-service.ts'

/** For which region (ARS or the start of one) and in which language a service is read. */
export interface ServiceView {
  readonly area?: string | undefined
  readonly lang: string
}

/** As much of a service as it takes to find who answers for it. */
export interface ServiceRef {
  readonly id: string
  readonly title: string
  /** Language of the title. */
  readonly lang: string
  /** What a responsibility may be recorded under: the id, and `leika:<key>` for each of its Leistungsschluessel. */
  readonly serviceKeys: readonly string[]
}

const byId = compiled((db: Db, id: string) =>
  db.selectFrom('service').selectAll().where('id', '=', id).where('public', '=', 1),
)

const byKey = compiled((db: Db, key: string) =>
  db
    .selectFrom('service_identifier as key')
    .innerJoin('service', 'service.id', 'key.service_id')
    .selectAll('service')
    .where('key.scheme_id', '=', 'leika')
    .where('key.value', '=', key)
    .where('service.public', '=', 1),
)

/** The row of a service asked by id or Leistungsschluessel: of several descriptions of one key the best for the area. */
async function findRow(db: Db, key: string, area: string | undefined): Promise<ServiceRow | undefined> {
  const candidates = /^\d{14}$/.test(key) ? await byKey(db, key) : []
  if (candidates.length === 0) return (await byId(db, key))[0]
  return bestDescription(candidates, area ? regionsAround(area) : undefined)
}

/** A service by id or Leistungsschluessel: of several descriptions of one key the most local, then the fullest. */
export async function findService(db: Db, key: string, view: ServiceView): Promise<Service | undefined> {
  const row = await findRow(db, key, view.area)
  if (!row) return undefined
  const service = toService(row, await pageRows(db, row.id, view.lang, view.area ?? ''), view.lang)
  return markLinks(service, await unreachableLinks(db, 'service', [row.id]))
}

/** As much of a service as it takes to edit what is said of it in an area. */
export async function editedService(
  db: Db,
  key: string,
  area: string,
): Promise<Pick<ServiceRow, 'id' | 'typisierung' | 'region_key' | 'leistungsschluessel'> | undefined> {
  const row = await findRow(db, key, area)
  return row && area.startsWith(row.region_key ?? '') ? row : undefined
}

/** The same choice as findService, without the texts. */
export async function serviceRef(db: Db, key: string, view: ServiceView): Promise<ServiceRef | undefined> {
  const row = await findRow(db, key, view.area)
  if (!row) return undefined
  const rows = await refRows(db, row.id)
  const names = rows.filter((one) => one.lang !== null) as readonly { value: string; lang: string }[]
  const keys = rows.filter((one) => one.lang === null).map((one) => `leika:${one.value}`)
  const [name] = inLanguage(names, view.lang)
  return {
    id: row.id,
    title: name?.value ?? row.id,
    lang: name?.lang ?? 'de',
    serviceKeys: [
      row.id,
      ...new Set([...(row.leistungsschluessel ? [`leika:${row.leistungsschluessel}`] : []), ...keys]),
    ],
  }
}

/** Names by language, and keys without one. */
const refRows = compiled((db: Db, id: string) =>
  db
    .selectFrom('service_name')
    .select(['title as value', sql<string | null>`lang`.as('lang')])
    .where('service_id', '=', id)
    .unionAll(
      db
        .selectFrom('service_identifier')
        .select(['value', sql<string | null>`null`.as('lang')])
        .where('service_id', '=', id)
        .where('scheme_id', '=', 'leika'),
    ),
)
