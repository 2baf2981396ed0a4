import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sizeOf } from '../synthetic-nation.ts'
import { measure, memoryOf, startTarget, stopTarget } from './load.ts'
import { nationAddresses } from './nation-addresses.ts'

/**
 * What one server costs for a town, a Land and all of Germany (invented): every address is asked for the first time. Alone, one
 * request after the other, is what a reader waits; eight at once is what a server manages beside this program on the same cores.
 */
const root = join(import.meta.dirname, '..', '..')
const shares = [0.01, 0.1, 1]
const alone = 3_000
const together = 6_000
const goal = 5

const folder = mkdtempSync(join(tmpdir(), 'amtsweg-nation-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

const kinds = ['responsibility', 'suggest'] as const
interface Row {
  readonly p95: number
  readonly cpu: number
}
const results = new Map<string, Row[]>()

for (const share of shares) {
  const url = `sqlite:${join(folder, `${share}.sqlite`)}`
  const filled = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'nation-database.ts'), url, String(share)],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  if (filled.status !== 0) throw new Error(`The database of ${share} could not be filled`)
  console.log(`\n${share * 100} %: ${filled.stdout.trim()}`)
  const began = performance.now()
  const server = await startTarget('amtsweg', [join(root, 'backend', 'main.ts')], {
    DATABASE_URL: url,
    PORT: '0',
    AMTSWEG_DEMO: 'off',
    AMTSWEG_SEARCHES_PER_MINUTE: '1000000',
  })
  const start = (performance.now() - began) / 1_000
  const atStart = memoryOf(server)
  const addresses = nationAddresses(sizeOf(share), 20261130)
  for (const kind of kinds) {
    await measure(server, addresses[kind](500))
    const one = await measure(server, addresses[kind](alone), 1)
    const many = await measure(server, addresses[kind](together))
    results.set(kind, [...(results.get(kind) ?? []), { p95: one.p95, cpu: one.cpu }])
    console.log(
      `  ${kind.padEnd(15)} alone: p50 ${one.p50.toFixed(2)}, p95 ${one.p95.toFixed(2)} (goal ${goal}), p99 ${one.p99.toFixed(2)} ms, CPU ${one.cpu.toFixed(0)} ms per 1,000; eight at once: ${many.perSecond.toFixed(0)} per s, p95 ${many.p95.toFixed(2)} ms`,
    )
  }
  const { now, most } = memoryOf(server)
  console.log(
    `  ready after ${start.toFixed(1)} s; memory ${atStart.now} MB at start, ${now} MB now, ${most} MB at most`,
  )
  await stopTarget(server)
}

console.log('\nGrowth with each tenfold (logarithmic: steps do not grow)')
for (const [kind, rows] of results)
  for (const what of ['p95', 'cpu'] as const) {
    const steps = rows.slice(1).map((row, index) => row[what] / (rows[index] as Row)[what])
    console.log(`  ${kind.padEnd(15)} ${what}: ${steps.map((step) => `x ${step.toFixed(2)}`).join(', ')}`)
  }
