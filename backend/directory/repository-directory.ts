import { sql } from 'kysely'
import type { DirectoryResult } from '@amtsweg/contract'
import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/database.ts'
import { endOfRange, regionsAround } from '../places/index.ts'
import { germanDayOf } from './local-time.ts'
import { unitsById, type UnitView } from './repository.ts'
import { peopleById } from './repository-people.ts'
import { wordsAsked } from './unit-words.ts'

/** What a citizen looks for. */
interface DirectoryQuestion extends UnitView {
  readonly q: string
  /** Region key: who works in it, or for it from above. */
  readonly area?: string | undefined
  readonly limit: number
}

/** People and offices whose words begin like those that were typed, each in the order of a telephone book. */
export async function searchDirectory(
  db: Db,
  { q, area, limit, ...view }: DirectoryQuestion,
): Promise<DirectoryResult> {
  const words = wordsAsked(q)
  const [longest] = words
  if (longest === undefined)
    return { people: [], morePeople: false, units: [], moreUnits: false, offices: [] }
  // Those that are left over ask for the longest again: each must be there, and one of them about the person.
  const [second = longest, third = longest, fourth = longest] = words.slice(1)
  const [around1 = '-', around2 = '-', around3 = '-', around4 = '-', around5 = '-'] =
    area === undefined ? [] : regionsAround(area)
  const values = [
    ...([area ?? '', endOfRange(area ?? ''), around1, around2, around3, around4, around5] as const),
    ...([longest, endOfRange(longest), second, endOfRange(second)] as const),
    ...([third, endOfRange(third), fourth, endOfRange(fourth)] as const),
    limit + 1,
  ] as const
  const people = (await peopleFound(db, ...values)).map(({ id }) => id)
  const units = (await unitsFound(db, ...values)).map(({ id }) => id)
  const today = germanDayOf(view.now)
  const shown = await peopleById(db, people.slice(0, limit), { lang: view.lang, today })
  const places = new Set(shown.flatMap(({ functions }) => functions.map(({ unit }) => unit.id)))
  return {
    people: [...shown],
    morePeople: people.length > limit,
    units: [...(await unitsById(db, units.slice(0, limit), view)).values()],
    moreUnits: units.length > limit,
    offices: [...(await unitsById(db, [...places], view)).values()],
  }
}

type Values = readonly [
  ...(readonly [area: string, endOfArea: string]),
  ...(readonly [string, string, string, string, string]),
  ...(readonly [string, string, string, string, string, string, string, string]),
  limit: number,
]

/** The same question to people and to units; of people, one word at least must not only say where they work. */
const search = (kind: 'person' | 'unit') =>
  compiled((db: Db, ...values: Values) => {
    const [area, endOfArea, a1, a2, a3, a4, a5, w1, e1, w2, e2, w3, e3, w4, e4, limit] = values
    const id = sql.ref(`${kind}_id`)
    const table = sql.table(`${kind}_word`)
    const begins = (from: string, to: string) =>
      sql`exists (select 1 from ${table} w where w.${id} = e.${id} and w.word >= ${from} and w.word < ${to})`
    const own = sql`and exists (select 1 from ${table} w where w.${id} = e.${id} and w.own = 1 and (
      (w.word >= ${w1} and w.word < ${e1}) or (w.word >= ${w2} and w.word < ${e2}) or
      (w.word >= ${w3} and w.word < ${e3}) or (w.word >= ${w4} and w.word < ${e4})))`
    return {
      compile: () =>
        sql<{ id: string }>`select e.${id} as id from ${sql.table(`${kind}_entry`)} e
          where ((e.region_key >= ${area} and e.region_key < ${endOfArea})
            or e.region_key in (${a1}, ${a2}, ${a3}, ${a4}, ${a5}))
          and e.${id} in (select w.${id} from ${table} w where w.word >= ${w1} and w.word < ${e1})
          and ${begins(w2, e2)} and ${begins(w3, e3)} and ${begins(w4, e4)}
          ${kind === 'person' ? own : sql``}
          order by e.sort_key, e.${id} limit ${limit}`.compile(db),
    }
  }, 16)

const peopleFound = search('person')
const unitsFound = search('unit')
