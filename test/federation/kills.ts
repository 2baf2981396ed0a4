import { type CatalogueSize } from './catalogue.ts'
import { type RealNode, startNode } from './nodes.ts'

/** Two nodes that follow each other, each with a catalogue of its own. */
export interface Pair {
  readonly nodes: readonly [town: RealNode, land: RealNode]
  readonly subscriptions: readonly [ofTown: string, ofLand: string]
}

const idIn = (output: string): string => /[0-9a-f-]{36}/.exec(output)?.[0] ?? ''

/** `databases` are empty ones, SQLite where there is none. */
export async function startPair(
  ports: readonly [number, number],
  databases: readonly [town: string | undefined, land: string | undefined] = [undefined, undefined],
): Promise<Pair> {
  const allow = ports.map((port) => `127.0.0.1:${port}`)
  const town = await startNode('town', ports[0], allow, databases[0])
  const land = await startNode('land', ports[1], allow, databases[1])
  return {
    nodes: [town, land],
    subscriptions: [
      idIn(await town.done('subscription', 'add', land.origin)),
      idIn(await land.done('subscription', 'add', town.origin)),
    ],
  }
}

interface Kills {
  readonly pair: Pair
  readonly random: () => number
  readonly times: number
  readonly size: CatalogueSize
  readonly onRound?: (round: number, what: string) => void
}

/** What the kills came to. */
export interface Tally {
  readonly syncs: number
  readonly servers: number
  /** Syncs that were over before they were killed. */
  readonly late: number
}

/**
 * Changes one side, has the other take it, and kills that, or the server it asks, at a moment nobody chose; readers must always find one
 * generation as a whole. At the end both must have the same.
 */
export async function killSyncs({ pair, random, times, size, onRound = () => {} }: Kills): Promise<Tally> {
  const tally = { syncs: 0, servers: 0, late: 0 }
  const generations: [number, number] = [0, 0]
  const writeTo = async (side: 0 | 1) => {
    generations[side] += 1
    await pair.nodes[side].write(size, generations[side])
  }
  await writeTo(0)
  await writeTo(1)
  let usual = 3_000
  for (let round = 0; round < times; round += 1) {
    const side = random() < 0.5 ? 0 : 1
    const follower = pair.nodes[side]
    const followed = pair.nodes[side === 0 ? 1 : 0]
    // What was interrupted goes on sometimes, and is overtaken by the next change at other times.
    if (random() < 0.4) await writeTo(side === 0 ? 1 : 0)
    const began = performance.now()
    const sync = follower.command('subscription', 'sync', pair.subscriptions[side])
    const isServer = random() < 0.3
    const ended = await Promise.race([sync.ended, sleep(random() * usual * 1.1)])
    if (ended !== undefined) {
      tally.late += 1
      usual = Math.max(500, performance.now() - began)
    }
    if (isServer && ended === undefined) {
      await followed.kill()
      await sync.ended
      await followed.restart()
      tally.servers += 1
    } else {
      sync.signal('SIGKILL')
      await sync.ended
      tally.syncs += ended === undefined ? 1 : 0
    }
    await follower.expire()
    await mustBeWhole(follower, followed.name)
    onRound(round + 1, `${follower.name} ${ended === undefined ? 'killed' : 'was done'}`)
  }
  return tally
}

const sleep = (milliseconds: number) =>
  new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), milliseconds))

/** Throws where records of two generations stand side by side. */
async function mustBeWhole(node: RealNode, origin: string): Promise<void> {
  for (const kind of ['unit', 'service']) {
    const found = new Set<string>()
    for (const [key, record] of Object.entries(await node.catalogue())) {
      const generation = /\((\d+)\)"/.exec(JSON.stringify(record))?.[1]
      if (key.startsWith(`${kind} ${origin}-`) && generation) found.add(generation)
    }
    if (found.size > 1)
      throw new Error(`${node.name} has ${kind}s of the generations ${[...found].join(' and ')} of ${origin}`)
  }
}

/** Lets both take what is there, and throws unless they are equal then. */
export async function mustBecomeEqual({ nodes, subscriptions }: Pair): Promise<number> {
  for (const side of [0, 1] as const) await nodes[side].done('subscription', 'sync', subscriptions[side])
  const [one, other] = [await nodes[0].catalogue(), await nodes[1].catalogue()]
  const missing = Object.keys({ ...one, ...other }).filter(
    (key) => JSON.stringify(one[key]) !== JSON.stringify(other[key]),
  )
  if (missing.length > 0)
    throw new Error(`${missing.length} records differ, first ${missing.slice(0, 3).join(', ')}`)
  return Object.keys(one).length
}
