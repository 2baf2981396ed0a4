import { expressionBuilder } from 'kysely'
import type { Schema } from '../database/schema.ts'

const kinds = { service: 'leistung', unit: 'organisationseinheit' } as const

/** For a query of these records: only those that did not come as XZuFi, or whose XZuFi is gone. */
export function notFromXzufi<Table extends keyof typeof kinds>(table: Table) {
  const { not, exists, selectFrom } = expressionBuilder<Schema, 'service' | 'unit'>()
  return not(
    exists(
      selectFrom('xzufi_record as x')
        .select('x.id')
        .where('x.kind', '=', kinds[table])
        .where('x.deleted', '=', 0)
        .whereRef('x.id', '=', `${table}.id`),
    ),
  )
}

/** Everything that a query gives in the order of ids, some at a time; the query is asked for those behind an id. */
export async function* pagesBehind<Row extends { readonly id: string }>(
  ask: (last: string) => Promise<readonly Row[]>,
): AsyncGenerator<readonly Row[], void> {
  for (let last = ''; ;) {
    const rows = await ask(last)
    const end = rows.at(-1)
    if (!end) return
    yield rows
    last = end.id
  }
}

/** What of the catalogue is exported. */
export interface ExportScope {
  /** RFC 3339 UTC or an ISO date: only what changed since. */
  readonly since?: string | undefined
  /** Leaves out what other nodes keep, and what a subscription brings. */
  readonly onlyKeptHere?: boolean | undefined
}

/** Sources of what others keep: those of other nodes, and files of XZuFi that are subscribed to. */
const kept = ['node-____________-%', 'subscription-%']

/** For a query of records with their source: only those of the export. */
export function isExported(
  column: 'source.id' | 'xzufi_record.source_id',
  { onlyKeptHere = false }: ExportScope,
) {
  const is = expressionBuilder<Schema, 'source' | 'xzufi_record'>()
  return is.and(onlyKeptHere ? kept.map((form) => is(column, 'not like', form)) : [])
}
