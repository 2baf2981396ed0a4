import { parseArgs } from 'node:util'
import { killSyncs, mustBecomeEqual, startPair } from '../federation/kills.ts'
import { freePorts } from '../federation/ports.ts'
import { createRandom } from '../random.ts'

/** Two real nodes that follow each other; syncs and servers are killed again and again, and both must end with the same. */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
})
const times = Number(values.rounds)
const began = performance.now()
console.error(`seed ${values.seed}`)
const pair = await startPair(await freePorts())
const tally = await killSyncs({
  ...{ pair, random: createRandom(Number(values.seed)), times, size: { units: 400, services: 300 } },
  onRound: (round, what) => round % 5 === 0 && console.error(`${round} of ${times}: ${what} ...`),
})
const records = await mustBecomeEqual(pair)
console.log(`${times} rounds, seed ${values.seed}, ${Math.round((performance.now() - began) / 1_000)} s
  ${tally.syncs} syncs killed, ${tally.servers} servers killed while asked, ${tally.late} syncs done before
  never two generations side by side; both nodes equal in the end: ${records} records`)
process.exit(0)
