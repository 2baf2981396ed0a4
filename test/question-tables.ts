import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A question somebody may ask, how it is put, and the checklist it means. */
interface TableQuestion {
  readonly class: string
  readonly question: string
  readonly checklist: string
  /** Rules were written looking at the results of the first half alone. */
  readonly half: 'development' | 'test'
}

const lines = (name: string) =>
  readFileSync(join(import.meta.dirname, name), 'utf8')
    .trim()
    .split('\n')
    .slice(1)

const line = /^(?<class>\w+),(?<question>.*),(?<checklist>[\w-]+)$/

/** Written by us in five classes: everyday German, Leichte Sprache, English, Plattdeutsch, Ukrainian. */
export const questions = (): readonly TableQuestion[] =>
  lines('questions.csv').map((text) => {
    const { class: name = '', question = '', checklist = '' } = line.exec(text)?.groups ?? {}
    const odd = parseInt(hash('sha1', question, 'hex').slice(0, 2), 16) % 2
    return { class: name, question, checklist, half: odd ? 'test' : 'development' }
  })

/** What is typed into the same field and is no question of a life situation: titles, near misses and nonsense. */
export const otherQueries = (): readonly string[] =>
  lines('questions-none.csv').map((text) => text.slice(text.indexOf(',') + 1))

/** How many questions lead where they should, per class and half. */
export function hitRates(
  asked: readonly TableQuestion[],
  answer: ReadonlyMap<string, string | undefined>,
): ReadonlyMap<string, { readonly hits: number; readonly of: number }> {
  const groups = Map.groupBy(asked, (one) => `${one.class} ${one.half}`)
  return new Map(
    [...groups].map(([name, group]) => [
      name,
      {
        hits: group.filter(({ question, checklist }) => answer.get(question) === checklist).length,
        of: group.length,
      },
    ]),
  )
}
