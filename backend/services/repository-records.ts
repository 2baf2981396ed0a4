import { sql } from 'kysely'
import type {
  ServiceRecordPage,
  ServiceRecordQuery,
  ServiceRecordSummary,
  ServiceSummary,
} from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { sealOf } from '../database/list-cursor.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { sortKeyOf } from './german-order.ts'
import { summariesById } from './repository-summaries.ts'
import { isVisible } from './repository-visible.ts'

/** An authority, by what it writes and where. */
export interface Keeper {
  readonly sourceId: string
  readonly regionKey: string
}

interface RecordOptions extends ServiceRecordQuery {
  readonly keeper: Keeper
  /** ISO date. */
  readonly day: string
}

/**
 * The services of an authority in German order: all that citizens see there and those it does not offer, or those of one kind.
 * Undefined when the cursor is not one of this list.
 */
export async function listServiceRecords(
  db: Db,
  options: RecordOptions,
): Promise<ServiceRecordPage | undefined> {
  const { keeper, show, q, limit, cursor } = options
  const name = sealOf(JSON.stringify(['service-records', show, q]))
  const after = cursor === undefined ? undefined : readCursor(name, cursor)
  if (cursor !== undefined && !after) return undefined
  const conditions = [
    isOfKind(options),
    ...wordsOf(q ?? '').map(hasWord),
    ...(after ? [sql`(n.letter, n.sort_key, n.service_id) > (${sql.join(after)})`] : []),
  ]
  const { rows } = await sql<{ letter: string; sort_key: string; id: string }>`
    select n.letter, n.sort_key, n.service_id as id from service_name n join service s on s.id = n.service_id
    where n.lang = 'de' and s.public = 1 and ${sql.join(conditions, sql` and `)}
    order by n.letter, n.sort_key, n.service_id limit ${limit + 1}`.execute(db)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const ids = page.map(({ id }) => id)
  const summaries = await summariesById(db, ids, 'de', keeper.regionKey)
  return {
    items: await withOwnState(
      db,
      keeper,
      ids.flatMap((id) => summaries.get(id) ?? []),
    ),
    next: last && rows.length > limit ? writeCursor(name, [last.letter, last.sort_key, last.id]) : null,
  }
}

function isOfKind({ show, day, keeper: { sourceId, regionKey } }: RecordOptions) {
  const isWithdrawn = sql`s.id in (select w.service_id from service_withdrawal w where w.region_key = ${regionKey})`
  if (show === 'withdrawn') return isWithdrawn
  if (show === 'own') return sql`s.source_id = ${sourceId}`
  if (show === 'supplemented')
    return sql`s.id in (
      select u.service_id from service_supplement u where u.region_key = ${regionKey} and u.source_id like 'authority-%'
      union select l.service_id from local_part l where l.region_key = ${regionKey})`
  return sql`(${isVisible({ area: regionKey, day })} or ${isWithdrawn})`
}

/** Each word as sort keys have it, without what tells umlauts from their base letters. */
const wordsOf = (q: string): string[] =>
  q.split(/[^\p{L}\p{M}\p{N}]+/u).flatMap((word) => sortKeyOf(word).split('00')[0] || [])

function hasWord(word: string) {
  const part = `%${word}%`
  return sql`(n.sort_key like ${part} or exists (select 1 from service_keyword k
    where k.service_id = s.id and k.lang = 'de' and k.sort_key like ${part}))`
}

const kinds = ['text', 'fee', 'form', 'online-service'] as const

/** Adds to services what an authority says of them itself, in one query for all. */
export async function withOwnState(
  db: Db,
  { sourceId, regionKey }: Keeper,
  services: readonly ServiceSummary[],
): Promise<ServiceRecordSummary[]> {
  if (services.length === 0) return []
  const ids = sql.join(services.map(({ id }) => id))
  const { rows } = await sql<StateRow>`
    select s.id, 'service' as kind, s.source_id, s.region_key, a.name
    from service s left join area a on a.region_key = s.region_key where s.id in (${ids})
    union all
    select distinct u.service_id, 'text', null, null, null from service_supplement u
    where u.service_id in (${ids}) and u.region_key = ${regionKey} and u.source_id like 'authority-%'
    union all
    select distinct l.service_id, l.kind, null, null, null from local_part l
    where l.service_id in (${ids}) and l.region_key = ${regionKey}
    union all
    select w.service_id, 'withdrawal', null, null, null from service_withdrawal w
    where w.service_id in (${ids}) and w.region_key = ${regionKey}`.execute(db)
  const rowsOf = Map.groupBy(rows, ({ id }) => id)
  return services.map((service) => {
    const said = new Map(rowsOf.get(service.id)?.map((row) => [row.kind, row]))
    const { source_id, region_key, name } = said.get('service') ?? {}
    return {
      ...service,
      own: source_id === sourceId,
      ...(region_key ? { holdsIn: { regionKey: region_key, name: name ?? region_key } } : {}),
      added: kinds.filter((kind) => said.has(kind)),
      withdrawn: said.has('withdrawal'),
    }
  })
}

interface StateRow {
  readonly id: string
  readonly kind: 'service' | 'withdrawal' | (typeof kinds)[number]
  readonly source_id: string | null
  readonly region_key: string | null
  readonly name: string | null
}
