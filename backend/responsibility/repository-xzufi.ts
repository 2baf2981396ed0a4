import type { Db } from '../database/database.ts'
import { unitIdentifiers } from '../directory/index.ts'
import { type ExportScope, isExported, type XzufiElement, type XzufiIdentifier } from '../import/index.ts'
import { leikaPrefix } from './resolve.ts'
import { zustaendigkeitOf } from './xzufi-export.ts'

const page = 200

interface Options extends ExportScope {
  /** Told of what cannot be said. */
  readonly note: (what: string) => void
}

/**
 * Every responsibility that is recorded and did not come as XZuFi, a page at a time. What is derived from tiers is no record:
 * whoever has the tiers derives the same.
 */
export async function* ownZustaendigkeiten(
  db: Db,
  { note, ...scope }: Options,
): AsyncGenerator<XzufiElement, void> {
  for (let last = ''; ;) {
    const units = await unitsWithRecords(db, last, scope)
    const end = units.at(-1)
    if (end === undefined) return
    const rows = await recordsOf(db, units, scope)
    const services = await serviceIdentifiers(db, [...new Set(rows.map((row) => row.service_key))])
    const names = await unitIdentifiers(db, units)
    for (const row of rows) {
      const service = services.get(row.service_key)
      const unit = names.get(row.unit_id)
      if (service && unit) yield zustaendigkeitOf({ row, service, unit })
      else note('Responsibility for a service that is not there, left out')
    }
    last = end
  }
}

const records = (db: Db, scope: ExportScope) =>
  db
    .selectFrom('responsibility as r')
    .innerJoin('source', 'source.id', 'r.source_id')
    .where('r.derived', '=', 0)
    .where('source.imported_at', '>=', scope.since ?? '')
    .where(isExported('source.id', scope))
    .where(({ not, exists, selectFrom }) =>
      // Those of XZuFi go out as they came.
      not(
        exists(
          selectFrom('xzufi_record as x')
            .select('x.id')
            .where('x.deleted', '=', 0)
            .whereRef('x.source_id', '=', 'r.source_id'),
        ),
      ),
    )

async function unitsWithRecords(db: Db, last: string, scope: ExportScope): Promise<readonly string[]> {
  const rows = await records(db, scope)
    .select('r.unit_id')
    .distinct()
    .where('r.unit_id', '>', last)
    .orderBy('r.unit_id')
    .limit(page)
    .execute()
  return rows.map(({ unit_id }) => unit_id)
}

const recordsOf = (db: Db, units: readonly string[], scope: ExportScope) =>
  records(db, scope)
    .selectAll('r')
    .where('r.unit_id', 'in', units)
    .orderBy('r.unit_id')
    .orderBy('r.service_key')
    .orderBy('r.region_key')
    .orderBy('r.role')
    .execute()

/** What services are called in XZuFi, by the key they are recorded under: that of a Leistungsschluessel names the catalogue's. */
async function serviceIdentifiers(
  db: Db,
  keys: readonly string[],
): Promise<ReadonlyMap<string, XzufiIdentifier>> {
  const found = new Map<string, XzufiIdentifier>()
  for (const key of keys)
    if (key.startsWith(leikaPrefix))
      found.set(key, {
        schemeAgencyId: '',
        schemeId: 'urn:de:fim:leika:leistung',
        value: key.slice(leikaPrefix.length),
      })
  const ids = keys.filter((key) => !found.has(key))
  for (let from = 0; from < ids.length; from += page) {
    const rows = await db
      .selectFrom('service')
      .select(['id', 'scheme_agency_id', 'scheme_id', 'value'])
      .where('id', 'in', ids.slice(from, from + page))
      .execute()
    for (const { id, scheme_agency_id, scheme_id, value } of rows)
      found.set(id, { schemeAgencyId: scheme_agency_id, schemeId: scheme_id, value })
  }
  return found
}
