import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sizeOf } from '../synthetic-nation.ts'
import { measure, median, startTarget, stopTarget, type Target } from './load.ts'
import { nationAddresses } from './nation-addresses.ts'
import { hasNginx, startNginx } from './nginx.ts'

/**
 * CPU per request of two server processes on one database behind nginx, against one process behind the same: what each costs the
 * other by what they share. Every process has the same load, since one with less to do wakes up more often for each request. In
 * turn, so that whatever else this computer does meets both.
 */
const root = join(import.meta.dirname, '..', '..')
const share = 0.1
const rounds = 9
/** Of each process. */
const requests = 5_000
const connections = 8
/** Until V8 has compiled what is asked most. */
const warming = 10_000
const goal = 1.15

if (!hasNginx()) {
  console.log('This benchmark needs nginx (Debian: apt-get install nginx-light).')
  process.exit(1)
}
const folder = mkdtempSync(join(tmpdir(), 'amtsweg-processes-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const fill = (url: string) => {
  const { status } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'nation-database.ts'), url, String(share)],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  )
  if (status !== 0) throw new Error('The database could not be filled')
}
const start = (url: string, processes: number) =>
  startTarget('amtsweg', [join(root, 'backend', 'main.ts')], {
    DATABASE_URL: url,
    PORT: '0',
    AMTSWEG_DEMO: 'off',
    AMTSWEG_PROCESSES: String(processes),
    AMTSWEG_SEARCHES_PER_MINUTE: '1000000',
  })

const urls = ['one', 'two'].map((name) => `sqlite:${join(folder, name)}.sqlite`) as [string, string]
for (const url of urls) fill(url)
const single = await start(urls[0], 1)
const [first, second] = [await start(urls[1], 2), await start(urls[1], 2)]
const nginx = await startNginx([[single.origin], [first.origin, second.origin]])
const one: Target = { ...single, origin: nginx.origins[0] as string }
const two: Target = { ...first, origin: nginx.origins[1] as string, helpers: [second.process.pid as number] }

const addresses = nationAddresses(sizeOf(share), 20261130)
for (const kind of ['responsibility', 'suggest'] as const) {
  await measure(one, addresses[kind](warming), connections)
  await measure(two, addresses[kind](2 * warming), 2 * connections)
  const ratios: number[] = []
  const costs: { one: number; two: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    const { cpu: costOfOne } = await measure(one, addresses[kind](requests), connections)
    const { cpu: costOfTwo } = await measure(two, addresses[kind](2 * requests), 2 * connections)
    costs.push({ one: costOfOne, two: costOfTwo })
    ratios.push(costOfTwo / costOfOne)
  }
  console.log(
    `${kind.padEnd(15)} CPU per 1,000: one process ${median(costs.map((cost) => cost.one)).toFixed(0)} ms, two ${median(costs.map((cost) => cost.two)).toFixed(0)} ms; ratio ${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}-${Math.max(...ratios).toFixed(2)}), goal ${goal}`,
  )
}
nginx.stop()
await Promise.all([single, first, second].map(stopTarget))
process.exit(0)
