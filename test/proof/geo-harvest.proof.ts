import { parseArgs } from 'node:util'
import { killHarvests, publishPoints, startGeoPair, sumOfCollection } from '../federation/geo-kills.ts'
import { freePorts } from '../federation/ports.ts'
import { createRandom } from '../random.ts'

/**
 * Two real nodes, one copying the geodata of the other: the copying is killed again and again, and the copy must always be a whole state of
 * the original. Then 200,000 points are copied, and the memory of the process that does it is measured.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    points: { type: 'string', default: '200000' },
  },
})
const most = 250
console.error(`seed ${values.seed}`)
const pair = await startGeoPair(await freePorts())
const times = Number(values.rounds)
const { killed, within } = await killHarvests({
  ...{ pair, random: createRandom(Number(values.seed)), times, features: 6_000 },
  onRound: (round) => round % 10 === 0 && console.error(`${round} of ${times} ...`),
})
console.log(
  `${times} visits, ${killed} killed before they were over, ${within} of them half-way: never half a copy, equal in the end`,
)

const { town, kreis, harvest } = pair
const points = Number(values.points)
await publishPoints(town, points, 1_000)
const began = performance.now()
const said = await kreis.done('geodata', 'harvest', 'run', harvest)
const seconds = Math.round((performance.now() - began) / 1_000)
const megabytes = Number(/at most (\d+) MB/.exec(said)?.[1])
if ((await sumOfCollection(town, 'points')) !== (await sumOfCollection(kreis, 'copy')))
  throw new Error('The copy is not what the original is')
console.log(`${points} points copied in ${seconds} s within ${megabytes} MB`)
for (const node of [town, kreis]) await node.kill()
if (!(megabytes <= most)) throw new Error(`More than ${most} MB`)
process.exit(0)
