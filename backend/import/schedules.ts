import type { Db } from '../database/database.ts'
import type { ImportReport } from './import.ts'
import type { ImportScheduleRow } from './tables.ts'

/** An import that is done again and again, as whoever made it said. */
export interface ScheduleOrder {
  readonly name: string
  /** Left out: the files of a folder, each with the profile of its name. */
  readonly profile?: string | undefined
  /** A web address, or the absolute path of a file or folder. */
  readonly origin: string
  readonly sourceId?: string | undefined
  readonly sourceName?: string | undefined
  readonly everySeconds: number
}

/** What can be asked of a server: whether there is another file than this one. */
export interface Validators {
  readonly etag: string | null
  readonly lastModified: string | null
}

/** How a source is looked after by itself. */
export interface SourceRefresh {
  readonly everySeconds: number
  /** When it was last taken, or found to be what is here; RFC 3339 UTC. */
  readonly checkedAt: string
}

/** What an attempt came to. Times are RFC 3339 UTC. */
export type Attempt =
  | { readonly kind: 'unchanged'; readonly validators: Validators }
  | {
      readonly kind: 'taken'
      readonly validators: Validators
      readonly checksum: string
      readonly reports: readonly ImportReport[]
    }
  | { readonly kind: 'failed'; readonly words: string }
  /** It looks damaged, and somebody must look. */
  | { readonly kind: 'held'; readonly words: string }

/** Notes a new one. Fails where the name is taken. */
export async function addSchedule(db: Db, order: ScheduleOrder): Promise<void> {
  await db
    .insertInto('import_schedule')
    .values({
      name: order.name,
      profile: order.profile ?? null,
      origin: order.origin,
      source_id: order.sourceId ?? null,
      source_name: order.sourceName ?? null,
      every_seconds: order.everySeconds,
    })
    .execute()
}

export const findSchedule = (db: Db, name: string): Promise<ImportScheduleRow | undefined> =>
  db.selectFrom('import_schedule').selectAll().where('name', '=', name).executeTakeFirst()

/** How often and how lately each source is looked after; those that no schedule keeps are left out. */
export async function sourceRefreshes(db: Db): Promise<ReadonlyMap<string, SourceRefresh>> {
  const rows = await db
    .selectFrom('import_schedule')
    .select(['sources', 'every_seconds', 'succeeded_at'])
    .where('paused', '=', 0)
    .execute()
  return new Map(
    rows.flatMap(({ sources, every_seconds: everySeconds, succeeded_at: checkedAt }) =>
      checkedAt === null
        ? []
        : sources.split(' ').map((id): [string, SourceRefresh] => [id, { everySeconds, checkedAt }]),
    ),
  )
}

export const listSchedules = (db: Db): Promise<ImportScheduleRow[]> =>
  db.selectFrom('import_schedule').selectAll().orderBy('name').execute()

/** Names of those that are not paused. */
export async function runningSchedules(db: Db): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('import_schedule')
    .select('name')
    .where('paused', '=', 0)
    .orderBy('name')
    .execute()
  return rows.map(({ name }) => name)
}

export async function removeSchedule(db: Db, name: string): Promise<void> {
  await db.deleteFrom('import_schedule').where('name', '=', name).execute()
}

export async function pauseSchedule(db: Db, name: string, paused: boolean): Promise<void> {
  await db
    .updateTable('import_schedule')
    .set({ paused: paused ? 1 : 0 })
    .where('name', '=', name)
    .execute()
}

/** Records an attempt; what failed leaves what is known of the last success. */
export async function noteAttempt(db: Db, name: string, at: string, attempt: Attempt): Promise<void> {
  await db
    .updateTable('import_schedule')
    .set({ tried_at: at, ...columnsOf(at, attempt) })
    .where('name', '=', name)
    .execute()
}

function columnsOf(at: string, attempt: Attempt) {
  if (attempt.kind === 'failed') return { error: attempt.words, held: 0 }
  if (attempt.kind === 'held') return { error: attempt.words, held: 1 }
  const { etag, lastModified } = attempt.validators
  const fine = { succeeded_at: at, error: null, held: 0, etag, last_modified: lastModified }
  if (attempt.kind === 'unchanged') return fine
  const { reports, checksum } = attempt
  const sum = (count: (report: ImportReport) => number) =>
    reports.reduce((all, report) => all + count(report), 0)
  return {
    ...fine,
    checksum,
    changed_at: at,
    sources: [...new Set(reports.map(({ source }) => source))].join(' '),
    read_count: sum(({ read }) => read),
    written_count: sum(({ written }) => written),
    deleted_count: sum(({ deleted }) => deleted),
    rejected_count: sum(({ rejected }) => rejected.length),
  }
}
