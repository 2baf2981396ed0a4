import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { createRandom } from '../random.ts'
import { measure, median, type Round, startTarget, stopTarget, type Target } from './load.ts'

/**
 * CPU per request of the real server over all of Germany, alternating in one run with the floor (bare node:http, one prepared
 * statement, JSON). "warm" answers come from the answer cache as they do for the second reader of a minute; "cold" asks
 * every address for the first time.
 */
const root = join(import.meta.dirname, '..', '..')
const data = process.env['AMTSWEG_TEST_DATA'] ?? join(root, '..', 'shared', 'data')
const file = join(root, 'var', 'bench.sqlite')
const rounds = 5

if (!existsSync(data)) {
  console.log(
    `The benchmark needs the public registers in ${data} (AMTSWEG_TEST_DATA); see docs/guides/data.md.`,
  )
  process.exit(0)
}
mkdirSync(join(root, 'var'), { recursive: true })
const environment = { DATABASE_URL: `sqlite:${file}`, PORT: '0', HOST: '127.0.0.1' }
if (!existsSync(file)) prepare()

function prepare() {
  console.log('Preparing the data of all of Germany (once) …')
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(root, 'backend', 'cli.ts'), 'import', ...args], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  for (const folder of [join(root, 'demo-site', 'data'), data])
    if (run('--all', folder).status !== 0) throw new Error(`import of ${folder} failed`)
}

const database = new SQLite(file, { readonly: true })
const column = (sql: string) => database.prepare(sql).pluck().all() as string[]
const services = column(`select id from service where id like 'mv-%' order by id`)
const anyServices = column('select id from service where public = 1 order by id')
const areas = column(
  `select region_key from area where region_key like '13%' and level = 'gemeinde' and uninhabited = 0 and ended_by is null order by region_key`,
)
const words = column(
  `select keyword from service_keyword where service_id like 'mv-%' and lang = 'de' order by keyword`,
)
database.close()

const random = createRandom(20261123)
const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
/** People ask mostly for the same things: rank r is asked with weight 1/r. */
const pickByRank = <Item>(items: readonly Item[]): Item =>
  items[Math.floor(items.length ** random()) - 1] as Item
const prefix = (word: string) => word.slice(0, 2 + Math.floor(random() * 6))
const times = <Item>(count: number, make: () => Item) => Array.from({ length: count }, make)
const shuffled = <Item>(items: readonly Item[]) =>
  items
    .map((item) => [random(), item] as const)
    .sort((a, b) => a[0] - b[0])
    .map(([, item]) => item)

const lifeSituations = () => '/api/v1/life-situations?lang=de'
const servicePage = () => `/api/v1/services/${pickByRank(services)}?lang=de`
const responsibility = () =>
  `/api/v1/responsibilities?service=${pickByRank(services)}&area=${pick(areas)}&lang=de`
const suggest = () => `/api/v1/services/suggest?q=${encodeURIComponent(prefix(pickByRank(words)))}&lang=de`
const search = () => `/api/v1/services?q=${encodeURIComponent(pickByRank(words))}&lang=de`
const floor = () => `/?id=${pick(anyServices)}`

/** Addresses that have not been asked before in this run: the n-th pair of service and area. */
let pair = 0
const newResponsibility = () => {
  pair += 1
  return `/api/v1/responsibilities?service=${services[pair % services.length]}&area=${areas[Math.floor(pair / services.length) % areas.length]}&lang=de`
}
let page = 0
const newServicePage = () => `/api/v1/services/${anyServices[page++ % anyServices.length]}?lang=de`
let typed = 0
const newSuggest = () =>
  `/api/v1/services/suggest?q=${encodeURIComponent(prefix(pick(words)))}&lang=de&limit=${(typed++ % 20) + 1}`

/** Per second of "all of Germany": page starts, service pages or responsibilities, suggestions, searches. */
const mix = () => [
  ...times(802, lifeSituations),
  ...times(361, servicePage),
  ...times(361, responsibility),
  ...times(481, suggest),
  ...times(80, search),
]

const classes: readonly { name: string; addresses: () => string[]; goal?: number }[] = [
  { name: 'life situations, warm', addresses: () => times(4_000, lifeSituations), goal: 1 },
  { name: 'service page, warm', addresses: () => times(4_000, servicePage), goal: 1 },
  { name: 'responsibility, as asked', addresses: () => times(4_000, responsibility), goal: 1.5 },
  { name: 'suggest, as asked', addresses: () => times(4_000, suggest), goal: 4 },
  { name: 'service page, cold', addresses: () => times(1_000, newServicePage) },
  { name: 'responsibility, cold', addresses: () => times(2_000, newResponsibility) },
  { name: 'suggest, cold', addresses: () => times(1_000, newSuggest) },
  { name: 'mixed load of all of Germany', addresses: () => shuffled([...mix(), ...mix()]) },
]

const bare: Target = await startTarget('floor', [join(import.meta.dirname, 'floor.ts'), file])
const ours: Target = await startTarget('amtsweg', [join(root, 'backend', 'main.ts')], environment)
await measure(bare, times(2_000, floor))
await measure(ours, mix())

console.log('CPU in ms per 1,000 requests, median of 5 alternating rounds; ratio to the floor (min to max)\n')
console.log(
  `${'what'.padEnd(30)} ${'CPU'.padStart(6)} ${'floor'.padStart(6)} ${'ratio'.padStart(18)}  ${'goal'.padStart(5)} ${'p50 ms'.padStart(7)} ${'p99 ms'.padStart(7)} ${'per s'.padStart(7)}`,
)
for (const { name, addresses, goal } of classes) {
  const results: { one: Round; base: Round }[] = []
  for (let round = 0; round < rounds; round += 1) {
    const asked = addresses()
    const base = await measure(bare, times(asked.length, floor))
    results.push({ base, one: await measure(ours, asked) })
  }
  const ratios = results.map(({ one, base }) => one.cpu / base.cpu)
  const of = (value: (round: Round) => number) => median(results.map(({ one }) => value(one)))
  const range = `${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}-${Math.max(...ratios).toFixed(2)})`
  console.log(
    `${name.padEnd(30)} ${of((r) => r.cpu)
      .toFixed(0)
      .padStart(6)} ${median(results.map(({ base }) => base.cpu))
      .toFixed(0)
      .padStart(6)} ${range.padStart(18)}  ${String(goal ?? '').padStart(5)} ${of((r) => r.p50)
      .toFixed(2)
      .padStart(7)} ${of((r) => r.p99)
      .toFixed(2)
      .padStart(7)} ${of((r) => r.perSecond)
      .toFixed(0)
      .padStart(7)}`,
  )
  if (name.startsWith('mixed'))
    console.log(
      `\nMixed load: ${of((r) => r.cpu).toFixed(0)} ms of CPU per 1,000 requests (goal 430; 2,085 requests per second need ${((of((r) => r.cpu) * 2.085) / 10).toFixed(0)} % of one core)`,
    )
}
await Promise.all([stopTarget(bare), stopTarget(ours)])
