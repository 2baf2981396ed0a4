import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { killImports, openImportBench } from '../crash/imports.ts'
import { killServers } from '../crash/rounds.ts'
import { openTown } from '../crash/town.ts'
import { temporaryFolder } from '../end-to-end/server.ts'
import { createRandom } from '../random.ts'

/** Kills imports, servers and what they have started at random moments; after each nothing may be lost, half done or done twice. */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '500' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
})
const { seed } = values
const rounds = Number(values.rounds)
const imports = Math.floor(rounds * 0.4)
const began = performance.now()
const random = createRandom(Number(seed))
const url = `sqlite:${join(temporaryFolder(), 'amtsweg.sqlite')}`
const every20 = (of: string) => (round: number) => {
  if (round % 20 === 0) console.error(`${round} ${of} killed ...`)
}

console.error(`SQLite, seed ${seed}`)
const bench = await openImportBench(url)
const ends = await killImports({ bench, random, times: imports, onRound: every20('imports') })
const town = await openTown(url)
const tally = await killServers({ town, random, times: rounds - imports, onRound: every20('servers') })

const kills = Object.entries(tally.kills)
  .sort()
  .map(([what, count]) => `${count} ${what}`)
console.log(`${rounds} rounds on SQLite, seed ${seed}, ${Math.round((performance.now() - began) / 1_000)} s
  imports killed: ${imports} (${ends.old} left the old state, ${ends.new} the new one, 0 anything else)
  servers killed: ${kills.join(', ')}
  changes acknowledged: ${tally.acknowledged}, lost 0; ${tally.unanswered} more made whose answer was lost
  files taken in by schedule: ${tally.files}, each once; link checks recorded: ${tally.checks}, each as a whole
  trail unbroken and database sound after each round`)
process.exit(0)
