import { hash } from 'node:crypto'
import type { SearchedService } from '@amtsweg/backend/wayfinding/testing.ts'

/** How useful each service is to somebody who types this: 0 (not) to 3 (just that). What is not named is 0. */
export interface JudgedQuery {
  readonly text: string
  readonly grades: ReadonlyMap<string, number>
  /** The services meant, where grades name further rows that stand for one of them. */
  readonly wanted?: ReadonlyMap<string, number>
}

/** Weights and limits were chosen on the development half; the test half only says whether they hold. */
export const halfOf = (text: string): 'development' | 'test' =>
  Number.parseInt(hash('sha256', text).slice(0, 2), 16) % 2 === 0 ? 'development' : 'test'

/** Queries made of the titles by rule; whoever bears a title that fits as well is as right. */
export const mechanicalClasses = {
  title: (services) => each(services, ({ title }) => query(title, sameTitle(title))),
  ascii: (services) =>
    each(services, ({ title }) => changed(title, spelt(title, asciiSpelling), sameTitle(title))),
  'no umlauts': (services) =>
    each(services, ({ title }) => changed(title, spelt(title, bareSpelling), sameTitle(title))),
  typo: (services) =>
    each(services, ({ title }) => {
      const word = longestWord(title)
      return word && query(title.replace(word, misspelt(word)), sameTitle(title))
    }),
  word: (services) =>
    each(services, ({ title }) => {
      const word = longestWord(title)
      return word && query(misspelt(word), titlesWith(word))
    }),
  join: (services) =>
    each(services, ({ title }) => {
      const compound = /\p{L}{3,}-\p{L}{4,}/u.exec(title)?.[0]
      const joined = compound?.replaceAll('-', '').toLowerCase() ?? ''
      return compound && query(joined, (other) => titlesWith(compound)(other) || titlesWith(joined)(other))
    }),
  prefix: (services) =>
    each(services, ({ title }) => {
      const start = title.slice(0, 4 + below(`prefix ${title}`, 4)).trim()
      return query(start, (other) => other.title.toLowerCase().startsWith(start.toLowerCase()))
    }),
} satisfies Record<string, (services: readonly SearchedService[]) => JudgedQuery[]>

type Wanted = (service: SearchedService) => boolean

function each(
  services: readonly SearchedService[],
  make: (service: SearchedService) => { text: string; wanted: Wanted } | undefined | '',
): JudgedQuery[] {
  const made = new Map<string, JudgedQuery>()
  for (const service of services) {
    const judged = make(service)
    if (judged && !made.has(judged.text)) {
      const grades = new Map(services.filter(judged.wanted).map(({ id }) => [id, 1] as const))
      made.set(judged.text, { text: judged.text, grades })
    }
  }
  return [...made.values()]
}

const query = (text: string, wanted: Wanted) => ({ text, wanted })
const changed = (title: string, text: string, wanted: Wanted) =>
  title === text ? undefined : query(text, wanted)

const lower = (text: string) => text.toLowerCase()
const sameTitle =
  (title: string): Wanted =>
  (service) =>
    lower(service.title) === lower(title)
const titlesWith =
  (word: string): Wanted =>
  (service) =>
    lower(service.title).includes(lower(word))

const spelt = (text: string, spelling: Readonly<Record<string, string>>) =>
  text.replace(/[äöüßÄÖÜ]/g, (letter) => spelling[letter] ?? letter)
const asciiSpelling = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' }
const bareSpelling = { ä: 'a', ö: 'o', ü: 'u', ß: 's', Ä: 'A', Ö: 'O', Ü: 'U' }

const longestWord = (title: string): string | undefined =>
  (title.match(/\p{L}{5,}/gu) ?? []).toSorted((a, b) => b.length - a.length)[0]

/** One slip of the finger inside the word: a letter too many, too few, changed or swapped. */
function misspelt(word: string): string {
  const at = 1 + below(`at ${word}`, word.length - 2)
  const letter = String.fromCodePoint(97 + below(`letter ${word}`, 26))
  const [before, here, next, after] = [
    word.slice(0, at),
    word[at] ?? '',
    word[at + 1] ?? '',
    word.slice(at + 2),
  ]
  const slips = [
    before + letter + here + next + after,
    before + next + after,
    before + (letter === here ? 'q' : letter) + next + after,
    before + next + here + after,
  ]
  const slip = slips[below(`slip ${word}`, slips.length)] ?? word
  return slip === word ? before + next + after : slip
}

/** A number below the limit that depends on the seed alone. */
const below = (seed: string, limit: number): number =>
  Number.parseInt(hash('sha256', `amtsweg ${seed}`).slice(0, 8), 16) % limit

/** Strings of five to twelve random letters, always the same ones. */
export const nonsense = (count: number): string[] =>
  Array.from({ length: count }, (_, index) =>
    Array.from({ length: 5 + below(`length ${index}`, 8) }, (_, at) =>
      String.fromCodePoint(97 + below(`nonsense ${index} ${at}`, 26)),
    ).join(''),
  )

/** Terms with the services they mean, as queries. */
export const asQueries = (terms: ReadonlyMap<string, ReadonlySet<string>>): JudgedQuery[] =>
  [...terms].map(([text, ids]) => ({ text, grades: new Map([...ids].map((id) => [id, 1])) }))

/** The same where a catalogue's row of the same Leistungsschluessel may stand for a service. */
export function withRowsOfSameKey(
  queries: readonly JudgedQuery[],
  services: readonly SearchedService[],
): JudgedQuery[] {
  const keysOf = new Map(services.map(({ id, keys = [] }) => [id, keys]))
  const byKey = new Map<string, string[]>()
  for (const { id, keys = [], source } of services)
    if (source === 'ozg') for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), id])
  return queries.map(({ text, grades }) => {
    const rows = [...grades].flatMap(([id, grade]) =>
      (keysOf.get(id) ?? []).flatMap((key) => (byKey.get(key) ?? []).map((row) => [row, grade] as const)),
    )
    return { text, grades: new Map([...rows, ...grades]), wanted: grades }
  })
}
