import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.ts'

/** Milliseconds between two looks: with the answer's way, a change is known within a fifth of a second. */
const interval = 150
/** Notes of changes that are kept; from twice as many on the older ones are forgotten. */
const kept = 500

/** Milliseconds to wait for a replica that is behind; it goes on being read afterwards. */
const patience = 1_000
const pause = 10

/** Notices that data have changed, by whichever process. */
export interface ChangeWatch {
  /** As it was at the last look; '' before the first. */
  readonly version: () => string
  readonly look: () => Promise<void>
  readonly stop: () => Promise<void>
}

/**
 * Looks again and again while anybody wants to know. Listening (LISTEN, NOTIFY) would need a connection of one's own, which PgBouncer does
 * not give. Where the server does not answer, the last version holds until it does. `reads` may be a replica of `db`: its version counts,
 * and a look waits until it shows what was written before.
 */
export function watchChanges(reads: Kysely<Schema>, db = reads): ChangeWatch {
  let version = ''
  let asked = 0
  let answered = 0
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let looking: Promise<void> = Promise.resolve()

  const lookAt = async () => {
    const turn = (asked += 1)
    const { text, notes, last } = await readVersion(reads)
    // A late answer is an old one.
    if (turn >= answered) {
      answered = turn
      version = text
      if (notes > 2 * kept) await forget(db, last - kept)
    }
    return last
  }
  const look = async () => {
    if (reads === db) return void (await lookAt())
    const { last: written } = await readVersion(db)
    const until = performance.now() + patience
    while ((await lookAt()) < written && performance.now() < until)
      await new Promise((resolve) => setTimeout(resolve, pause))
  }
  const again = () => {
    if (stopped) return
    timer = setTimeout(() => {
      looking = lookAt().then(again).catch(again)
    }, interval).unref()
  }
  return {
    version() {
      if (!timer) again()
      return version
    },
    look,
    async stop() {
      stopped = true
      clearTimeout(timer)
      await looking
    },
  }
}

/**
 * Numbers are given before a commit and seen after it, in any order: the highest alone would overlook who comes late. Together with
 * count and sum it changes with every note.
 */
async function readVersion(db: Kysely<Schema>) {
  const { rows } = await sql<{ last: number; notes: number; text: string }>`
    select coalesce(max(id), 0) as last, count(*) as notes, concat_ws('.', max(id), count(*), sum(id)) as text
    from data_change`.execute(db)
  return rows[0]!
}

/** Rows that another process is removing are left to it. */
const forget = (db: Kysely<Schema>, before: number) =>
  sql`delete from data_change where id in (select id from data_change where id <= ${before} for update skip locked)`.execute(
    db,
  )
