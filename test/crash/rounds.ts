import { openDatabase } from '@amtsweg/backend/database/database.ts'
import { type Program, runProgram } from '../end-to-end/server.ts'
import { integrityOf } from './contents.ts'
import { keepChanging, lookAfter, makeOffice, type Subject, subjects } from './editors.ts'
import { quiet } from './postgres.ts'
import { childrenOf, kill, over } from './processes.ts'
import { passTime, type Town } from './town.ts'
import { takenBySchedule, wholeTrail } from './trail.ts'

/** Who is killed: the server alone, the import it has started, or both at once. */
const victims = ['server', 'child', 'both'] as const
type Victim = (typeof victims)[number]

/** What many rounds came to. */
export interface Tally {
  rounds: number
  /** How often who was killed, and while what was going on. */
  readonly kills: Record<string, number>
  acknowledged: number
  /** Changes that were made, though the answer was lost. */
  unanswered: number
  /** Files that the schedule has taken in, and rounds of link checks that were recorded. */
  files: number
  checks: number
}

/** Something besides that happens in a round, such as the end of the database server; tells what, for the tally. */
export type Disaster = () => Promise<string | undefined>

interface ServerKills {
  readonly town: Town
  readonly random: () => number
  readonly times: number
  readonly disaster?: Disaster
  readonly onRound?: (round: number) => void
}

interface Round extends Omit<ServerKills, 'times' | 'onRound'> {
  readonly subjects: readonly Subject[]
  readonly tally: Tally
}

/** Kills one server after another; the last look is from one that is left alone. Throws at the first thing that is wrong. */
export async function killServers({ times, onRound, ...parts }: ServerKills): Promise<Tally> {
  const tally: Tally = { rounds: 0, kills: {}, acknowledged: 0, unanswered: 0, files: 0, checks: 0 }
  const edited = subjects()
  await prepare(parts.town)
  for (let round = 1; round <= times; round += 1) {
    await killedServer({ ...parts, subjects: edited, tally })
    onRound?.(round)
  }
  const { server, origin } = await start(parts.town)
  await lookAfterAll({ ...parts, subjects: edited, tally }, origin)
  server.signal('SIGTERM')
  await server.ended
  return tally
}

/** Milliseconds after which the last moment to be killed comes: the work of an import is in between. */
const window = 2_200

/**
 * Starts the server, looks whether all that was acknowledged is there, has editors write while an import and a link check are due, and
 * kills at a random moment. Throws where anything was lost, is there twice, or is half done.
 */
async function killedServer(round: Round): Promise<void> {
  const { town, subjects, tally, random, disaster } = round
  await passTime(town)
  const { server, origin } = await start(town)
  const stop = new AbortController()
  await lookAfterAll(round, origin)
  const before = subjects.reduce((sum, one) => sum + one.acknowledged, 0)
  const desk = { origin, token: town.token, signal: stop.signal }
  const work = Promise.all(subjects.map((subject) => keepChanging(subject, desk)))
  const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
  await pause(random() * window)
  const happened = await disaster?.()
  if (happened !== undefined) {
    tally.kills[happened] = (tally.kills[happened] ?? 0) + 1
    await comesBack(origin)
  }
  const victim = victims[Math.floor(random() * victims.length)]!
  const children = await strike(server, victim, tally)
  if (victim === 'child') await pause(random() * 300)
  stop.abort()
  const rest = [...new Set([...children, ...childrenOf(server.id)])]
  server.signal('SIGKILL')
  await server.ended
  await work
  // A server that is killed does not break off the import it has started.
  await Promise.all(rest.map(over))
  tally.acknowledged += subjects.reduce((sum, one) => sum + one.acknowledged, 0) - before
  await quiet(town.url)
  await judge(town, tally)
  tally.rounds += 1
}

/** A server whose database was away for a moment is ready again by itself. */
async function comesBack(origin: string): Promise<void> {
  const deadline = performance.now() + 30_000
  for (;;) {
    const status = await fetch(`${origin}/readyz`).then(
      (response) => response.status,
      (error: unknown) => (performance.now() > deadline ? Promise.reject(error as Error) : 0),
    )
    if (status === 200) return
    if (performance.now() > deadline)
      throw new Error(`The server did not come back: /readyz answers ${status}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function lookAfterAll({ town, subjects, tally }: Round, origin: string): Promise<void> {
  for (const subject of subjects)
    if ((await lookAfter(subject, { origin })) === 'taken') {
      tally.unanswered += 1
      subject.acknowledged += 1
    }
  await compareTrail(town, subjects)
}

/** Makes what editors need. Stops the server in peace. */
async function prepare(town: Town): Promise<void> {
  const { server, origin } = await start(town)
  await makeOffice({ origin, token: town.token })
  server.signal('SIGTERM')
  await server.ended
}

async function start({ env }: Town): Promise<{ readonly server: Program; readonly origin: string }> {
  const server = runProgram('main', [], { ...env, PORT: '0' })
  const [, port] = await server.printed(/Amtsweg is ready: http:\/\/localhost:(\d+)/)
  return { server, origin: `http://127.0.0.1:${port}` }
}

/** The processes that the server had at that moment and that are still to end by themselves. */
async function strike(server: Program, victim: Victim, tally: Tally): Promise<readonly number[]> {
  const children = childrenOf(server.id)
  const meanwhile = children.length > 0 ? 'while importing' : 'while no import ran'
  const name = `${victim === 'child' && children.length === 0 ? 'server' : victim} ${meanwhile}`
  tally.kills[name] = (tally.kills[name] ?? 0) + 1
  if (victim !== 'child') server.signal('SIGKILL')
  if (victim !== 'server') children.forEach(kill)
  return victim === 'server' ? children : []
}

/** Each acknowledged change has left one entry, and no other has. */
async function compareTrail({ url }: Town, subjects: readonly Subject[]): Promise<void> {
  const { db, close } = openDatabase(url)
  try {
    const rows = await db
      .selectFrom('audit_entry')
      .select(({ fn }) => ['action', 'subject', fn.countAll<number>().as('count')])
      .where('authority_id', '=', 'wismar')
      .groupBy(['action', 'subject'])
      .execute()
    const entries = new Map(rows.map(({ action, subject, count }) => [`${action} ${subject}`, Number(count)]))
    for (const { acknowledged, name } of subjects)
      if ((entries.get(name) ?? 0) !== acknowledged)
        throw new Error(`${name}: ${acknowledged} changes, ${entries.get(name) ?? 0} entries`)
  } finally {
    await close()
  }
}

async function judge(town: Town, tally: Tally): Promise<void> {
  const integrity = integrityOf(town.url)
  if (integrity !== 'ok') throw new Error(`The database is damaged: ${String(integrity)}`)
  const { db, close } = openDatabase(town.url)
  try {
    await wholeTrail(db)
    await judgeImport(town, tally, db)
    const links = await db
      .selectFrom('link')
      .select(['url', 'failures'])
      .where('host', 'like', '127.0.0.%')
      .orderBy('url')
      .execute()
    const [checks = 0, ...others] = [...new Set(links.map(({ failures }) => failures))]
    if (others.length > 0 || checks < tally.checks || checks > tally.checks + 1)
      throw new Error(`After ${tally.checks} link checks there are ${JSON.stringify(links)}`)
    tally.checks = checks
  } finally {
    await close()
  }
}

/** The file was taken in as a whole and once, or not at all; then it is to come again. */
async function judgeImport(town: Town, tally: Tally, db: Parameters<typeof wholeTrail>[0]): Promise<void> {
  const rows = await db.selectFrom('unit').select('name').where('source_id', '=', 'scheduled').execute()
  const versions = new Set(rows.map(({ name }) => Number(/Fassung (\d+)/.exec(name)?.[1])))
  const taken = await takenBySchedule(db)
  const { checksum } = await db
    .selectFrom('import_schedule')
    .select('checksum')
    .where('name', '=', 'units')
    .executeTakeFirstOrThrow()
  const latest = town.version()
  const isDone = checksum === town.checksum(latest)
  const expected = isDone ? latest : latest - 1
  const entries = Array.from({ length: latest }, (_, index) => taken.get(town.checksum(index + 1)) ?? 0)
  const isRight =
    versions.size === 1 &&
    versions.has(expected) &&
    entries.every((count, index) => count === (index + 1 <= expected ? 1 : 0))
  if (!isRight)
    throw new Error(
      `File ${latest} is ${isDone ? '' : 'not '}done, there are offices of ${[...versions].join(', ')}, entries ${entries.join(', ')}`,
    )
  if (!isDone) return
  tally.files += 1
  town.publish()
}
