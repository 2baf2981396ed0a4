import type { Position, Tier } from '@amtsweg/contract'
import { type ImportContext, insertAll, syncOwned } from '../import/index.ts'
import type { UnitContent } from './unit-content.ts'

/** A unit as an import profile understood it. */
export interface UnitRecord {
  /** Line or position in the file, from 1. */
  readonly line: number
  readonly id: string
  /** German name. */
  readonly name: string
  readonly tier: Tier
  /** The area it is the administration of. */
  readonly regionKey?: string | undefined
  /** It answers for all of its area that nobody else does. */
  readonly general: boolean
  readonly parentId?: string | undefined
  readonly position?: Position | undefined
  readonly content: UnitContent
  readonly updatedAt?: string | undefined
  readonly identifiers: readonly {
    readonly schemeAgencyId: string
    readonly schemeId: string
    readonly value: string
  }[]
}

/** Makes the units of a source equal to these records. Where a source comes in several files, `batch` names this one. */
export async function writeUnits(
  context: ImportContext,
  records: readonly UnitRecord[],
  batch = '',
): Promise<void> {
  const { source } = context
  const named = records.filter((record) => {
    if (!record.name.trim()) context.reject(record.line, 'The name is missing', record.id)
    return record.name.trim() !== ''
  })
  const rows = named.map((record) => ({
    line: record.line,
    row: {
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
      source_id: source.id,
    },
  }))
  const taken = await syncOwned(context, 'unit', rows, batch)
  await syncIdentifiers(
    context,
    named.filter((record) => taken.has(record.id)),
    batch,
  )
}

/** Identifiers are few and small: all of the file are written anew when any differs. */
async function syncIdentifiers(
  { trx, source }: ImportContext,
  records: readonly UnitRecord[],
  batch: string,
): Promise<void> {
  const wanted = records.flatMap(({ id, identifiers }) =>
    identifiers.map(({ schemeAgencyId, schemeId, value }) => ({
      unit_id: id,
      scheme_agency_id: schemeAgencyId,
      scheme_id: schemeId,
      value,
    })),
  )
  const own = trx
    .selectFrom('unit')
    .select('id')
    .where('source_id', '=', source.id)
    .where('batch', '=', batch)
  const present = await trx.selectFrom('unit_identifier').selectAll().where('unit_id', 'in', own).execute()
  const lineOf = (row: (typeof wanted)[number]) =>
    [row.unit_id, row.scheme_agency_id, row.scheme_id, row.value].join('\n')
  const lines = new Map(wanted.map((row) => [lineOf(row), row]))
  if (present.length === lines.size && present.every((row) => lines.has(lineOf(row)))) return
  await trx.deleteFrom('unit_identifier').where('unit_id', 'in', own).execute()
  await insertAll(trx, 'unit_identifier', [...lines.values()])
}
