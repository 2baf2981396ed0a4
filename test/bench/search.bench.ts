import { suggest } from '@amtsweg/backend/wayfinding/index.ts'
import { openSearchDatabase, type SearchedService } from '@amtsweg/backend/wayfinding/testing.ts'
import { berlin, catalogue, hasSearchCorpus, judgedTerms, munich } from '../search-corpus.ts'
import {
  berlinAlone,
  munichAlone,
  munichAmongTitles,
  munichWithKeywords,
  type SearchIndex,
} from '../search-indexes.ts'
import { answered, answersOf, relevanceOf } from '../search-measures.ts'
import { nonsense } from '../search-queries.ts'
import { amtsweg, type Engine, miniSearch, plainFts5 } from './search-engines.ts'

/**
 * Relevance and cost of search beside two public baselines, on the same texts in the same run. Wall times depend on the machine: compare
 * engines, not runs. Only the test half of the judged terms says how good we are; weights were chosen on the other.
 */
const rounds = 5
const day = '2026-11-23'

if (!hasSearchCorpus()) {
  console.log(
    'The benchmark needs the public service catalogues (AMTSWEG_TEST_DATA); see docs/guides/data.md.',
  )
  process.exit(0)
}

for (const index of [munichAlone(), munichWithKeywords(), berlinAlone(), munichAmongTitles()])
  await compare(index)
await compareCost([...munich(), ...berlin(), ...catalogue()])
await timeSuggestions([...munich(), ...berlin(), ...catalogue()])
await measureBuild(berlin())

async function compare({ name, services, classes }: SearchIndex): Promise<void> {
  const engines = [await amtsweg(services), await plainFts5(services), await miniSearch(services)]
  console.log(`\n${name}: ${services.length} services`)
  console.log(
    `${'class'.padEnd(26)} ${'n'.padStart(4)}  ${'engine'.padEnd(12)} nDCG@5  hit@1  hit@5 hit@10    MRR  none %  CPU ms`,
  )
  for (const [title, queries] of classes)
    for (const { name: engine, search } of engines) {
      const before = process.cpuUsage()
      const answers = await answersOf(queries, search)
      const cpu = milliseconds(process.cpuUsage(before)) / queries.length
      const { ndcg5, hit1, hit5, hit10, mrr, unanswered } = relevanceOf(answers)
      const figures = [ndcg5, hit1, hit5, hit10, mrr].map((value) => value.toFixed(3).padStart(6)).join(' ')
      console.log(
        `${title.padEnd(26)} ${String(queries.length).padStart(4)}  ${engine.padEnd(12)} ${figures}  ${(unanswered * 100).toFixed(1).padStart(6)}  ${cpu.toFixed(2).padStart(6)}`,
      )
    }
  for (const { name: engine, search } of engines)
    console.log(
      `nonsense answered by ${engine}: ${((await answered(nonsense(200), search)) * 100).toFixed(1)} %`,
    )
}

/** CPU and slowest answers at 6,599 descriptions; the engines take turns, so that a busy machine slows all alike. */
async function compareCost(services: readonly SearchedService[]): Promise<void> {
  const terms = [...judgedTerms().keys()]
  const engines: Engine[] = []
  const memory: number[] = []
  for (const open of [amtsweg, plainFts5, miniSearch]) {
    globalThis.gc?.()
    const before = process.memoryUsage().rss
    engines.push(await open(services))
    globalThis.gc?.()
    memory.push((process.memoryUsage().rss - before) / 1e6)
  }
  const timings = engines.map(() => [] as Timing[])
  for (let round = 0; round < rounds; round += 1)
    for (const [at, { search }] of engines.entries()) timings[at]?.push(await timed(terms, search))
  const floor = median(timings[1]?.map(({ cpu }) => cpu) ?? [])
  console.log(`\nCost at ${services.length} services, ${terms.length} terms, median of ${rounds} rounds`)
  console.table(
    Object.fromEntries(
      engines.map(({ name }, at) => [
        name,
        {
          ...row(timings[at] ?? []),
          'CPU to FTS5': (median(timings[at]?.map(({ cpu }) => cpu) ?? []) / floor).toFixed(2),
          'memory MB (all in this process)': memory[at]?.toFixed(0) ?? '',
        },
      ]),
    ),
  )
}

/** Beginnings of titles, as a reader types them letter by letter. */
async function timeSuggestions(services: readonly SearchedService[]): Promise<void> {
  const db = await openSearchDatabase(...services)
  const ask = (q: string) => suggest(db, { q, lang: 'de', day, limit: 8 })
  const titles = services.filter((_, index) => index % 16 === 0).map(({ title }) => title)
  const classes = {
    '1 letter': titles.map((title) => title.slice(0, 1)),
    '2 letters': titles.map((title) => title.slice(0, 2)),
    '3 letters': titles.map((title) => title.slice(0, 3)),
    '5 letters': titles.map((title) => title.slice(0, 5)),
    '10 letters': titles.map((title) => title.slice(0, 10)),
    'words of editors (mostly in the text only)': [...judgedTerms().keys()],
  }
  await timed(titles, ask)
  const rows: Record<string, Record<string, string>> = {}
  for (const [name, typed] of Object.entries(classes)) {
    const timings: Timing[] = []
    for (let round = 0; round < rounds; round += 1) timings.push(await timed(typed, ask))
    rows[name] = row(timings)
  }
  console.log(`\nSuggestions, ${services.length} services`)
  console.table(rows)
}

/** Seconds of CPU for 1,000 full texts, the lists of language already read. */
async function measureBuild(services: readonly SearchedService[]): Promise<void> {
  const times: number[] = []
  for (let round = 0; round < 3; round += 1) {
    const before = process.cpuUsage()
    await openSearchDatabase(...services)
    times.push(milliseconds(process.cpuUsage(before)) / services.length)
  }
  console.log(`\nIndex build with insertion: ${median(times).toFixed(2)} s of CPU per 1,000 full texts`)
}

/** CPU per query and the slowest queries, in milliseconds. */
interface Timing {
  readonly cpu: number
  readonly p50: number
  readonly p99: number
}

async function timed(
  queries: readonly string[],
  search: (query: string) => Promise<unknown>,
): Promise<Timing> {
  const times: number[] = []
  const before = process.cpuUsage()
  for (const query of queries) {
    const start = performance.now()
    await search(query)
    times.push(performance.now() - start)
  }
  const cpu = milliseconds(process.cpuUsage(before)) / queries.length
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0
  return { cpu, p50: at(0.5), p99: at(0.99) }
}

function row(timings: readonly Timing[]): Record<string, string> {
  const format = (value: (timing: Timing) => number) => `${median(timings.map(value)).toFixed(3)} ms`
  return {
    'CPU per query': format(({ cpu }) => cpu),
    p50: format(({ p50 }) => p50),
    p99: format(({ p99 }) => p99),
  }
}

function milliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1_000
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
}
