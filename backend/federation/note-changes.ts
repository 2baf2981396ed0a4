import { setImmediate as nextTurn } from 'node:timers/promises'
import { headOf, type InTransaction, listAudit } from '../access/index.ts'
import type { Db } from '../database/database.ts'
import { type Carrier, someOf } from '../import/index.ts'
import { carriers } from './carriers.ts'
import {
  ensureFeedState,
  type FeedState,
  feedState,
  livingEntries,
  noteRecords,
  pruneDeletions,
  setCompared,
} from './repository-feed.ts'

interface NoteParts {
  readonly db: Db
  readonly inTransaction: InTransaction
  readonly now: () => Date
  /** Twelve hexadecimal digits. */
  readonly createId: () => string
}

/** Records of one transaction: short, as everybody else who writes waits. */
const atOnce = 500
/** Entries of the trail that are looked at one by one; after more, all kinds are compared. */
const mostEntries = 200
/** Days for which deletions are remembered. */
const rememberedDays = 180

/** The feed, where it tells already all that was committed before this was called. */
export async function currentFeed(db: Db): Promise<FeedState | undefined> {
  const { seq } = await headOf(db)
  const state = await feedState(db)
  return state?.comparedSeq === seq ? state : undefined
}

/**
 * Makes the feed tell all that was committed before this was called. Whatever is written leaves an entry in the trail of changes, so
 * that where the trail has not grown nothing needs to be compared; writing itself costs nothing more.
 */
export async function noteChanges(parts: NoteParts): Promise<FeedState> {
  const { db, inTransaction, now, createId } = parts
  const { seq } = await headOf(db)
  const state = (await feedState(db)) ?? (await inTransaction((trx) => ensureFeedState(trx, createId)))
  if (state.comparedSeq === seq) return state
  const kinds = await touchedKinds(db, state.comparedSeq, seq)
  for (const carrier of carriers)
    if (kinds === 'all' || kinds.has(carrier.kind)) await compare(parts, carrier)
  return inTransaction(async (trx) => {
    await setCompared(trx, seq)
    await pruneDeletions(trx, new Date(now().getTime() - rememberedDays * 86_400_000).toISOString())
    return ensureFeedState(trx, createId)
  })
}

async function compare({ db, inTransaction, now }: NoteParts, carrier: Carrier): Promise<void> {
  const told = await livingEntries(db, carrier.kind)
  const changed: string[] = []
  for await (const marks of carrier.marks(db)) {
    for (const { id, fingerprint } of marks) {
      if (told.get(id) !== fingerprint) changed.push(id)
      told.delete(id)
    }
    // SQLite answers at once, and whoever else asks this server would wait until all is compared.
    await nextTurn()
  }
  const at = now().toISOString()
  for (const ids of someOf([...changed, ...told.keys()], atOnce)) {
    await inTransaction((trx) => noteRecords(trx, carrier, ids, { at }))
    await nextTurn()
  }
}

/** What edits change, by the first word of their name in the trail; whatever stands not here may have changed everything. */
const touches: Readonly<Record<string, readonly string[]>> = {
  unit: ['unit', 'responsibilities', 'source'],
  hours: ['unit'],
  service: ['service', 'source'],
  supplements: ['supplement', 'source'],
  parts: ['local-parts', 'source'],
  withdrawal: ['withdrawal', 'source'],
  responsibilities: ['responsibilities', 'source'],
  token: [],
  origins: [],
  authority: ['source'],
  // A unit that goes takes along who was said to be responsible here.
  subscription: ['responsibilities'],
  clerk: [],
  session: [],
}

async function touchedKinds(db: Db, behind: number, upTo: number): Promise<ReadonlySet<string> | 'all'> {
  if (behind < 0 || upTo - behind > mostEntries) return 'all'
  const entries = await listAudit(db, { before: upTo + 1, limit: upTo - behind })
  const found = new Set<string>()
  for (const { action } of entries) {
    const kinds = touches[action.split('.')[0] ?? '']
    if (!kinds) return 'all'
    for (const kind of kinds) found.add(kind)
  }
  return found
}
