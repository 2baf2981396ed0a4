import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { killImports, openImportBench } from '../crash/imports.ts'
import { type MortalPostgres, startMortalPostgres } from '../crash/postgres.ts'
import { type Disaster, killServers } from '../crash/rounds.ts'
import { openTown } from '../crash/town.ts'
import { temporaryFolder } from '../end-to-end/server.ts'
import { createRandom } from '../random.ts'

/** Kills imports, servers, what they have started, and PostgreSQL; after each nothing may be lost, half done or done twice. */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '500' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    engine: { type: 'string', default: 'both' },
  },
})
const rounds = Number(values.rounds)

const every20 = (of: string) => (round: number) => {
  if (round % 20 === 0) console.error(`${round} ${of} killed ...`)
}

async function prove(name: string, url: string, postgres?: MortalPostgres): Promise<void> {
  const began = performance.now()
  const random = createRandom(Number(values.seed))
  const imports = Math.floor(rounds * 0.4)
  // Every fifth import loses its database instead of its own life.
  const orphaned = postgres ? Math.floor(imports / 5) : 0
  console.error(`${name}, seed ${values.seed}`)
  const bench = await openImportBench(url)
  const times = imports - orphaned
  const ends = await killImports({ bench, random, times, onRound: every20('imports') })
  const more = postgres
    ? await killImports({ bench, random, times: orphaned, strike: postgres.killAll, first: ends.last })
    : { old: 0, new: 0 }
  const tally = await killServers({
    ...{ town: await openTown(url), random, times: rounds - imports, onRound: every20('servers') },
    ...(postgres ? { disaster: disasters(postgres, random) } : {}),
  })
  const kills = Object.entries(tally.kills)
    .sort()
    .map(([what, count]) => `${count} ${what}`)
  console.log(`${rounds} rounds on ${name}, seed ${values.seed}, ${Math.round((performance.now() - began) / 1_000)} s
  imports: ${times} killed, ${orphaned} robbed of their database: ${ends.old + more.old} left the old state, ${ends.new + more.new} the new one, 0 anything else
  servers: ${kills.join(', ')}
  changes acknowledged: ${tally.acknowledged}, lost 0; ${tally.unanswered} more made whose answer was lost
  files taken in by schedule: ${tally.files}, each once; link checks recorded: ${tally.checks}, each as a whole
  trail unbroken and database sound after each round`)
}

/** Two rounds of five the database dies as well: the whole server of it, or one of its processes, which ends all others. */
const disasters =
  ({ killAll, killOne }: MortalPostgres, random: () => number): Disaster =>
  async () => {
    const what = random()
    if (what > 0.4) return undefined
    await (what < 0.2 ? killAll() : killOne(random))
    return what < 0.2 ? 'PostgreSQL' : 'a process of PostgreSQL'
  }

if (values.engine !== 'postgres') await prove('SQLite', `sqlite:${join(temporaryFolder(), 'amtsweg.sqlite')}`)
if (values.engine !== 'sqlite') {
  const postgres = await startMortalPostgres()
  await prove('PostgreSQL', postgres.url, postgres)
}
process.exit(0)
