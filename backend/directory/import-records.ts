import { type ImportContext, insertAll, syncOwned } from '../import/index.ts'
import type { UnitRecord } from './unit-record.ts'
import { identifierKey, identifierRows, unitRow } from './unit-rows.ts'

/** Makes the units of a source equal to these records. Where a source comes in several files, `batch` names this one. */
export async function writeUnits(
  context: ImportContext,
  records: readonly UnitRecord[],
  batch = '',
): Promise<void> {
  const { source } = context
  const named = records.filter((record) => {
    if (!record.name.trim())
      context.reject(record.line, 'The name is missing', record.id, { code: 'field-missing', field: 'name' })
    return record.name.trim() !== ''
  })
  const rows = named.map((record) => ({
    line: record.line,
    row: unitRow(record, { sourceId: source.id, batch }),
  }))
  const taken = await syncOwned(context, 'unit', rows, batch)
  await syncIdentifiers(
    context,
    named.filter((record) => taken.has(record.id)),
    batch,
  )
}

/** Ids in one statement. */
const stretch = 500

/** Identifiers are few and small: all of the file are written anew when any differs. */
async function syncIdentifiers(
  { trx, source, tenant }: ImportContext,
  records: readonly UnitRecord[],
  batch: string,
): Promise<void> {
  const wanted = records.flatMap(identifierRows)
  // Identifiers of units that the file does not name stay where the units do.
  const named = new Set(records.map(({ id }) => id))
  const own = trx
    .selectFrom('unit')
    .select('id')
    .where('source_id', '=', source.id)
    .where('batch', '=', batch)
  const all = await trx.selectFrom('unit_identifier').selectAll().where('unit_id', 'in', own).execute()
  const present = tenant?.keepsRest ? all.filter(({ unit_id }) => named.has(unit_id)) : all
  const lines = new Map(wanted.map((row) => [identifierKey(row), row]))
  if (present.length === lines.size && present.every((row) => lines.has(identifierKey(row)))) return
  const ids = [...new Set(present.map(({ unit_id }) => unit_id))]
  // No engine takes as many parameters as a Land has offices.
  for (let from = 0; from < ids.length; from += stretch)
    await trx
      .deleteFrom('unit_identifier')
      .where('unit_id', 'in', ids.slice(from, from + stretch))
      .execute()
  await insertAll(trx, 'unit_identifier', [...lines.values()])
}
