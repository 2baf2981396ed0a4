import type { Db } from '../database/database.ts'
import { periodBefore } from './counting-period.ts'
import type { CountedTermTable } from './tables.ts'
import { enoughAskers, type FreshTerm, grown, termId } from './term-count.ts'

/** How long numbers are kept, in months. */
const keptMonths = 12
/** Terms that wait for more askers; a flood of invented ones ends here and can only keep new ones out until the period ends. */
const mostWaiting = 50_000

/** What was counted since the last writing, or a part of it. */
export interface FreshCounts {
  readonly terms: readonly FreshTerm[]
  readonly clicks: readonly (readonly [service: string, count: number])[]
}

/** When and under which key counts are written; `newKey` makes the key of a period that begins (32 bytes, hexadecimal). */
export interface Moment {
  readonly day: string
  readonly period: string
  readonly newKey: () => string
}

/** Whether a period has ended or none has begun: then there is something to write even if nothing was counted. */
export async function isOver(db: Db, period: string): Promise<boolean> {
  const open = await db.selectFrom('counted_period').select('period').execute()
  return !open.some((row) => row.period >= period)
}

/** How many terms may still begin to wait. */
export async function roomForTerms(db: Db): Promise<number> {
  const row = await db
    .selectFrom('counted_term')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('text', 'is', null)
    .executeTakeFirst()
  return mostWaiting - Number(row?.count ?? 0)
}

/** Adds some counts to those of the present period, in one transaction of the caller's; tells how many terms were new. */
export async function writeCounts(
  db: Db,
  { terms, clicks }: FreshCounts,
  moment: Moment,
  room: number,
): Promise<number> {
  const { period, key } = await openPeriod(db, moment)
  await addClicks(db, clicks, period, moment.day)
  return addTerms(db, terms, { period, key, room })
}

/** The period that is being counted; the first writing after its end closes the one before. */
async function openPeriod(db: Db, { period, newKey }: Moment): Promise<{ period: string; key: string }> {
  const [open] = await db.selectFrom('counted_period').selectAll().execute()
  // A clock that is put back must not reopen what was closed.
  if (open && open.period >= period) return { period: open.period, key: open.term_key }
  await closePeriods(db, period)
  const key = newKey()
  await db
    .insertInto('counted_period')
    .values({ period, term_key: key, clicks_as_of: open?.clicks_as_of ?? null })
    .execute()
  return { period, key }
}

/** Destroys the key, and with it the meaning of every hash; forgets what too few have asked for, and what is too old. */
async function closePeriods(db: Db, next: string): Promise<void> {
  // Overwritten in place first: a deleted row may stay readable in the file.
  await db
    .updateTable('counted_period')
    .set({ term_key: '0'.repeat(64) })
    .execute()
  await db.deleteFrom('counted_period').execute()
  await db.deleteFrom('counted_term').where('text', 'is', null).execute()
  await db.deleteFrom('counted_click').where('clicks', '<', enoughAskers).execute()
  const oldest = periodBefore(next, keptMonths)
  await db.deleteFrom('counted_term').where('period', '<', oldest).execute()
  await db.deleteFrom('counted_click').where('period', '<', oldest).execute()
}

async function addTerms(
  db: Db,
  terms: readonly FreshTerm[],
  { period, key, room }: { readonly period: string; readonly key: string; readonly room: number },
): Promise<number> {
  if (terms.length === 0) return 0
  const byId = new Map(terms.map((term) => [termId(key, term), term]))
  const stored = await db
    .selectFrom('counted_term')
    .select(['id', 'text', 'none', 'unopened', 'opened'])
    .where('id', 'in', [...byId.keys()])
    .execute()
  const known = new Map(stored.map(({ id, ...row }) => [id, row]))
  const all = [...byId].flatMap(([id, term]): CountedTermTable[] => {
    const row = grown(known.get(id), term)
    return row ? [{ id, period, region_key: term.regionKey, ...row }] : []
  })
  const fresh = all.filter(({ id }) => !known.has(id)).slice(0, Math.max(0, room))
  const rows = [...all.filter(({ id }) => known.has(id)), ...fresh]
  if (rows.length > 0)
    await db
      .insertInto('counted_term')
      .values(rows)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((eb) => ({
          text: eb.ref('excluded.text'),
          none: eb.ref('excluded.none'),
          unopened: eb.ref('excluded.unopened'),
          opened: eb.ref('excluded.opened'),
        })),
      )
      .execute()
  return fresh.length
}

async function addClicks(db: Db, clicks: FreshCounts['clicks'], period: string, day: string): Promise<void> {
  if (clicks.length === 0) return
  const counts = new Map(clicks)
  // Whoever sends counts may name services that do not exist.
  const present = await db
    .selectFrom('service')
    .select('id')
    .where('id', 'in', [...counts.keys()])
    .execute()
  if (present.length === 0) return
  await db
    .insertInto('counted_click')
    .values(present.map(({ id }) => ({ service_id: id, period, clicks: counts.get(id) ?? 0 })))
    .onConflict((conflict) =>
      conflict
        .columns(['service_id', 'period'])
        .doUpdateSet((eb) => ({ clicks: eb('counted_click.clicks', '+', eb.ref('excluded.clicks')) })),
    )
    .execute()
  await db.updateTable('counted_period').set({ clicks_as_of: day }).execute()
}
