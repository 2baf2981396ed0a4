import { type ImportContext, insertAll } from '../import/index.ts'
import type { UnitRecord } from './unit-record.ts'
import { identifierRows, unitRow } from './unit-rows.ts'

/** A unit and the source it belongs to. */
export interface SourcedUnit {
  readonly record: UnitRecord
  readonly sourceId: string
}

/** Writes some units and leaves all others alone: for sources too large to be compared as a whole. */
export async function writeSomeUnits(context: ImportContext, given: readonly SourcedUnit[]): Promise<void> {
  const { trx } = context
  const ids = given.map(({ record }) => record.id)
  const present = await trx.selectFrom('unit').select(['id', 'source_id']).where('id', 'in', ids).execute()
  const owners = new Map(present.map((row) => [row.id, row.source_id]))
  const taken = given.filter(({ record, sourceId }) => {
    const owner = owners.get(record.id) ?? sourceId
    if (!record.name.trim()) context.reject(record.line, 'The name is missing', record.id)
    else if (owner !== sourceId)
      context.reject(record.line, `The id ${record.id} belongs to the source ${owner}`)
    else return true
    return false
  })
  if (taken.length === 0) return
  await insertAll(
    trx,
    'unit',
    taken.map(({ record, sourceId }) => unitRow(record, { sourceId, batch: '' })),
    { conflict: { on: 'id', update: updated } },
  )
  await trx
    .deleteFrom('unit_identifier')
    .where(
      'unit_id',
      'in',
      taken.map(({ record }) => record.id),
    )
    .execute()
  await insertAll(
    trx,
    'unit_identifier',
    taken.flatMap(({ record }) => identifierRows(record)),
  )
}

const updated = [
  'name',
  'tier',
  'region_key',
  'general',
  'parent_id',
  'lat',
  'lon',
  'content',
  'updated_at',
] as const
