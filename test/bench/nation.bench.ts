import { sizeOf } from '../synthetic-nation.ts'
import { type BenchDatabases, postgresDatabases, sqliteDatabases } from './bench-databases.ts'
import { measure, memoryOf, type Round, stopTarget, type Target } from './load.ts'
import { type NationAddresses, nationAddresses } from './nation-addresses.ts'
import { fillNation, startNation } from './nation-server.ts'

/**
 * What one server costs for a hundredth, a tenth and all of Germany (invented): every address is asked for the first time. Alone, one
 * request after the other, is what a reader waits; eight at once is what a server manages beside this program on the same cores. CPU is
 * that of the server and of the database.
 */
const shares = [0.01, 0.1, 1]
const alone = 3_000
const together = 6_000
/** Until V8 has compiled what is asked most. */
const warming = 3_000
/** Milliseconds. */
const goal = 5
const kinds = ['responsibility', 'suggest'] as const

type Rows = Map<string, Round[]>

async function ask(server: Target, addresses: NationAddresses, rows: Rows): Promise<void> {
  for (const kind of kinds) {
    await measure(server, addresses[kind](warming))
    const one = await measure(server, addresses[kind](alone), 1)
    const many = await measure(server, addresses[kind](together))
    rows.set(kind, [...(rows.get(kind) ?? []), one])
    console.log(
      `  ${kind.padEnd(15)} alone: p50 ${one.p50.toFixed(2)}, p95 ${one.p95.toFixed(2)} (goal ${goal}), p99 ${one.p99.toFixed(2)} ms, CPU ${one.cpu.toFixed(0)} ms per 1,000; eight at once: ${many.perSecond.toFixed(0)} per s, p95 ${many.p95.toFixed(2)} ms`,
    )
  }
}

async function grow(databases: BenchDatabases): Promise<void> {
  const rows: Rows = new Map()
  for (const share of shares) {
    const url = await databases.create(`nation_${share * 100}`)
    console.log(`\n${databases.engine}, ${share * 100} %: ${fillNation(url, share)}`)
    const began = performance.now()
    const server = await startNation(url)
    const start = (performance.now() - began) / 1_000
    const atStart = memoryOf(server)
    const addresses = nationAddresses(sizeOf(share), 20261130)
    // Connections are opened as they are needed.
    await measure(server, addresses.responsibility(100))
    await ask({ ...server, helpers: await databases.backends() }, addresses, rows)
    const { now, most } = memoryOf(server)
    console.log(
      `  ready after ${start.toFixed(1)} s; memory of the server ${atStart.now} MB at start, ${now} MB now, ${most} MB at most`,
    )
    await stopTarget(server)
  }
  console.log(
    `\n${databases.engine}: growth with each tenfold (logarithmic: what is added each time does not grow)`,
  )
  for (const [kind, rounds] of rows)
    for (const what of ['p95', 'cpu'] as const) {
      const steps = rounds.slice(1).map((round, index) => {
        const before = (rounds[index] as Round)[what]
        return `${round[what] < before ? '' : '+'}${(round[what] - before).toFixed(2)} (x ${(round[what] / before).toFixed(2)})`
      })
      console.log(`  ${kind.padEnd(15)} ${what}: ${steps.join(', then ')}`)
    }
}

for (const databases of [sqliteDatabases(), await postgresDatabases()]) {
  await grow(databases)
  await databases.stop()
}
