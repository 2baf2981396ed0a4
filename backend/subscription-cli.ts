import { randomUUID } from 'node:crypto'
import { subscriptionKinds } from '@amtsweg/contract'
import { recorded, waiting } from './access/index.ts'
import type { Db } from './database/database.ts'
import {
  ensureFeedState,
  findSubscription,
  followTaken,
  listedSubscriptions,
  newNodeId,
  orderSubscription,
  removeSubscription,
  renewFeed,
  type SubscriptionOrder,
  wordsOfFailure,
} from './federation/index.ts'
import { ImportError } from './import/index.ts'
import { addJob, listJobs, removeJob } from './jobs/index.ts'
import { intervalIn, intervalWords } from './schedule-order.ts'
import { beginAnew, runSync, type SyncParts, type SyncResult } from './subscription-sync.ts'
import { readArguments, UsageError } from './usage-error.ts'
import { noteSearchChange } from './wayfinding/index.ts'

export const subscriptionHelp = `  amtsweg subscription add <https address> [--kind amtsweg|xzufi|xzufi-changes] [--area <key>]... [--every 15m]
                                                    the catalogue of another node comes here and stays in step
  amtsweg subscription list [--json]                what is subscribed to, and how it goes
  amtsweg subscription sync <id> [--anew]           now; --anew reads everything again
  amtsweg subscription remove <id> [--with-records] what it has brought stays, or goes with it
  amtsweg subscription node                         the id of this node
  amtsweg subscription renew                        after a database server’s backup was put back: followers read all anew`

/** What the commands work with. */
export interface SubscriptionWorkplace {
  readonly db: Db
  readonly now: () => Date
  readonly say: (line: string) => void
  /** Internal `address:port` pairs that may be asked. */
  readonly allow: readonly string[]
  readonly parts: SyncParts
}

const text = { type: 'string' } as const
const flag = { type: 'boolean', default: false } as const

/** Other nodes whose catalogue comes here; answers the exit code. */
export async function subscriptionCommand(
  args: readonly string[],
  place: SubscriptionWorkplace,
): Promise<number> {
  const [command, ...rest] = args
  const { db, say, now } = place
  const taken = (words: number) => ({ command: `subscription ${command}`, words })
  if (command === 'add') {
    const options = { kind: text, every: text, area: { ...text, multiple: true } } as const
    const { values, positionals } = readArguments(rest, options, taken(1))
    return add(positionals[0], values, place)
  }
  if (command === 'list') {
    const { values } = readArguments(rest, { json: flag }, taken(0))
    return list(values.json ?? false, place)
  }
  if (command === 'sync') {
    const { values, positionals } = readArguments(rest, { anew: flag, due: flag, as: text }, taken(1))
    return sync(await known(positionals[0], db), values, place)
  }
  if (command === 'remove') {
    const { values, positionals } = readArguments(rest, { 'with-records': flag }, taken(1))
    const id = await known(positionals[0], db)
    const at = now().toISOString()
    const records = values['with-records'] ? 'remove' : 'keep'
    await recorded(waiting(db), { token: null, authority: null }, at, async (trx) => {
      const gone = await removeSubscription(trx, id, { records, at })
      await removeJob(trx, `subscription:${id}`)
      if (records === 'remove') await followTaken(trx, 'all', noteSearchChange)
      return {
        result: gone,
        change: { action: 'federation.remove', subject: id, before: id, after: undefined },
      }
    })
    say(
      `${id} is not subscribed to any more; what it has brought ${records === 'keep' ? 'stays' : 'is gone'}`,
    )
    return 0
  }
  if (command === 'node') {
    readArguments(rest, {}, taken(0))
    const { node } = await waiting(db)((trx) => ensureFeedState(trx, newNodeId))
    say(node)
    return 0
  }
  if (command === 'renew') {
    readArguments(rest, {}, taken(0))
    await waiting(db)((trx) => renewFeed(trx))
    say('Whoever follows this node reads everything anew')
    return 0
  }
  throw new UsageError(
    command ? `There is no command "subscription ${command}".` : 'What about subscriptions?',
  )
}

async function known(id: string | undefined, db: Db): Promise<string> {
  if (!id) throw new UsageError('Which subscription? `amtsweg subscription list` tells the ids.')
  if (await findSubscription(db, id)) return id
  throw new ImportError(
    `There is no subscription ${id.slice(0, 60)}; amtsweg subscription list tells those there are.`,
  )
}

async function add(
  address: string | undefined,
  { kind = 'amtsweg', every = '15m', area = [] }: { kind?: string; every?: string; area?: string[] },
  { db, now, say, allow }: SubscriptionWorkplace,
): Promise<number> {
  if (!address) throw new UsageError('The catalogue of which node? Give its https address.')
  const chosen = subscriptionKinds.find((one) => one === kind)
  if (!chosen) throw new UsageError(`--kind is one of ${subscriptionKinds.join(', ')}.`)
  const bad = area.find((key) => !/^(?:\d{2}|\d{3}|\d{5}|\d{9}|\d{12})$/.test(key))
  if (bad) throw new UsageError('--area takes a region key of 2, 3, 5, 9 or 12 digits.')
  const order: SubscriptionOrder = {
    ...{ id: randomUUID(), kind: chosen, url: subscriptionAddress(address, allow), areas: area },
    ...{ everySeconds: intervalIn(every), authority: null },
  }
  const at = now().toISOString()
  const id = await recorded(waiting(db), { token: null, authority: null }, at, async (trx) => {
    const there = await orderSubscription(trx, order, at)
    if (there !== order.id) return { result: there }
    await addJob(trx, `subscription:${there}`, at)
    return {
      result: there,
      change: { action: 'federation.add', subject: there, before: undefined, after: order },
    }
  })
  say(`${id} brings the catalogue of ${order.url} every ${every}, first within a minute`)
  return 0
}

/** A web address with TLS, unless the operator has opened that pair of address and port. Throws UsageError for others. */
function subscriptionAddress(address: string, allow: readonly string[]): string {
  if (!URL.canParse(address)) throw new UsageError('This is no web address.')
  const url = new URL(address)
  if (url.username || url.password) throw new UsageError('The address may hold no user name and no password.')
  if (url.protocol !== 'https:' && !allow.includes(url.host))
    throw new UsageError('The address must begin with https://.')
  return url.href
}

async function list(json: boolean, { db, say, now }: SubscriptionWorkplace): Promise<number> {
  const rows = await listedSubscriptions(db, await listJobs(db), now())
  if (json) say(JSON.stringify(rows, undefined, 2))
  else if (rows.length === 0) say('Nothing is subscribed to yet.')
  else
    for (const {
      id,
      state,
      kind,
      everyMinutes,
      url,
      succeededAt,
      changedAt,
      records,
      withheld,
      error,
    } of rows) {
      say([id, state, kind, `every ${intervalWords(everyMinutes * 60)}`, url].join('\t'))
      say(`  last success ${succeededAt ?? 'never'}, last change ${changedAt ?? 'never'}, ${records} records`)
      for (const { reason, count } of withheld) say(`  ${count} withheld: ${reason}`)
      if (error) say(`  ${error.code}: ${wordsOfFailure(error.code)}`)
    }
  return 0
}

async function sync(
  id: string,
  { anew, due, as: holder }: { anew?: boolean; due?: boolean; as?: string },
  { parts, say }: SubscriptionWorkplace,
): Promise<number> {
  if (anew) await parts.write((trx) => beginAnew(trx, id))
  const own = holder === undefined ? parts : { ...parts, holder }
  const result = await runSync(own, id, { onlyDue: due ?? false })
  say(`${id}: ${wordsOf(result)}`)
  return result.kind === 'taken' || result.kind === 'unchanged' || due ? 0 : 1
}

function wordsOf(result: SyncResult): string {
  if (result.kind === 'taken')
    return `${result.written} written, ${result.deleted} deleted, ${result.pages} pages`
  if (result.kind === 'unchanged') return 'nothing new'
  if (result.kind === 'failed') return `failed (${result.code}). ${wordsOfFailure(result.code)}`
  if (result.kind === 'busy') return 'another process is at it, or it is not due'
  if (result.kind === 'lost') return 'another process has taken over; it goes on there'
  return 'stopped; it goes on where it was'
}
