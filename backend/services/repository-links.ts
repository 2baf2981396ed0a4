import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import type { LinkRow } from '../import/index.ts'
import type { LinkState } from './link-state.ts'

/** An address that is to be looked at, with its past. */
export type DueLink = Pick<LinkRow, 'url' | 'host' | 'failures' | 'failing_since'>

interface DueOptions {
  /** RFC 3339 UTC. */
  readonly now: string
  /** Hosts that are left in peace for longer than until then are not worth waiting for. */
  readonly heldBeyond: string
  readonly limit: number
  /** Links of one host at most: it is asked slowly, and the others shall not wait. */
  readonly perHost: number
  readonly host?: string | undefined
}

/** Addresses that are due, the longest waiting first. */
export async function dueLinks(
  db: Db,
  { now, heldBeyond, limit, perHost, host }: DueOptions,
): Promise<DueLink[]> {
  const due = db
    .selectFrom('link')
    .leftJoin('link_host', 'link_host.host', 'link.host')
    .select(['url', 'link.host', 'failures', 'failing_since', 'due_at'])
    .select(sql<number>`row_number() over (partition by link.host order by due_at, url)`.as('place'))
    .where('due_at', '<=', now)
    .where((is) => is.or([is('held_until', 'is', null), is('held_until', '<=', heldBeyond)]))
  const rows = await db
    .selectFrom((host === undefined ? due : due.where('link.host', '=', host)).as('due'))
    .select(['url', 'host', 'failures', 'failing_since'])
    .where('place', '<=', perHost)
    .orderBy('due_at')
    .orderBy('url')
    .limit(limit)
    .execute()
  return rows
}

/** Makes every address, or those of one host, due at once. */
export async function makeDue(db: Db, now: string, host: string | undefined): Promise<void> {
  const all = db.updateTable('link').set({ due_at: now }).where('due_at', '>', now)
  await (host === undefined ? all : all.where('host', '=', host)).execute()
}

/** An address that answered last, on none of these hosts: it tells whether we reach anybody at all. */
export async function lastAlive(db: Db, notOn: readonly string[]): Promise<string | undefined> {
  const row = await db
    .selectFrom('link')
    .select('url')
    .where('verdict', 'in', ['alive', 'moved'])
    .where('host', 'not in', notOn)
    .orderBy('checked_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.url
}

/** Until when which hosts are left in peace, in milliseconds since 1970. */
export async function heldHosts(db: Db, now: string): Promise<Map<string, number>> {
  const rows = await db.selectFrom('link_host').selectAll().where('held_until', '>', now).execute()
  return new Map(rows.map(({ host, held_until }) => [host, Date.parse(held_until)]))
}

/** What a round came to. */
export interface Round {
  readonly now: string
  readonly states: ReadonlyMap<string, LinkState>
  /** Addresses that could not be judged, and when they are due again. */
  readonly postponed: ReadonlyMap<string, string>
  readonly held: ReadonlyMap<string, number>
}

/** Records a round, in one transaction: readers' answers are made anew once, not for each address. */
export async function saveRound(trx: Db, { now, states, postponed, held }: Round): Promise<void> {
  for (const [url, state] of states)
    await trx.updateTable('link').set(columnsOf(state)).where('url', '=', url).execute()
  for (const [url, due_at] of postponed)
    await trx.updateTable('link').set({ due_at }).where('url', '=', url).execute()
  await trx.deleteFrom('link_host').where('held_until', '<=', now).execute()
  for (const [host, until] of held) {
    const held_until = new Date(until).toISOString()
    await trx
      .insertInto('link_host')
      .values({ host, held_until })
      .onConflict((conflict) => conflict.column('host').doUpdateSet({ held_until }))
      .execute()
  }
}

const columnsOf = (state: LinkState) => ({
  verdict: state.verdict,
  status: state.status,
  cause: state.cause,
  moved_to: state.movedTo,
  failures: state.failures,
  failing_since: state.failingSince,
  unreachable_on: state.unreachableOn,
  checked_at: state.checkedAt,
  due_at: state.dueAt,
})
