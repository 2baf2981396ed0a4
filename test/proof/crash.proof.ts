import { isDeepStrictEqual, parseArgs } from 'node:util'
import { killedImport, openBench } from '../end-to-end/crash.ts'
import { createRandom } from '../random.ts'

/** Kills imports at random moments; after each the database must be whole, in the old or the new state. */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
})
const kills = Number(values.kills)
const random = createRandom(Number(values.seed))
const bench = await openBench()
const seen = { old: 0, new: 0, broken: 0 }

let current: 0 | 1 = 0
for (let index = 1; index <= kills; index += 1) {
  const target: 0 | 1 = current ? 0 : 1
  // A little beyond the end, so that the moment of the commit is met as well.
  const state = await killedImport(bench, target, random() * 1.1)
  if (isDeepStrictEqual(state, bench.states[target])) {
    seen.new += 1
    current = target
  } else if (isDeepStrictEqual(state, bench.states[current])) seen.old += 1
  else {
    seen.broken += 1
    console.error(`Kill ${index} of seed ${values.seed} left neither state:`, state)
    break
  }
  if (index % 20 === 0) console.error(`${index} of ${kills} …`)
}
console.log(`${kills} kills, seed ${values.seed}: ${seen.old} old, ${seen.new} new, ${seen.broken} broken`)
process.exitCode = seen.broken ? 1 : 0
