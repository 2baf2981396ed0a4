import type { UnitIdentifierTable } from './tables.ts'
import type { UnitRecord } from './unit-record.ts'

/** Where a record belongs. */
interface Place {
  readonly sourceId: string
  readonly batch: string
}

/** A unit as it is stored. */
export const unitRow = (record: UnitRecord, { sourceId, batch }: Place) => ({
  id: record.id,
  name: record.name.trim(),
  tier: record.tier,
  region_key: record.regionKey ?? null,
  general: record.general ? 1 : 0,
  parent_id: record.parentId ?? null,
  lat: record.position?.lat ?? null,
  lon: record.position?.lon ?? null,
  content: JSON.stringify(record.content),
  updated_at: record.updatedAt ?? null,
  batch,
  source_id: sourceId,
})

/** Its identifiers in other systems, each once. */
export function identifierRows({
  id,
  identifiers,
}: Pick<UnitRecord, 'id' | 'identifiers'>): readonly UnitIdentifierTable[] {
  const rows = identifiers.map(({ schemeAgencyId, schemeId, value }) => ({
    unit_id: id,
    scheme_agency_id: schemeAgencyId,
    scheme_id: schemeId,
    value,
  }))
  return [...new Map(rows.map((row) => [identifierKey(row), row])).values()]
}

/** Tells identifiers of units apart. */
export const identifierKey = (row: UnitIdentifierTable): string =>
  JSON.stringify([row.unit_id, row.scheme_agency_id, row.scheme_id, row.value])
