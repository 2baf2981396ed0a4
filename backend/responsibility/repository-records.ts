import type { Trx } from '../database/database.ts'
import { type ImportContext, insertAll } from '../import/index.ts'
import type { ResponsibilityRow } from './tables.ts'

/** A responsibility as a file states it, and where in the file. */
export interface StatedRecord {
  readonly line: number
  readonly row: Omit<ResponsibilityRow, 'source_id' | 'derived'>
}

const keyOf = ({ service_key, region_key, role, unit_id }: StatedRecord['row']) =>
  `${service_key} ${region_key} ${role} ${unit_id}`

const byKey = (rows: readonly ResponsibilityRow[]) => new Map(rows.map((row) => [keyOf(row), row]))

/**
 * Makes what a source has recorded equal to what its file states: new and changed records are written, missing ones
 * deleted, equal ones left alone. Rejects what names a unit nobody knows, and what another source has recorded already.
 */
export async function replaceRecords(context: ImportContext, stated: readonly StatedRecord[]): Promise<void> {
  const { trx, source, count } = context
  const present = await trx.selectFrom('responsibility').selectAll().execute()
  const recorded = present.filter((row) => row.derived === 0)
  const foreign = byKey(recorded.filter((row) => row.source_id !== source.id))
  const own = byKey(recorded.filter((row) => row.source_id === source.id))
  // A derived record gives way to the same one recorded.
  const derived = byKey(present.filter((row) => row.derived === 1))
  const wanted = await acceptRecords(context, stated, foreign)
  const vanishing = [...own.values()].filter((row) => !wanted.has(keyOf(row)))
  const changed = [...wanted.values()].filter((row) => {
    const known = own.get(keyOf(row))
    return known?.note !== row.note || known.basis !== row.basis
  })
  context.guardDeletions(own.size, vanishing.length)
  const replaced = changed.filter((row) => own.has(keyOf(row)) || derived.has(keyOf(row)))
  for (const row of [...vanishing, ...replaced]) await deleteRecord(trx, row)
  await insertAll(
    trx,
    'responsibility',
    changed.map((row) => ({ ...row, source_id: source.id, derived: 0 })),
  )
  count('written', changed.length)
  count('deleted', vanishing.length)
}

async function acceptRecords(
  { trx, reject }: ImportContext,
  stated: readonly StatedRecord[],
  foreign: ReadonlyMap<string, ResponsibilityRow>,
): Promise<ReadonlyMap<string, StatedRecord['row']>> {
  const units = new Set((await trx.selectFrom('unit').select('id').execute()).map((unit) => unit.id))
  const accepted = new Map<string, StatedRecord['row']>()
  const fault = (row: StatedRecord['row']) => {
    if (!units.has(row.unit_id)) return `No unit has the id ${row.unit_id}; import units first`
    if (accepted.has(keyOf(row))) return 'The same responsibility stands twice in this file'
    const other = foreign.get(keyOf(row))
    return other && `The source ${other.source_id} has recorded the same responsibility`
  }
  for (const { line, row } of stated) {
    const reason = fault(row)
    if (reason) reject(line, reason, keyOf(row))
    else accepted.set(keyOf(row), row)
  }
  return accepted
}

async function deleteRecord(trx: Trx, row: StatedRecord['row']): Promise<void> {
  await trx
    .deleteFrom('responsibility')
    .where('service_key', '=', row.service_key)
    .where('region_key', '=', row.region_key)
    .where('role', '=', row.role)
    .where('unit_id', '=', row.unit_id)
    .execute()
}
