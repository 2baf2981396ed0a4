import type { SearchedService } from '@amtsweg/backend/wayfinding/testing.ts'
import { berlin, catalogue, judgedTerms, munich } from './search-corpus.ts'
import { gradedQueries } from './search-graded.ts'
import {
  asQueries,
  halfOf,
  type JudgedQuery,
  mechanicalClasses,
  withRowsOfSameKey,
} from './search-queries.ts'

/** A set of services to search in, and what is asked of it. */
export interface SearchIndex {
  readonly name: string
  readonly services: readonly SearchedService[]
  readonly classes: ReadonlyMap<string, readonly JudgedQuery[]>
}

/** The judged terms by half; limits and weights were chosen on the development half alone. */
function judged(services: readonly SearchedService[]): ReadonlyMap<string, readonly JudgedQuery[]> {
  const queries = withRowsOfSameKey(asQueries(judgedTerms()), services)
  const half = (name: 'development' | 'test') => queries.filter(({ text }) => halfOf(text) === name)
  return new Map([
    ['terms, test half', half('test')],
    ['terms, development half', half('development')],
  ])
}

const mechanical = (services: readonly SearchedService[]): ReadonlyMap<string, readonly JudgedQuery[]> =>
  new Map(Object.entries(mechanicalClasses).map(([name, make]) => [name, make(services)] as const))

const graded = () =>
  new Map([...gradedQueries()].map(([name, queries]) => [`graded: ${name}`, queries] as const))

/** Munich's 287 services, the keywords withheld. */
export function munichAlone(): SearchIndex {
  const services = munich()
  const classes = new Map([...judged(services), ...mechanical(services), ...graded()])
  return { name: 'Munich alone', services, classes }
}

/** The same with the editors' keywords: how near to what can be reached. */
export function munichWithKeywords(): SearchIndex {
  const services = munich({ withKeywords: true })
  return { name: 'Munich with its keywords', services, classes: judged(services) }
}

/** Berlin's 1,063 services. */
export function berlinAlone(): SearchIndex {
  const services = berlin()
  return { name: 'Berlin alone', services, classes: mechanical(services) }
}

/** Munich among the 5,249 titles of the catalogue, where the row of the same key counts as well. */
export function munichAmongTitles(): SearchIndex {
  const services = [...munich(), ...catalogue()]
  const classes = new Map([...judged(services), ...graded()])
  return { name: 'Munich with the catalogue’s titles', services, classes }
}
