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
