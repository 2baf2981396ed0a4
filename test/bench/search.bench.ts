import { suggest } from '@amtsweg/backend/wayfinding/index.ts'
import { openSearchDatabase, type SearchedService } from '@amtsweg/backend/wayfinding/testing.ts'
import { berlin, catalogue, hasSearchCorpus, judgedTerms, munich, nonsense } from '../search-corpus.ts'
import { answered, relevances } from '../search-measures.ts'
import { amtsweg, type Engine, miniSearch, plainFts5 } from './search-engines.ts'

/**
 * Relevance and cost of search beside two public baselines, on the same texts in the same run. The 438 terms are words of
 * Munich's editors with the services they mean; the keyword field itself is in no index. Wall times depend on the machine:
 * compare engines, not runs.
 */
const rounds = 5
const day = '2026-11-23'
const percent = (share: number) => `${(share * 100).toFixed(1)} %`
const milliseconds = (time: number) => `${time.toFixed(3)} ms`

if (!hasSearchCorpus()) {
  console.log(
    'The benchmark needs the public service catalogues (AMTSWEG_TEST_DATA); see docs/guides/data.md.',
  )
  process.exit(0)
}

const judged = judgedTerms()
const town = munich()
const everything = [...town, ...berlin(), ...catalogue()]

await compare(`Munich alone: ${town.length} services`, town)
await compare(`With Berlin and the OZG catalogue as distractors: ${everything.length} services`, everything)
await timeSuggestions(everything)

async function compare(name: string, services: readonly SearchedService[]): Promise<void> {
  console.log(`\n${name}; ${judged.size} judged terms, keyword field withheld`)
  const engines = [await amtsweg(services), await plainFts5(services), await miniSearch(services)]
  const costs = await timeSearches(engines, [...judged.keys()])
  const rows: Record<string, Record<string, string>> = {}
  for (const { name: engine, search } of engines) {
    const { all, development, test } = await relevances(judged, search)
    rows[engine] = {
      'hit@10': percent(all.hit10),
      'development half': percent(development.hit10),
      'test half': percent(test.hit10),
      'nDCG@5': all.ndcg5.toFixed(3),
      'no answer': percent(all.unanswered),
      'nonsense answered': percent(await answered(nonsense(100), search)),
      ...costs.get(engine),
    }
  }
  console.table(rows)
}

/** Alternates the engines, so that a busy machine slows all of them alike. */
async function timeSearches(engines: readonly Engine[], terms: readonly string[]) {
  const all = engines.map(({ name, search }) => ({ name, search, timings: [] as Timing[] }))
  for (let round = 0; round < rounds; round += 1)
    for (const { search, timings } of all) timings.push(await timed(terms, search))
  const floor = median(all[1]?.timings.map(({ cpu }) => cpu) ?? [])
  return new Map(
    all.map(({ name, timings }) => {
      const cpu = median(timings.map((timing) => timing.cpu))
      const costs = { ...row(timings), 'to FTS5': (cpu / floor).toFixed(2) }
      return [name, costs] as const
    }),
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
    'words of editors (mostly in the text only)': [...judged.keys()],
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
  const { user, system } = process.cpuUsage(before)
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0
  return { cpu: (user + system) / 1_000 / queries.length, p50: at(0.5), p99: at(0.99) }
}

function row(timings: readonly Timing[]): Record<string, string> {
  return {
    'CPU per query': milliseconds(median(timings.map(({ cpu }) => cpu))),
    p50: milliseconds(median(timings.map(({ p50 }) => p50))),
    p99: milliseconds(median(timings.map(({ p99 }) => p99))),
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
}
