import type { AuditEntry } from '@amtsweg/contract'
import type { Db, Trx } from '../database/database.ts'
import { type AuditFault, type AuditHead, chained, checkChain, contentHash } from './audit-chain.ts'
import type { AuditEntryRow } from './tables.ts'

/** Who changes something, by ids that are nobody's name; without a token or a clerk it is whoever has the command line. */
export interface Actor {
  readonly token: string | null
  readonly clerk?: string | null
  readonly authority: string | null
}

/** What was changed, and from what to what; undefined where there was or is nothing. */
export interface Change {
  readonly action: string
  readonly subject: string
  readonly before: unknown
  readonly after: unknown
}

/** The same of files, whose SHA-256 is known already; null where there was or is none. */
export interface FileChange {
  readonly action: string
  readonly subject: string
  readonly files: { readonly before: string | null; readonly after: string | null }
}

/** What a piece of work came to; without a change nothing is recorded. */
export interface Worked<Result> {
  readonly result: Result
  readonly change?: Change | undefined
  /** Further ones, in their order. */
  readonly fileChanges?: readonly FileChange[]
}

/** Does work in a transaction. */
export type InTransaction = <Result>(work: (trx: Trx) => Promise<Result>) => Promise<Result>

/** Waits for whoever else writes, as the command line may. */
export const waiting =
  (db: Db): InTransaction =>
  (work) =>
    db.transaction().execute(work)

const start: AuditHead = { seq: 0, hash: '' }

/**
 * Does work and records what it changed, in one transaction: neither is ever there without the other. Works of this kind wait for
 * each other, so what one reads before it writes is still true then. `at` is RFC 3339 UTC.
 */
export const recorded = <Result>(
  inTransaction: InTransaction,
  actor: Actor,
  at: string,
  work: (trx: Trx) => Promise<Worked<Result>>,
): Promise<Result> =>
  inTransaction(async (trx) => {
    await takeTurn(trx)
    const { result, change, fileChanges = [] } = await work(trx)
    for (const one of change ? [change, ...fileChanges] : fileChanges) await append(trx, actor, at, one)
    return result
  })

/** The lock of the last entry's row; in SQLite the write lock, before anything is read. */
const takeTurn = (trx: Trx) =>
  trx
    .insertInto('audit_head')
    .values({ id: 1 })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ id: 1 }))
    .execute()

async function append(trx: Trx, actor: Actor, at: string, change: Change | FileChange): Promise<void> {
  const { action, subject } = change
  const hashes =
    'files' in change
      ? change.files
      : { before: contentHash(change.before), after: contentHash(change.after) }
  const entry = chained({ at, clerk: null, ...actor, action, subject, ...hashes }, await headOf(trx))
  await trx.insertInto('audit_entry').values(toRow(entry)).execute()
  const { seq, hash } = entry
  await trx.updateTable('audit_head').set({ seq, hash }).where('id', '=', 1).execute()
}

/** The last entry there should be. */
export async function headOf(db: Db): Promise<AuditHead> {
  const row = await db.selectFrom('audit_head').select(['seq', 'hash']).executeTakeFirst()
  return row ?? start
}

const batch = 1_000

/** Reads the whole trail from its beginning; its last entry, or where it is broken. */
export async function verifyAudit(db: Db): Promise<AuditHead | AuditFault> {
  let head = start
  for (;;) {
    const rows = await db
      .selectFrom('audit_entry')
      .selectAll()
      .where('seq', '>', head.seq)
      .orderBy('seq')
      .limit(batch)
      .execute()
    if (rows.length === 0) return endingAt(head, await headOf(db))
    const next = checkChain(rows.map(toEntry), head)
    if ('reason' in next) return next
    head = next
  }
}

/** Whether the trail ends where it should: entries cut off at its end break no chain. */
function endingAt(found: AuditHead, noted: AuditHead): AuditHead | AuditFault {
  if (found.seq === noted.seq && found.hash === noted.hash) return found
  if (found.seq === noted.seq)
    return { seq: found.seq, reason: `The trail does not end with the entry ${found.seq} that was written` }
  return {
    seq: found.seq + 1,
    reason: `The trail ends with entry ${found.seq}, but ${noted.seq} were written`,
  }
}

/** Hash of the entry of a number; undefined where there is none. */
export async function hashAt(db: Db, seq: number): Promise<string | undefined> {
  const row = await db.selectFrom('audit_entry').select('hash').where('seq', '=', seq).executeTakeFirst()
  return row?.hash
}

/** Which entries: those of one authority, those before a number. */
export interface AuditQuery {
  readonly authority?: string | undefined
  readonly before?: number | undefined
  readonly limit: number
}

/** The last entries, the newest first. */
export async function listAudit(db: Db, { authority, before, limit }: AuditQuery): Promise<AuditEntry[]> {
  let query = db.selectFrom('audit_entry').selectAll().orderBy('seq', 'desc').limit(limit)
  if (authority !== undefined) query = query.where('authority_id', '=', authority)
  if (before !== undefined) query = query.where('seq', '<', before)
  return (await query.execute()).map(toEntry)
}

const toRow = (entry: AuditEntry): AuditEntryRow => ({
  seq: entry.seq,
  at: entry.at,
  token_id: entry.token,
  clerk_id: entry.clerk,
  authority_id: entry.authority,
  action: entry.action,
  subject: entry.subject,
  before_hash: entry.before,
  after_hash: entry.after,
  previous: entry.previous,
  hash: entry.hash,
})

const toEntry = (row: AuditEntryRow): AuditEntry => ({
  seq: row.seq,
  at: row.at,
  token: row.token_id,
  clerk: row.clerk_id,
  authority: row.authority_id,
  action: row.action,
  subject: row.subject,
  before: row.before_hash,
  after: row.after_hash,
  previous: row.previous,
  hash: row.hash,
})
