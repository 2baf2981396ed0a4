import { sizeOf } from '../synthetic-nation.ts'
import { type BenchDatabases, postgresDatabases, sqliteDatabases } from './bench-databases.ts'
import { measure, median, stopTarget, type Target } from './load.ts'
import { nationAddresses } from './nation-addresses.ts'
import { fillNation, startNation } from './nation-server.ts'
import { hasNginx, startNginx } from './nginx.ts'

/**
 * CPU per request of two server processes on one database behind nginx, against one process behind the same: what each costs the
 * other by what they share; beside them two that share nothing, each with a database of its own, which tells what two cost here because
 * cores and caches are few. Every process has the same load, since one with less to do wakes up more often for each request. In
 * turn, so that whatever else this computer does meets both.
 */
const share = 0.1
const rounds = 9
/** Of each process. */
const requests = 5_000
const connections = 8
/** Until V8 has compiled what is asked most. */
const warming = 10_000
const goal = 1.15
/** Milliseconds between two looks at who waits for a lock. */
const lookEvery = 10

if (!hasNginx()) {
  console.log('This benchmark needs nginx (Debian: apt-get install nginx-light).')
  process.exit(1)
}

/** Counts what waits for a lock, look by look, until it is told to stop. */
function watchLocks({ waiting }: BenchDatabases) {
  const seen = { looks: 0, waits: 0 }
  let isOver = false
  const watching = (async () => {
    while (!isOver) {
      seen.waits += await waiting()
      seen.looks += 1
      await new Promise((resolve) => setTimeout(resolve, lookEvery))
    }
  })()
  return async () => {
    isOver = true
    await watching
    return seen
  }
}

async function compare(databases: BenchDatabases): Promise<void> {
  const [urlOfOne, urlOfTwo] = [await databases.create('one'), await databases.create('two')]
  console.log(`\n${databases.engine}: ${fillNation(urlOfOne, share)}`)
  fillNation(urlOfTwo, share)
  const single = await startNation(urlOfOne, 1)
  const [first, second] = [await startNation(urlOfTwo, 2), await startNation(urlOfTwo, 2)]
  const urlOfOther = await databases.create('other')
  fillNation(urlOfOther, share)
  const [third, fourth] = [await startNation(urlOfOne, 1), await startNation(urlOfOther, 1)]
  const nginx = await startNginx([
    [single.origin],
    [first.origin, second.origin],
    [third.origin, fourth.origin],
  ])
  const addresses = nationAddresses(sizeOf(share), 20261130)
  const one: Target = { ...single, origin: nginx.origins[0] as string }
  const two: Target = {
    ...first,
    origin: nginx.origins[1] as string,
    helpers: [second.process.pid as number],
  }
  const apart: Target = {
    ...third,
    origin: nginx.origins[2] as string,
    helpers: [fourth.process.pid as number],
  }
  const stopWatching = watchLocks(databases)
  for (const kind of ['responsibility', 'suggest'] as const) {
    await measure(one, addresses[kind](warming), connections)
    await measure(two, addresses[kind](2 * warming), 2 * connections)
    await measure(apart, addresses[kind](2 * warming), 2 * connections)
    const costs: { one: number; two: number; apart: number }[] = []
    for (let round = 0; round < rounds; round += 1) {
      const { cpu: costOfOne } = await measure(one, addresses[kind](requests), connections)
      const { cpu: costOfTwo } = await measure(two, addresses[kind](2 * requests), 2 * connections)
      const { cpu: costOfApart } = await measure(apart, addresses[kind](2 * requests), 2 * connections)
      costs.push({ one: costOfOne, two: costOfTwo, apart: costOfApart })
    }
    const ratios = costs.map((cost) => cost.two / cost.one)
    const shared = costs.map((cost) => cost.two / cost.apart)
    console.log(
      `  ${kind.padEnd(15)} CPU per 1,000: one process ${median(costs.map((cost) => cost.one)).toFixed(0)} ms, two ${median(costs.map((cost) => cost.two)).toFixed(0)} ms; ratio ${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}-${Math.max(...ratios).toFixed(2)}), goal ${goal}; to two that share nothing ${median(shared).toFixed(2)} (${Math.min(...shared).toFixed(2)}-${Math.max(...shared).toFixed(2)})`,
    )
  }
  const { looks, waits } = await stopWatching()
  if (databases.engine === 'postgres') console.log(`  waited for a lock: ${waits} in ${looks} looks`)
  nginx.stop()
  await Promise.all([single, first, second, third, fourth].map(stopTarget))
}

for (const databases of [sqliteDatabases(), await postgresDatabases()]) {
  await compare(databases)
  await databases.stop()
}
process.exit(0)
