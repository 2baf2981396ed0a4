import type { JudgedQuery } from './search-queries.ts'

/** Ids of services, best first. */
export type Search = (query: string) => Promise<readonly string[]>

/** How well an engine answers queries whose services are known; shares and means from 0 to 1. */
export interface Relevance {
  readonly queries: number
  readonly ndcg5: number
  readonly hit1: number
  readonly hit5: number
  readonly hit10: number
  readonly mrr: number
  /** Share of queries without any answer. */
  readonly unanswered: number
}

/** Of one query the ids an engine gave (at most ten). */
export interface Answer {
  readonly query: JudgedQuery
  readonly ids: readonly string[]
}

/** Asks an engine all queries. */
export async function answersOf(queries: readonly JudgedQuery[], search: Search): Promise<Answer[]> {
  const answers: Answer[] = []
  for (const query of queries) answers.push({ query, ids: (await search(query.text)).slice(0, depth) })
  return answers
}

const depth = 10

export function relevanceOf(answers: readonly Answer[]): Relevance {
  const ranks = answers.map(({ query, ids }) => ids.findIndex((id) => (query.grades.get(id) ?? 0) > 0))
  const within = (limit: number) => mean(ranks.map((rank) => Number(rank >= 0 && rank < limit)))
  return {
    queries: answers.length,
    ndcg5: mean(answers.map(ndcg5)),
    hit1: within(1),
    hit5: within(5),
    hit10: within(10),
    mrr: mean(ranks.map((rank) => (rank < 0 ? 0 : 1 / (rank + 1)))),
    unanswered: mean(answers.map(({ ids }) => Number(ids.length === 0))),
  }
}

/** Share of queries that get any answer at all. */
export async function answered(queries: readonly string[], search: Search): Promise<number> {
  const found: number[] = []
  for (const query of queries) found.push(Number((await search(query)).length > 0))
  return mean(found)
}

/** Several ids may mean the same service (a catalogue's row of the same key): such gains count as often as there are services wanted. */
function ndcg5({ query, ids }: Answer): number {
  const best = [...(query.wanted ?? query.grades).values()].toSorted((a, b) => b - a)
  let left = best.length
  const gains = ids.slice(0, 5).map((id) => {
    const grade = query.grades.get(id) ?? 0
    if (grade > 0) left -= 1
    return left >= 0 ? grade : 0
  })
  return sum(gains.map(discounted)) / sum(best.slice(0, 5).map(discounted))
}

const discounted = (grade: number, rank: number) => (2 ** grade - 1) / Math.log2(rank + 2)

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const mean = (values: readonly number[]) => (values.length === 0 ? 0 : sum(values) / values.length)
