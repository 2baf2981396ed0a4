import { parseArgs } from 'node:util'
import { startDatabases } from '../federation/databases.ts'
import { killSyncs, mustBecomeEqual, startPair } from '../federation/kills.ts'
import { freePorts } from '../federation/ports.ts'
import { createRandom } from '../random.ts'

/**
 * Two real nodes that follow each other; syncs and servers are killed again and again, and both must end with the same. Once with SQLite on both
 * sides, once with PostgreSQL on one, once with PostgreSQL on both: 50 kills each.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    engines: { type: 'string', default: 'sqlite-sqlite,postgres-sqlite,postgres-postgres' },
  },
})
const times = Number(values.rounds)
console.error(`seed ${values.seed}`)
const random = createRandom(Number(values.seed))
const { create } = values.engines.includes('postgres') ? await startDatabases() : {}
for (const engines of values.engines.split(',')) {
  const began = performance.now()
  const [town, land] = engines.split('-').map((engine) => (engine === 'postgres' ? create?.() : undefined))
  const pair = await startPair(await freePorts(), [await town, await land])
  const tally = await killSyncs({
    ...{ pair, random, times, size: { units: 400, services: 300 } },
    onRound: (round, what) => round % 10 === 0 && console.error(`${round} of ${times}: ${what} ...`),
  })
  const records = await mustBecomeEqual(pair)
  for (const node of pair.nodes) await node.kill()
  console.log(`${engines}: ${times} rounds, ${Math.round((performance.now() - began) / 1_000)} s
  ${tally.syncs} syncs killed, ${tally.servers} servers killed while asked, ${tally.late} syncs done before
  never two generations side by side; both nodes equal in the end: ${records} records`)
}
process.exit(0)
