import { createHash } from 'node:crypto'
import { addAuthority } from '@amtsweg/backend/access/testing.ts'
import { type OpenDatabase, openDatabase } from '@amtsweg/backend/database/database.ts'
import { addTestCollection, point, publishTestVersion } from '@amtsweg/backend/geodata/testing.ts'
import { type RealNode, startNode } from './nodes.ts'

/** A node with a collection and another one that copies it. */
export interface GeoPair {
  readonly town: RealNode
  readonly kreis: RealNode
  readonly harvest: string
}

const inDatabase = async <Result>(node: RealNode, work: (database: OpenDatabase) => Promise<Result>) => {
  const database = openDatabase(node.databaseUrl)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

export async function startGeoPair(ports: readonly [number, number]): Promise<GeoPair> {
  const allow = ports.map((port) => `127.0.0.1:${port}`)
  const town = await startNode('town', ports[0], allow)
  const kreis = await startNode('kreis', ports[1], allow)
  for (const node of [town, kreis])
    await inDatabase(node, ({ db }) => addAuthority(db, node.name, '130760000000'))
  await inDatabase(town, ({ db }) => addTestCollection(db, { id: 'points', authority_id: 'town' }))
  await publishPoints(town, 0, 0)
  const address = `${town.origin}/ogc/collections/points`
  const said = await kreis.done(
    ...['geodata', 'harvest', 'add', address, '--authority', 'kreis', '--as', 'copy'],
  )
  return { town, kreis, harvest: /[0-9a-f-]{36}/.exec(said)?.[0] ?? '' }
}

/** Publishes so many points, a third of them other ones than those of the generation before; gives what they add up to. */
export async function publishPoints(node: RealNode, count: number, generation: number): Promise<string> {
  const points = function* () {
    for (let index = 0; index < count; index += 1) {
      const since = generation - ((index + generation) % 3)
      const id = index % 10 === 0 ? `p${index}-${since}` : `p${index}`
      yield point(id, 10 + (index % 1_000) / 500, 53 + since / 1_000, { index, since })
    }
  }
  await inDatabase(node, (database) => publishTestVersion(database, 'points', points() as never))
  return (await sumOfCollection(node, 'points')) ?? ''
}

/** What readers see, short; undefined where nothing is published. Throws where a version does not hold what it says. */
export const sumOfCollection = (node: RealNode, id: string): Promise<string | undefined> =>
  inDatabase(node, async ({ db }) => {
    const version = await db
      .selectFrom('geo_collection')
      .innerJoin('geo_version', 'geo_version.id', 'geo_collection.version_id')
      .select(['geo_version.id as id', 'geo_version.features as features', 'geo_version.state as state'])
      .where('geo_collection.id', '=', id)
      .executeTakeFirst()
    if (!version) return undefined
    const rows = await db
      .selectFrom('geo_feature')
      .select(['ext_id', 'digest'])
      .where('version_id', '=', version.id)
      .orderBy('ext_id')
      .execute()
    if (version.state !== 'ready' || rows.length !== version.features)
      throw new Error(`${id} says it has ${version.features} features and has ${rows.length}`)
    const sum = createHash('sha256')
    for (const { ext_id, digest } of rows) sum.update(`${ext_id} ${digest}\n`)
    return sum.digest('hex')
  })

/** Whether something was read that is not published. */
const isHalfWay = (node: RealNode) =>
  inDatabase(node, async ({ db }) => {
    const half = db.selectFrom('geo_harvest').select('id').where('step', '<>', 'idle')
    const staged = db.selectFrom('geo_harvest_staged').select('harvest_id as id')
    return (await half.unionAll(staged).limit(1).execute()).length > 0
  })

interface Kills {
  readonly pair: GeoPair
  readonly random: () => number
  readonly times: number
  readonly features: number
  readonly onRound?: (round: number) => void
}

/**
 * Publishes, has it copied, and kills that at a moment nobody chose: readers of the copy must always find one state of the original as a
 * whole, and at the end the newest. Tells how many were killed before they were over, and how many of those had read something.
 */
export async function killHarvests({ pair, random, times, features, onRound = () => {} }: Kills) {
  const { town, kreis, harvest } = pair
  const states = new Set<string | undefined>([undefined, await sumOfCollection(town, 'points')])
  let [generation, killed, within, usual] = [0, 0, 0, 4_000]
  const publish = async () => {
    generation += 1
    states.add(await publishPoints(town, Math.round(features * (0.6 + 0.4 * random())), generation))
  }
  const mustBeWhole = async () => {
    if (!states.has(await sumOfCollection(kreis, 'copy')))
      throw new Error('The copy is no state that the original ever had')
  }
  await publish()
  for (let round = 1; round <= times; round += 1) {
    // What was interrupted goes on sometimes, and is overtaken by the next change at other times.
    if (random() < 0.5) await publish()
    const began = performance.now()
    const program = kreis.command('geodata', 'harvest', 'run', harvest)
    const moment = async (): Promise<undefined> => {
      // Most of the time goes by before anything is read: three of four wait for that.
      if (random() < 0.75)
        for (const until = began + 20_000; performance.now() < until && !(await isHalfWay(kreis));)
          await sleep(10)
      return sleep(random() * usual * 0.2)
    }
    const ended = await Promise.race([program.ended, moment()])
    if (ended === undefined) killed += 1
    else usual = Math.max(600, performance.now() - began)
    program.signal('SIGKILL')
    await program.ended
    await kreis.expire()
    if (ended === undefined && (await isHalfWay(kreis))) within += 1
    await mustBeWhole()
    onRound(round)
  }
  await kreis.done('geodata', 'harvest', 'run', harvest)
  const [there, here] = [await sumOfCollection(town, 'points'), await sumOfCollection(kreis, 'copy')]
  if (there !== here) throw new Error('The copy is not what the original is')
  return { killed, within }
}

const sleep = (milliseconds: number) =>
  new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), milliseconds))
