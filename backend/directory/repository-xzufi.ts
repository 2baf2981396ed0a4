import type { Db } from '../database/database.ts'
import {
  type ExportScope,
  isExported,
  notFromXzufi,
  pagesBehind,
  type XzufiElement,
  type XzufiIdentifier,
} from '../import/index.ts'
import { organisationseinheitOf, unitIdentifier } from './xzufi-export.ts'

const page = 100

/**
 * Every unit that did not come as XZuFi, as an Organisationseinheit, a page at a time; with `since` those of sources that were imported since, as nothing tells which of them changed.
 */
export async function* ownOrganisationseinheiten(
  db: Db,
  scope: ExportScope,
): AsyncGenerator<XzufiElement, void> {
  const ask = (last: string) =>
    db
      .selectFrom('unit')
      .innerJoin('source', 'source.id', 'unit.source_id')
      .selectAll('unit')
      .where('unit.id', '>', last)
      .where('source.imported_at', '>=', scope.since ?? '')
      .where(isExported('source.id', scope))
      .where(notFromXzufi('unit'))
      .orderBy('unit.id')
      .limit(page)
      .execute()
  for await (const units of pagesBehind(ask)) {
    const parents = await unitIdentifiers(
      db,
      units.flatMap(({ parent_id }) => parent_id ?? []),
    )
    const identifiers = await db
      .selectFrom('unit_identifier')
      .selectAll()
      .where(
        'unit_id',
        'in',
        units.map(({ id }) => id),
      )
      .orderBy('scheme_agency_id')
      .orderBy('scheme_id')
      .orderBy('value')
      .execute()
    for (const unit of units)
      yield organisationseinheitOf({
        unit,
        identifiers: identifiers
          .filter(({ unit_id }) => unit_id === unit.id)
          .map((row) => ({
            schemeAgencyId: row.scheme_agency_id,
            schemeId: row.scheme_id,
            value: row.value,
          })),
        parent: unit.parent_id === null ? undefined : parents.get(unit.parent_id),
      })
  }
}

/** What units are called in XZuFi: as they came, or as we name ours. */
export async function unitIdentifiers(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, XzufiIdentifier>> {
  const found = new Map(ids.map((id) => [id, unitIdentifier(id)]))
  if (found.size === 0) return found
  const rows = await db
    .selectFrom('xzufi_record')
    .select(['id', 'scheme_agency_id', 'scheme_id', 'value'])
    .where('kind', '=', 'organisationseinheit')
    .where('deleted', '=', 0)
    .where('id', 'in', [...found.keys()])
    .execute()
  for (const row of rows)
    found.set(row.id, {
      schemeAgencyId: row.scheme_agency_id,
      schemeId: row.scheme_id,
      value: row.value,
    })
  return found
}
