import { readOwners } from '../access/index.ts'
import type { Trx } from '../database/database.ts'
import { type Carried, type Carrier, type IsWanted, someOf } from '../import/index.ts'
import { carriers } from './carriers.ts'
import { decide, decideGone, type Here, type Way } from './conflict.ts'
import { nodeOf } from './node-source.ts'
import { entriesOf, noteRecords } from './repository-feed.ts'
import { stagedKinds, stagedOf, stagedSources, unstage, unused, withhold } from './repository-staged.ts'
import { addBareSource, broughtBy, knownSources } from './repository-subscriptions.ts'
import type { FeedStagedRow, SubscriptionRow } from './tables.ts'
import { wantedIn } from './wanted.ts'

/** What taking came to: ids by kind. */
export interface Taken {
  readonly written: ReadonlyMap<string, readonly string[]>
  readonly deleted: ReadonlyMap<string, readonly string[]>
}

interface Work {
  readonly trx: Trx
  readonly way: Way
  readonly isWanted: IsWanted
  readonly at: string
  /** What the sources are called that a feed forgets to tell of. */
  readonly nameOfBareSource: string
  readonly written: Map<string, string[]>
  readonly deleted: Map<string, string[]>
  /** Records that came and stay, where everything is read anew. */
  readonly kept: Set<string>
}

const atOnce = 200

/**
 * Takes all that was laid aside into the catalogue, in the order in which it builds upon itself, and deletes what is gone, the other way
 * round. What cannot be taken as things are stays aside with the reason. `own` is this node.
 */
export async function takeStaged(
  trx: Trx,
  subscription: SubscriptionRow,
  { own, others, at }: { readonly own: string; readonly others: ReadonlySet<string>; readonly at: string },
): Promise<Taken> {
  const { id, node, url, whole } = subscription
  const work: Work = {
    ...{ trx, at, written: new Map(), deleted: new Map(), kept: new Set() },
    way: { subscription: id, from: node ?? '', own, others, whole: whole === 1 },
    isWanted: wantedIn(subscription.areas.split(' ').filter(Boolean), await readOwners(trx)),
    nameOfBareSource: new URL(url).host,
  }
  for (const carrier of carriers) await takeKind(work, carrier)
  for (const carrier of carriers.toReversed()) {
    await eachPage(work, carrier.kind, 1, (rows) => removePage(work, carrier, rows))
    if (work.way.whole) await removeUnseen(work, carrier)
  }
  await withholdUnknown(work)
  return work
}

/** Records of one kind can hang on each other, parts before their whole: what waits for another is tried again as long as some come. */
async function takeKind(work: Work, carrier: Carrier): Promise<void> {
  const waits = await takeRound(work, carrier, () => true)
  for (let left = waits; left > 0;) {
    const now = await takeRound(work, carrier, ({ withheld }) => withheld === 'incomplete')
    if (now === left) return
    left = now
  }
}

/** Takes what it can; tells how many wait for another record. */
async function takeRound(
  work: Work,
  carrier: Carrier,
  isMeant: (row: FeedStagedRow) => boolean,
): Promise<number> {
  let waits = 0
  await eachPage(work, carrier.kind, 0, async (rows) => {
    waits += await takePage(work, carrier, rows.filter(isMeant))
  })
  return waits
}

async function eachPage(
  { trx, way }: Work,
  kind: string,
  deleted: 0 | 1,
  take: (rows: readonly FeedStagedRow[]) => Promise<void>,
): Promise<void> {
  for (let behind = ''; ;) {
    const rows = await stagedOf(trx, way.subscription, { kind, deleted, behind, limit: atOnce })
    const end = rows.at(-1)
    if (!end) return
    await take(rows)
    behind = end.id
  }
}

async function takePage(work: Work, carrier: Carrier, rows: readonly FeedStagedRow[]): Promise<number> {
  if (rows.length === 0) return 0
  const { trx, way, isWanted, kept } = work
  const reasons = new Map<string, string>()
  const leaving: string[] = []
  const carried: (Carried<unknown> & { readonly row: FeedStagedRow })[] = []
  const here = await recordsHere(trx, carrier, rows)
  const isUsed = carrier.kind === 'source' ? await usedSources(trx, way.subscription, rows) : () => true
  for (const row of rows) {
    const known = here.get(row.id)
    const decision = decide(row, known, way)
    // A node tells of all its sources; here are those of which something has come.
    if (!isUsed(row)) reasons.set(row.id, unused)
    else if (decision === 'take') {
      const parsed = carrier.schema.safeParse(JSON.parse(row.content))
      const content = parsed.success ? await carrier.within(trx, parsed.data, isWanted) : 'invalid'
      if (content === 'invalid') reasons.set(row.id, 'invalid')
      else if (content === 'unknown') reasons.set(row.id, 'incomplete')
      // It may have moved out of what we want.
      else if (content === 'outside') leaving.push(...(known?.via === way.subscription ? [row.id] : []))
      else carried.push({ id: row.id, sourceId: row.source_id, content, row })
    } else if (decision === 'withhold') reasons.set(row.id, 'taken')
    else if (decision === 'same') kept.add(`${carrier.kind} ${row.id}`)
  }
  for (const [id, reason] of await carrier.clashes(trx, carried)) reasons.set(id, reason)
  const sound = carried.filter(({ id }) => !reasons.has(id))
  await ensureSources(work, carrier, sound)
  await carrier.write(trx, sound, work.at)
  await note(
    work,
    carrier,
    sound.map(({ row }) => row),
  )
  sound.forEach(({ id }) => kept.add(`${carrier.kind} ${id}`))
  // What is withheld for now is no reason to take away what there is of it.
  reasons.forEach((_, id) => kept.add(`${carrier.kind} ${id}`))
  add(work.written, carrier.kind, sound)
  await removeRecords(work, carrier, leaving, new Map())
  await unstage(
    trx,
    way.subscription,
    carrier.kind,
    rows.filter(({ id }) => !reasons.has(id)).map(({ id }) => id),
  )
  await withhold(trx, way.subscription, carrier.kind, reasons)
  return [...reasons.values()].filter((reason) => reason === 'incomplete').length
}

async function usedSources(trx: Trx, subscription: string, rows: readonly FeedStagedRow[]) {
  const known = await knownSources(
    trx,
    rows.map(({ id }) => id),
  )
  const staged = await stagedSources(trx, subscription)
  return ({ id }: FeedStagedRow): boolean => known.has(id) || staged.has(id)
}

/** Records of these names that are here, and how they came. */
async function recordsHere(
  trx: Trx,
  carrier: Carrier,
  rows: readonly { readonly id: string }[],
): Promise<ReadonlyMap<string, Here>> {
  const ids = rows.map(({ id }) => id)
  const entries = await entriesOf(trx, carrier.kind, ids)
  const marks = await carrier.marksOf(trx, ids)
  return new Map(
    marks.map(({ id, sourceId }) => {
      const entry = entries.get(id)
      return [id, { origin: nodeOf(sourceId), version: entry?.version ?? 0, via: entry?.via ?? null }]
    }),
  )
}

async function ensureSources(
  { trx, at, nameOfBareSource }: Work,
  { kind }: Carrier,
  records: readonly Carried<unknown>[],
): Promise<void> {
  if (kind === 'source') return
  const named = [...new Set(records.map(({ sourceId }) => sourceId))]
  const known = await knownSources(trx, named)
  for (const id of named) if (!known.has(id)) await addBareSource(trx, id, nameOfBareSource, at)
}

const note = ({ trx, at, way }: Work, carrier: Carrier, rows: readonly FeedStagedRow[]) =>
  noteRecords(
    trx,
    carrier,
    rows.map(({ id }) => id),
    { at, brought: { via: way.subscription, by: new Map(rows.map((row) => [row.id, row])) } },
  )

async function removePage(work: Work, carrier: Carrier, rows: readonly FeedStagedRow[]): Promise<void> {
  const here = await recordsHere(work.trx, carrier, rows)
  const gone = rows.filter((row) => decideGone(row, here.get(row.id), work.way) === 'remove')
  await removeRecords(
    work,
    carrier,
    gone.map(({ id }) => id),
    new Map(gone.map((row) => [row.id, row])),
  )
  await unstage(
    work.trx,
    work.way.subscription,
    carrier.kind,
    rows.map(({ id }) => id),
  )
}

/** What came by this way and does not come any more. */
async function removeUnseen(work: Work, carrier: Carrier): Promise<void> {
  const gone: string[] = []
  for (let behind = ''; ;) {
    const ids = await broughtBy(work.trx, work.way.subscription, carrier.kind, behind)
    const end = ids.at(-1)
    if (end === undefined) break
    gone.push(...ids.filter((id) => !work.kept.has(`${carrier.kind} ${id}`)))
    behind = end
  }
  await removeRecords(work, carrier, gone, new Map())
}

async function removeRecords(
  work: Work,
  carrier: Carrier,
  ids: readonly string[],
  by: ReadonlyMap<string, { readonly origin: string; readonly version: number }>,
): Promise<void> {
  for (const some of someOf(ids)) {
    await carrier.remove(work.trx, some)
    await noteRecords(work.trx, carrier, some, {
      at: work.at,
      brought: { via: work.way.subscription, by },
    })
  }
  add(
    work.deleted,
    carrier.kind,
    ids.map((id) => ({ id })),
  )
}

/** Kinds that a later version of ours knows wait until this node is upgraded. */
async function withholdUnknown({ trx, way }: Work): Promise<void> {
  const known = new Set(carriers.map(({ kind }) => kind))
  const unknown = (await stagedKinds(trx, way.subscription)).filter((kind) => !known.has(kind))
  for (const kind of unknown) {
    for (let behind = ''; ;) {
      const rows = await stagedOf(trx, way.subscription, { kind, deleted: 0, behind, limit: atOnce })
      const end = rows.at(-1)
      if (!end) break
      await withhold(trx, way.subscription, kind, new Map(rows.map(({ id }) => [id, 'unknown-kind'])))
      behind = end.id
    }
    // What was never here cannot go.
    for (;;) {
      const rows = await stagedOf(trx, way.subscription, { kind, deleted: 1, behind: '', limit: atOnce })
      if (rows.length === 0) break
      await unstage(
        trx,
        way.subscription,
        kind,
        rows.map(({ id }) => id),
      )
    }
  }
}

function add(lists: Map<string, string[]>, kind: string, records: readonly { readonly id: string }[]): void {
  const list = lists.get(kind) ?? []
  for (const { id } of records) list.push(id)
  if (list.length > 0) lists.set(kind, list)
}
