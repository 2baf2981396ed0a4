import { onTestFinished, test } from 'vitest'
import { killHarvests, startGeoPair } from '../federation/geo-kills.ts'
import { freePorts } from '../federation/ports.ts'
import { createRandom } from '../random.ts'

// A sample; `npm run proof -- geo-harvest` kills fifty times, and measures memory.
const seed = 20261130

test(`a copy of geodata whose making is killed is a whole one, and the newest in the end (seed ${seed})`, async () => {
  const pair = await startGeoPair(await freePorts())
  onTestFinished(async () => {
    for (const node of [pair.town, pair.kreis]) await node.kill()
  })
  await killHarvests({ pair, random: createRandom(seed), times: 3, features: 1_500 })
}, 120_000)
