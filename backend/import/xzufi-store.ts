import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import { type ExportScope, isExported } from './own-records.ts'
import type { XzufiElement } from './xzufi-element.ts'
import type { XzufiIdentifier } from './xzufi-identifier.ts'

/** An object as it is kept. */
export interface XzufiRecord {
  readonly kind: string
  readonly id: string
  readonly identifier: XzufiIdentifier
  readonly element: XzufiElement
  readonly sourceId: string
}

/** What one object says about another. */
export interface XzufiMention extends XzufiRecord {
  readonly targetId: string
}

const columns = ['kind', 'id', 'scheme_agency_id', 'scheme_id', 'value', 'content', 'source_id'] as const
interface Row {
  readonly kind: string
  readonly id: string
  readonly scheme_agency_id: string
  readonly scheme_id: string
  readonly value: string
  readonly content: string
  readonly source_id: string
}

const toRecord = (row: Row): XzufiRecord => ({
  kind: row.kind,
  id: row.id,
  identifier: { schemeAgencyId: row.scheme_agency_id, schemeId: row.scheme_id, value: row.value },
  element: JSON.parse(row.content) as XzufiElement,
  sourceId: row.source_id,
})

/** The living objects of a kind among these ids. */
export async function xzufiRecords(
  db: Db,
  kind: string,
  ids: readonly string[],
): Promise<readonly XzufiRecord[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('xzufi_record')
    .select(columns)
    .where('kind', '=', kind)
    .where('id', 'in', ids)
    .where('deleted', '=', 0)
    .orderBy('id')
    .execute()
  return rows.map(toRecord)
}

/** The living objects of some kinds that speak of any of these. */
export async function xzufiMentions(
  db: Db,
  kinds: readonly string[],
  role: 'service' | 'holder',
  targets: readonly string[],
): Promise<readonly XzufiMention[]> {
  if (targets.length === 0) return []
  const rows = await db
    .selectFrom('xzufi_reference as r')
    .innerJoin('xzufi_record as x', (join) => join.onRef('x.kind', '=', 'r.kind').onRef('x.id', '=', 'r.id'))
    .select([...columns.map((column) => `x.${column}` as const), 'r.target_id'])
    .where('r.role', '=', role)
    .where('r.target_id', 'in', targets)
    .where('x.kind', 'in', kinds)
    .where('x.deleted', '=', 0)
    .orderBy('x.id')
    .execute()
  return rows.map((row) => ({ ...toRecord(row), targetId: row.target_id }))
}

/** An object that a Zustaendigkeit offers for a service. */
export interface XzufiOffer {
  readonly serviceId: string
  readonly responsibility: XzufiElement
  readonly offer: XzufiRecord
}

/** Objects that a Zustaendigkeit offers for any of these services, with that Zustaendigkeit. */
export async function xzufiOffers(
  db: Db,
  kinds: readonly string[],
  serviceIds: readonly string[],
): Promise<readonly XzufiOffer[]> {
  // First who speaks of the services, which are few: in one question, SQLite would go through everything that is offered.
  const speaking = await db
    .selectFrom('xzufi_reference')
    .select(['kind', 'id', 'target_id'])
    .where('role', '=', 'service')
    .where('target_id', 'in', serviceIds)
    .execute()
  const services = Map.groupBy(
    speaking.filter(({ kind }) => kind === 'zustaendigkeit'),
    ({ id }) => id,
  )
  const ids = [...services.keys()]
  const offers: XzufiOffer[] = []
  for (let from = 0; from < ids.length; from += mostIds) {
    const rows = await offeredBy(db, kinds, ids.slice(from, from + mostIds))
    for (const { responsibility_id, stated, ...row } of rows)
      for (const { target_id } of services.get(responsibility_id) ?? [])
        offers.push({
          serviceId: target_id,
          responsibility: JSON.parse(stated) as XzufiElement,
          offer: toRecord(row),
        })
  }
  return offers.toSorted((a, b) => (a.offer.id < b.offer.id ? -1 : 1))
}

const mostIds = 500

const offeredBy = (db: Db, kinds: readonly string[], responsibilityIds: readonly string[]) =>
  db
    .selectFrom('xzufi_reference as h')
    .innerJoin('xzufi_record as x', 'x.id', 'h.target_id')
    .innerJoin('xzufi_record as z', (join) => join.onRef('z.kind', '=', 'h.kind').onRef('z.id', '=', 'h.id'))
    .select([...columns.map((column) => `x.${column}` as const)])
    .select(['h.id as responsibility_id', 'z.content as stated'])
    .where('h.kind', '=', 'zustaendigkeit')
    .where('h.id', 'in', responsibilityIds)
    .where('h.role', '=', 'holder')
    .where('x.kind', 'in', kinds)
    .where('x.deleted', '=', 0)
    .where('z.deleted', '=', 0)
    .execute()

/** Ids of objects of a kind that an import wrote or deleted, a page behind the last one. */
export async function xzufiChanges(
  db: Db,
  kind: string,
  changedAt: string,
  last: string,
  limit: number,
): Promise<readonly { readonly id: string; readonly deleted: number }[]> {
  return await db
    .selectFrom('xzufi_record')
    .select(['id', 'deleted'])
    .where('kind', '=', kind)
    .where('changed_at', '=', changedAt)
    .where('id', '>', last)
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** Ids of the services an import touched in any way, themselves or what is offered for them, some at a time. */
export const touchedServices = (db: Db, changedAt: string, size: number) =>
  inPages(size, (last, limit) =>
    sql`
    select id from (
      select id from xzufi_record where kind = 'leistung' and changed_at = ${changedAt} and id > ${last}
      union
      select r.target_id from xzufi_record x join xzufi_reference r on r.kind = x.kind and r.id = x.id and r.role = 'service'
      where x.kind in ('spezialisierung', 'onlinedienst', 'formular', 'zustaendigkeit')
        and x.changed_at = ${changedAt} and r.target_id > ${last}
      union
      select s.target_id from xzufi_record x
        join xzufi_reference h on h.target_id = x.id and h.role = 'holder'
        join xzufi_reference s on s.kind = h.kind and s.id = h.id and s.role = 'service'
      where x.kind in ('onlinedienst', 'formular') and x.changed_at = ${changedAt} and s.target_id > ${last}
    ) as touched order by id limit ${limit}`.execute(db),
  )

/** Ids of the holders an import touched, themselves or what is stated of them, some at a time. */
export const touchedHolders = (db: Db, changedAt: string, size: number) =>
  inPages(size, (last, limit) =>
    sql`
    select id from (
      select id from xzufi_record where kind = 'organisationseinheit' and changed_at = ${changedAt} and id > ${last}
      union
      select r.target_id from xzufi_record x join xzufi_reference r on r.kind = x.kind and r.id = x.id and r.role = 'holder'
      where x.kind = 'zustaendigkeit' and x.changed_at = ${changedAt} and r.target_id > ${last}
    ) as touched order by id limit ${limit}`.execute(db),
  )

/** Asking goes through all that an import changed, so that many ids are taken at once; they are handed out some at a time. */
const idsAtOnce = 10_000

async function* inPages(
  size: number,
  read: (last: string, limit: number) => Promise<{ readonly rows: readonly unknown[] }>,
): AsyncGenerator<readonly string[], void> {
  for (let last: string | undefined = ''; last !== undefined;) {
    const { rows } = await read(last, idsAtOnce)
    const ids = (rows as readonly { readonly id: string }[]).map(({ id }) => id)
    for (let from = 0; from < ids.length; from += size) yield ids.slice(from, from + size)
    last = ids.length < idsAtOnce ? undefined : ids.at(-1)
  }
}

/** An object for an export: as it is kept, or only its identifier where it was deleted. */
export interface XzufiStored {
  readonly kind: string
  readonly identifier: XzufiIdentifier
  readonly version: string
  /** Undefined where it was deleted. */
  readonly element: XzufiElement | undefined
}

/** Every object of a kind in the order of ids, those that changed since a time if there is one, a page at a time. */
export async function* xzufiStored(
  db: Db,
  kind: string,
  scope: ExportScope,
): AsyncGenerator<XzufiStored, void> {
  for (let last = ''; ;) {
    const rows = await db
      .selectFrom('xzufi_record')
      .select([...columns, 'version', 'deleted'])
      .where('kind', '=', kind)
      .where('id', '>', last)
      .where('changed_at', '>=', scope.since ?? '')
      .where(isExported('xzufi_record.source_id', scope))
      // Whoever gets the whole needs no deletions.
      .where('deleted', '<=', scope.since === undefined ? 0 : 1)
      .orderBy('id')
      .limit(100)
      .execute()
    for (const row of rows)
      yield {
        kind,
        identifier: { schemeAgencyId: row.scheme_agency_id, schemeId: row.scheme_id, value: row.value },
        version: row.version,
        element: row.deleted === 1 ? undefined : (JSON.parse(row.content) as XzufiElement),
      }
    const end = rows.at(-1)
    if (!end) return
    last = end.id
  }
}

/** Kinds of all objects that are kept. */
export async function xzufiKindsStored(db: Db): Promise<readonly string[]> {
  const rows = await db.selectFrom('xzufi_record').select('kind').distinct().orderBy('kind').execute()
  return rows.map(({ kind }) => kind)
}
