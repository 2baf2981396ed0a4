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

const placeOf = ({ service_key, region_key }: StatedRecord['row']) => `${service_key} ${region_key}`

const byKey = (rows: readonly ResponsibilityRow[]) => new Map(rows.map((row) => [keyOf(row), row]))

/**
 * Makes what a source has recorded equal to what its file states: new and changed records are written, missing ones
 * deleted, equal ones left alone. Rejects what names a unit nobody knows (or does with it what `unknownUnit` says), and
 * what another source has recorded already. Answers how many records it took.
 */
export async function replaceRecords(
  context: ImportContext,
  stated: readonly StatedRecord[],
  unknownUnit: ImportContext['reject'] = context.reject,
): Promise<number> {
  const { trx, source, count } = context
  const present = await trx.selectFrom('responsibility').selectAll().execute()
  const recorded = present.filter((row) => row.derived === 0)
  const foreign = byKey(recorded.filter((row) => row.source_id !== source.id))
  const own = byKey(recorded.filter((row) => row.source_id === source.id))
  // A derived record gives way to the same one recorded.
  const derived = byKey(present.filter((row) => row.derived === 1))
  const wanted = await acceptRecords(context, stated, { foreign, unknownUnit })
  const vanishing = context.tenant?.keepsRest
    ? []
    : [...own.values()].filter((row) => !wanted.has(keyOf(row)))
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
  return wanted.size
}

async function acceptRecords(
  { trx, reject, tenant }: ImportContext,
  stated: readonly StatedRecord[],
  {
    foreign,
    unknownUnit,
  }: {
    readonly foreign: ReadonlyMap<string, ResponsibilityRow>
    readonly unknownUnit: ImportContext['reject']
  },
): Promise<ReadonlyMap<string, StatedRecord['row']>> {
  const units = new Set((await trx.selectFrom('unit').select('id').execute()).map((unit) => unit.id))
  // Where an import has said who acts, an authority does not say it as well, by hand or by file.
  const kept = new Set(tenant ? [...foreign.values()].map(placeOf) : [])
  const accepted = new Map<string, StatedRecord['row']>()
  for (const { line, row } of stated) {
    const key = keyOf(row)
    const other = foreign.get(key)
    if (!units.has(row.unit_id))
      unknownUnit(line, `No unit has the id ${row.unit_id}; units are imported first`, key, {
        ...{ code: 'unit-unknown', field: 'unit_id' },
      })
    else if (accepted.has(key))
      reject(line, 'The same responsibility stands twice in this file', key, { code: 'duplicate' })
    else if (other)
      reject(line, `The source ${other.source_id} has recorded the same responsibility`, key, {
        code: 'taken',
      })
    else if (kept.has(placeOf(row)))
      reject(line, 'An import has recorded who acts there', key, { code: 'taken' })
    else accepted.set(key, row)
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
