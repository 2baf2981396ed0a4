import { sql } from 'kysely'
import type { Audience, ServicePage } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { type Position, readCursor, writeCursor } from './cursor.ts'
import { letterOf } from './german-order.ts'
import { situationsBelow } from './repository-life-situations.ts'
import { summariesById } from './repository-summaries.ts'
import { isVisible, type Reader } from './repository-visible.ts'

/** What narrows the list of services. */
export interface ServiceListOptions extends Reader {
  readonly lifeSituation?: string | undefined
  readonly letter?: string | undefined
  readonly audience?: Audience | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

/** Services in German order, one description per Leistungsschluessel; undefined when the cursor is not one of this list. */
export async function listServices(db: Db, options: ServiceListOptions): Promise<ServicePage | undefined> {
  const { area, lang, limit, cursor } = options
  const after = cursor === undefined ? undefined : readCursor('services', cursor)
  if (cursor !== undefined && !after) return undefined
  const rows = await namesAfter(db, options, after)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const ids = page.map((row) => row.id)
  const summaries = await summariesById(db, ids, lang, area)
  return {
    items: ids.flatMap((id) => summaries.get(id) ?? []),
    next: last && rows.length > limit ? writeCursor('services', [last.letter, last.sort_key, last.id]) : null,
  }
}

interface NameRow {
  readonly letter: string
  readonly sort_key: string
  readonly id: string
}

/** The next names in order, one more than wanted. Each language is read along its index, so that no more names are looked at. */
async function namesAfter(db: Db, options: ServiceListOptions, after: Position | undefined) {
  const { area, day, lang, letter, audience, lifeSituation, limit } = options
  const situations = lifeSituation === undefined ? [] : await situationsBelow(db, lifeSituation)
  const conditions = [
    isVisible({ area, day }),
    ...(letter === undefined ? [] : [sql`n.letter = ${letterOf(letter)}`]),
    ...(after ? [sql`(n.letter, n.sort_key, n.service_id) > (${sql.join(after)})`] : []),
    ...(audience === undefined ? [] : [sql`${sql.ref(`s.${audience}`)} = 1`]),
    ...(lifeSituation === undefined
      ? []
      : [
          sql`s.id in (select service_id from service_life_situation
            where life_situation_id in (${sql.join(situations)}))`,
        ]),
  ]
  const namesIn = (spoken: string, shown: ReturnType<typeof sql>) =>
    sql`select n.letter, n.sort_key, n.service_id as id from service_name n cross join service s
      where s.id = n.service_id and n.lang = ${spoken} and ${shown} and ${sql.join(conditions, sql` and `)}`
  const unnamed = sql`not exists (
    select 1 from service_name o where o.service_id = n.service_id and o.lang = ${lang})`
  const selects =
    lang === 'de' ? [namesIn('de', sql`1 = 1`)] : [namesIn(lang, sql`1 = 1`), namesIn('de', unnamed)]
  const { rows } = await sql<NameRow>`${sql.join(selects, sql` union all `)}
    order by letter, sort_key, id limit ${limit + 1}`.execute(db)
  return rows
}
