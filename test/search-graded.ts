/**
 * Everyday queries with the services that answer them, in search-graded.csv: 12 classes of 10, and 4 of 10 that are only tracked.
 *
 * How they were made: one grader wrote the queries on 2026-11-25 as citizens would type them, without trying any search and without
 * looking at the editors' keywords, the judged terms or our own everyday words. The services are Munich's 287 (2026-06-08), read by
 * title, text, fees and forms, and graded 3 = just that, 2 = a good answer, 1 = helps somewhat; what is missing helps not at all.
 * The same grader then went through every grade once more, asking what a fair reader would miss or refuse.
 * A service without a text was judged by its title, twins for telephone and counter alike, and an entry that its own text
 * calls a stand-in got 1. Three queries have no 3, as people type them and no service is just that: "führi", "EWMA", "baby bekommen".
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

interface GradedQuery {
  readonly text: string
  /** From the ids of services to 1, 2 or 3. */
  readonly grades: ReadonlyMap<string, number>
}

/** Ways of asking that are watched and no part of the 120 queries, as a German catalogue does not promise them. */
export const trackedClasses: ReadonlySet<string> = new Set([
  'leichte-sprache',
  'english',
  'plattdeutsch',
  'ukrainian',
])

/** Per class, in the order of the file. */
export function gradedQueries(): ReadonlyMap<string, readonly GradedQuery[]> {
  const classes = new Map<string, Map<string, Map<string, number>>>()
  for (const row of rows()) {
    const queries = classes.get(row.class) ?? new Map<string, Map<string, number>>()
    const grades = queries.get(row.query) ?? new Map<string, number>()
    grades.set(`munich.${row.service}`, Number(row.grade))
    classes.set(row.class, queries.set(row.query, grades))
  }
  return new Map(
    [...classes].map(([name, queries]) => [name, [...queries].map(([text, grades]) => ({ text, grades }))]),
  )
}

const rows = () =>
  parse<Readonly<Record<'class' | 'query' | 'service' | 'grade', string>>>(
    readFileSync(join(import.meta.dirname, 'search-graded.csv')),
    { columns: true },
  )
