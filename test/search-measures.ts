import { halfOf } from './search-corpus.ts'

/** Ids of services, best first. */
export type Search = (query: string) => Promise<readonly string[]>
export type Judged = ReadonlyMap<string, ReadonlySet<string>>

/** How well an engine answers terms whose services are known. */
export interface Relevance {
  readonly terms: number
  /** Share of terms with one of their services among the first ten. */
  readonly hit10: number
  readonly ndcg5: number
  /** Share of terms without any answer. */
  readonly unanswered: number
}

export type Relevances = Readonly<Record<'all' | 'development' | 'test', Relevance>>

export async function relevances(judged: Judged, search: Search): Promise<Relevances> {
  const answers: { term: string; ids: readonly string[]; wanted: ReadonlySet<string> }[] = []
  for (const [term, wanted] of judged) answers.push({ term, wanted, ids: (await search(term)).slice(0, 10) })
  const relevance = (some: typeof answers): Relevance => ({
    terms: some.length,
    hit10: mean(some.map(({ ids, wanted }) => Number(ids.some((id) => wanted.has(id))))),
    ndcg5: mean(some.map(({ ids, wanted }) => ndcg5(ids, wanted))),
    unanswered: mean(some.map(({ ids }) => Number(ids.length === 0))),
  })
  return {
    all: relevance(answers),
    development: relevance(answers.filter(({ term }) => halfOf(term) === 'development')),
    test: relevance(answers.filter(({ term }) => halfOf(term) === 'test')),
  }
}

/** Share of queries that get any answer at all. */
export async function answered(queries: readonly string[], search: Search): Promise<number> {
  const found: number[] = []
  for (const query of queries) found.push(Number((await search(query)).length > 0))
  return mean(found)
}

const discount = (rank: number) => 1 / Math.log2(rank + 2)

function ndcg5(ids: readonly string[], wanted: ReadonlySet<string>): number {
  const gain = ids.slice(0, 5).map((id, rank) => (wanted.has(id) ? discount(rank) : 0))
  const best = Array.from({ length: Math.min(5, wanted.size) }, (_, rank) => discount(rank))
  return sum(gain) / sum(best)
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const mean = (values: readonly number[]) => sum(values) / values.length
