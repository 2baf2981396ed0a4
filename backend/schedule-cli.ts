import { resolve } from 'node:path'
import { recorded, waiting } from './access/index.ts'
import type { Db } from './database/database.ts'
import { addSchedule, findSchedule, ImportError, pauseSchedule, removeSchedule } from './import/index.ts'
import { addJob, removeJob, setDue } from './jobs/index.ts'
import { profiles } from './profiles.ts'
import { intervalIn, originIn } from './schedule-order.ts'
import { schedulesTable } from './schedule-table.ts'
import { jobOf, type RunParts, type RunResult, runSchedule } from './scheduled-import.ts'
import { readArguments, UsageError } from './usage-error.ts'

export const scheduleHelp = `  amtsweg schedule add <name> <profile> <https address or file> [--every 24h] [--source <id>] [--source-name <name>]
  amtsweg schedule add <name> --all <folder> [--every 24h]   the server imports it again and again, where it has changed
  amtsweg schedule list [--json]                    what is imported when, and how it went
  amtsweg schedule run <name> [--accept]            now; --accept takes a file that looks damaged
  amtsweg schedule pause | resume | remove <name>`

/** What the commands work with. */
export interface ScheduleWorkplace {
  readonly db: Db
  readonly now: () => Date
  readonly say: (line: string) => void
  /** Internal `address:port` pairs that may be asked. */
  readonly allow: readonly string[]
  readonly parts: RunParts
}

const text = { type: 'string' } as const
const flag = { type: 'boolean', default: false } as const
const addOptions = { all: text, every: text, source: text, 'source-name': text } as const

/** Imports that the server does by itself; answers the exit code. */
export async function scheduleCommand(args: readonly string[], place: ScheduleWorkplace): Promise<number> {
  const [command, ...rest] = args
  const taken = (words: number) => ({ command: `schedule ${command}`, words })
  if (command === 'add') {
    const { values, positionals } = readArguments(rest, addOptions, taken(3))
    return add(positionals, values, place)
  }
  if (command === 'list') {
    const { values } = readArguments(rest, { json: flag }, taken(0))
    return list(values.json ?? false, place)
  }
  if (command === 'run') {
    const { values, positionals } = readArguments(rest, { accept: flag, due: flag, as: text }, taken(1))
    return run(await known(positionals[0], place.db), values, place)
  }
  if (command === 'pause' || command === 'resume' || command === 'remove') {
    const { positionals } = readArguments(rest, {}, taken(1))
    return change(command, await known(positionals[0], place.db), place)
  }
  throw new UsageError(command ? `There is no command "schedule ${command}".` : 'What about schedules?')
}

async function known(name: string | undefined, db: Db): Promise<string> {
  if (!name) throw new UsageError('Which schedule? `amtsweg schedule list` tells the names.')
  if (await findSchedule(db, name)) return name
  throw new ImportError(
    `There is no schedule ${name.slice(0, 60)}; amtsweg schedule list tells those there are.`,
  )
}

const nameForm = /^[a-z0-9][a-z0-9-]{0,59}$/

async function add(
  [name, profile, from]: readonly string[],
  values: { all?: string; every?: string; source?: string; 'source-name'?: string },
  { db, now, say, allow }: ScheduleWorkplace,
): Promise<number> {
  if (!name || !nameForm.test(name))
    throw new UsageError('The name of a schedule is small letters, digits and hyphens, at most 60.')
  const { all, source: sourceId, 'source-name': sourceName } = values
  if (all !== undefined && (profile ?? sourceId ?? sourceName) !== undefined)
    throw new UsageError('--all takes a folder, and neither a profile nor a source.')
  if (all === undefined && !profiles.some((one) => one.name === profile))
    throw new UsageError(profile ? `There is no profile "${profile}".` : 'Which profile?')
  if (sourceId !== undefined && !nameForm.test(sourceId))
    throw new UsageError('The id of a source is small letters, digits and hyphens, at most 60.')
  const origin = all === undefined ? originIn(from, allow) : resolve(all)
  const everySeconds = intervalIn(values.every ?? '24h')
  const order = { name, profile, origin, sourceId, sourceName, everySeconds }
  const at = now().toISOString()
  await recorded(waiting(db), { token: null, authority: null }, at, async (trx) => {
    if (await findSchedule(trx, name))
      throw new ImportError(`There is a schedule ${name} already: remove it first, or choose another name.`)
    await addSchedule(trx, order)
    await addJob(trx, jobOf(name), at)
    const fact = { action: 'schedule.add', subject: name, before: undefined, after: order }
    return { result: undefined, change: fact }
  })
  say(`${name} is imported from ${origin} every ${values.every ?? '24h'}, first within a minute`)
  return 0
}

async function change(
  command: 'pause' | 'resume' | 'remove',
  name: string,
  { db, now, say }: ScheduleWorkplace,
): Promise<number> {
  const at = now().toISOString()
  await recorded(waiting(db), { token: null, authority: null }, at, async (trx) => {
    if (command === 'remove') {
      await removeSchedule(trx, name)
      await removeJob(trx, jobOf(name))
    } else await pauseSchedule(trx, name, command === 'pause')
    if (command === 'resume') await setDue(trx, jobOf(name), at)
    const fact = { action: `schedule.${command}`, subject: name, before: name, after: undefined }
    return { result: undefined, change: fact }
  })
  say(sentences[command](name))
  return 0
}

const sentences = {
  pause: (name: string) => `${name} rests until "amtsweg schedule resume ${name}"`,
  resume: (name: string) => `${name} goes on within a minute`,
  remove: (name: string) => `${name} is not imported any more; what it has brought stays`,
} as const

async function list(json: boolean, { db, say, now }: ScheduleWorkplace): Promise<number> {
  const rows = await schedulesTable(db, now())
  if (json) say(JSON.stringify(rows, undefined, 2))
  else if (rows.length === 0) say('Nothing is imported by itself yet.')
  else
    for (const { name, state, every, lastSuccess, lastChange, nextDue, origin, error } of rows) {
      say([name, state, `every ${every}`, `next ${nextDue}`, origin].join('\t'))
      say(`  last success ${lastSuccess ?? 'never'}, last change ${lastChange ?? 'never'}`)
      if (error) say(`  ${error}`)
    }
  return 0
}

async function run(
  name: string,
  { accept, due, as: holder }: { accept?: boolean; due?: boolean; as?: string },
  { parts, say }: ScheduleWorkplace,
): Promise<number> {
  const own = holder === undefined ? parts : { ...parts, holder }
  const result = await runSchedule(own, name, { accept: accept ?? false, onlyDue: due ?? false })
  say(`${name}: ${wordsOf(name, result)}`)
  return result.kind === 'taken' || result.kind === 'unchanged' || due ? 0 : 1
}

function wordsOf(name: string, result: RunResult): string {
  if (result.kind === 'busy') return 'another process is at it, or it is not due'
  if (result.kind === 'lost') return 'another process has taken over; nothing was changed here'
  if (result.kind === 'stopped') return 'stopped; nothing was changed'
  if (result.kind === 'held')
    return `held back, nothing was changed. ${result.words} Look at the file; if it is right: amtsweg schedule run ${name} --accept`
  if (result.kind === 'failed') return `failed, nothing was changed. ${result.words}`
  return result.words
}
