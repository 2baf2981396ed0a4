import { randomUUID } from 'node:crypto'
import { recorded, waiting } from './access/index.ts'
import type { Db } from './database/database.ts'
import {
  findHarvest,
  harvestJob,
  isAudience,
  isLicence,
  listedHarvests,
  orderHarvest,
  removeHarvest,
  wordsOfHarvest,
} from './geodata/index.ts'
import { type HarvestResult, type HarvestRun, runHarvest } from './harvest-run.ts'
import { ImportError } from './import/index.ts'
import { addJob, listJobs, removeJob } from './jobs/index.ts'
import { intervalIn, intervalWords, originIn } from './schedule-order.ts'
import { readArguments, UsageError } from './usage-error.ts'

export const harvestHelp = `  amtsweg geodata harvest add <address of a collection> --authority <id> --as <id of the copy> [--every 24h]
      [--token <token>] [--audience public|authorities|authority] [--licence <code>] [--provider <name>]
                                                    a collection of another node, or of any OGC API Features, is copied and kept in step
  amtsweg geodata harvest list [--json]             what is copied, and how it goes
  amtsweg geodata harvest run <id>                  now
  amtsweg geodata harvest remove <id> [--with-copy] the copy stays, or goes with it`

/** What the commands work with. */
export interface HarvestWorkplace {
  readonly db: Db
  readonly now: () => Date
  readonly say: (line: string) => void
  /** Internal `address:port` pairs that may be asked. */
  readonly allow: readonly string[]
  readonly parts: HarvestRun
}

const text = { type: 'string' } as const
const flag = { type: 'boolean', default: false } as const

/** Collections of others that are copied here; answers the exit code. */
export async function harvestCommand(args: readonly string[], place: HarvestWorkplace): Promise<number> {
  const [command, ...rest] = args
  const taken = (words: number) => ({ command: `geodata harvest ${command}`, words })
  if (command === 'add') {
    const options = {
      authority: text,
      as: text,
      every: text,
      token: text,
      audience: text,
      licence: text,
      provider: text,
    }
    const { values, positionals } = readArguments(rest, options, taken(1))
    return add(positionals[0], values, place)
  }
  if (command === 'list') {
    const { values } = readArguments(rest, { json: flag }, taken(0))
    return list(values.json ?? false, place)
  }
  if (command === 'run') {
    const { values, positionals } = readArguments(rest, { due: flag, as: text }, taken(1))
    const id = await known(positionals[0], place.db)
    const { as: holder, due = false } = values
    const parts = holder === undefined ? place.parts : { ...place.parts, holder }
    const result = await runHarvest(parts, id, { onlyDue: due })
    const memory = Math.round(process.resourceUsage().maxRSS / 1024)
    place.say(`${id}: ${wordsOf(result)} (at most ${memory} MB)`)
    return result.kind === 'taken' || result.kind === 'unchanged' || due ? 0 : 1
  }
  if (command === 'remove') {
    const { values, positionals } = readArguments(rest, { 'with-copy': flag }, taken(1))
    return remove(await known(positionals[0], place.db), values['with-copy'] ? 'remove' : 'keep', place)
  }
  throw new UsageError(
    command ? `There is no command "geodata harvest ${command}".` : 'What about copies of geodata?',
  )
}

async function known(id: string | undefined, db: Db): Promise<string> {
  if (!id) throw new UsageError('Which copy? `amtsweg geodata harvest list` tells the ids.')
  if (await findHarvest(db, id)) return id
  throw new ImportError(
    `There is no copy ${id.slice(0, 60)}; amtsweg geodata harvest list tells those there are.`,
  )
}

const nobody = { token: null, authority: null }

async function add(
  address: string | undefined,
  given: Readonly<
    Partial<Record<'authority' | 'as' | 'every' | 'token' | 'audience' | 'licence' | 'provider', string>>
  >,
  { db, now, say, allow }: HarvestWorkplace,
): Promise<number> {
  if (!address || !/^https?:/i.test(address))
    throw new UsageError('Which collection? Give its https address.')
  const { authority, as: collection, every = '24h', token = null, audience = null } = given
  const { licence = null, provider = null } = given
  if (!authority) throw new UsageError('--authority <id>: which authority keeps the copy?')
  if (!collection || !/^[a-z0-9][a-z0-9-]{0,59}$/.test(collection))
    throw new UsageError('--as <id of the copy>: small letters, digits and hyphens, at most 60.')
  if (audience !== null && !isAudience(audience))
    throw new UsageError('--audience is one of public, authorities, authority.')
  if (licence !== null && !isLicence(licence))
    throw new UsageError('--licence is the code of a free licence, such as dl-de-by-2.0 or cc0-1.0.')
  const order = {
    ...{ id: randomUUID(), authority, collection, url: originIn(address, allow), token, audience, licence },
    ...{ provider, everySeconds: intervalIn(every) },
  }
  const at = now().toISOString()
  const isNew = await recorded(waiting(db), nobody, at, async (trx) => {
    if (!(await orderHarvest(trx, order, at))) return { result: false }
    await addJob(trx, harvestJob(order.id), at)
    const after = { ...order, token: token === null ? null : 'secret' }
    return {
      result: true,
      change: { action: 'geodata.harvest.add', subject: order.id, before: undefined, after },
    }
  })
  if (!isNew)
    throw new ImportError(`There is a collection ${collection} already; choose another id with --as.`)
  say(`${order.id} copies ${order.url} as ${collection} every ${every}, first within a minute`)
  return 0
}

async function remove(
  id: string,
  copy: 'keep' | 'remove',
  { db, now, say }: HarvestWorkplace,
): Promise<number> {
  await recorded(waiting(db), nobody, now().toISOString(), async (trx) => {
    await removeHarvest(trx, id, copy)
    await removeJob(trx, harvestJob(id))
    const change = {
      action: 'geodata.harvest.remove',
      subject: `${id} ${copy}`,
      before: id,
      after: undefined,
    }
    return { result: undefined, change }
  })
  say(`${id} is not kept in step any more; the copy ${copy === 'keep' ? 'stays' : 'is gone'}`)
  return 0
}

async function list(json: boolean, { db, say, now }: HarvestWorkplace): Promise<number> {
  const rows = await listedHarvests(db, await listJobs(db), now())
  if (json) say(JSON.stringify(rows, undefined, 2))
  else if (rows.length === 0) say('Nothing is copied yet.')
  else
    for (const {
      id,
      state,
      kind,
      everyMinutes,
      url,
      collection,
      features,
      succeededAt,
      read,
      error,
    } of rows) {
      say([id, state, kind ?? 'not visited', `every ${intervalWords(everyMinutes * 60)}`, url].join('\t'))
      say(`  as ${collection}, ${features} features, last success ${succeededAt ?? 'never'}`)
      if (read > 0) say(`  ${read} features have come of what is being read`)
      if (error) say(`  ${error.code}: ${wordsOfHarvest(error.code)}`)
    }
  return 0
}

function wordsOf(result: HarvestResult): string {
  if (result.kind === 'taken') return `${result.put} put, ${result.gone} gone`
  if (result.kind === 'unchanged') return 'nothing new'
  if (result.kind === 'failed') return `failed (${result.code}). ${wordsOfHarvest(result.code)}`
  if (result.kind === 'busy') return 'another process is at it, or it is not due'
  if (result.kind === 'lost') return 'another process has taken over; it goes on there'
  return 'stopped; it goes on where it was'
}
