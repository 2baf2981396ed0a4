import { type ReferenceSystem, servedSystems } from '../geometry/reference-system.ts'
import { type AskedBox, readBox, UnusableBox } from './bounding-box.ts'
import type { Collection } from './collection.ts'
import { allOf, propertyCondition } from './property-condition.ts'
import { readFilter } from './read-filter.ts'
import type { Condition, Selection } from './selected-features.ts'
import { readDatetime } from './time-span.ts'

/** What a reader asks of the items of a collection. */
export interface ItemQuestion {
  readonly selection: Selection
  readonly limit: number
  readonly cursor: string | undefined
  readonly system: ReferenceSystem
  /** What is selected, as text: the same for every page and system. */
  readonly asked: string
  /** The query without `cursor` and `f`. */
  readonly query: string
}

/** What is wrong with a query, for the reader: parameter and sentence. */
export class UnusableQuestion extends Error {
  readonly parameter: string
  constructor(parameter: string, message: string) {
    super(message)
    this.parameter = parameter
  }
}

export const usualLimit = 100
export const maxLimit = 10_000

const selecting = ['bbox', 'bbox-crs', 'datetime', 'filter', 'filter-lang', 'filter-crs']
const known = new Set([...selecting, 'limit', 'cursor', 'crs', 'f', 'lang'])

/** The query of the items of a collection (OGC API Features Part 1, 7.15; Part 2, 6; Part 3, 7). Throws UnusableQuestion. */
export async function readItemQuestion(
  parameters: URLSearchParams,
  collection: Collection,
): Promise<ItemQuestion> {
  const fields = new Map(collection.version.fields.map((field) => [field.name, field]))
  const names = [...new Set(parameters.keys())]
  for (const name of names) {
    if (!known.has(name) && !fields.has(name))
      throw new UnusableQuestion(name, 'There is no such parameter; /queryables lists the properties')
    if (parameters.getAll(name).length > 1) throw new UnusableQuestion(name, 'It is given twice')
  }
  const one = (name: string) => parameters.get(name) ?? undefined
  const properties = propertyCondition(
    names.flatMap((name) => {
      const field = known.has(name) ? undefined : fields.get(name)
      return field ? [[field, one(name) ?? ''] as const] : []
    }),
  )
  if (properties && 'unusable' in properties)
    throw new UnusableQuestion(properties.unusable, `It takes a ${fields.get(properties.unusable)?.type}`)
  const filter = await filterOf(one, collection)
  const condition = allOf([properties, filter].flatMap((found) => (found ? [found] : [])))
  const asked = names.filter((name) => selecting.includes(name) || !known.has(name)).sort()
  return {
    selection: { box: boxOf(one), times: timesOf(one('datetime')), condition },
    limit: limitOf(one('limit')),
    cursor: one('cursor'),
    system: systemOf('crs', one('crs')),
    asked: JSON.stringify(asked.map((name) => [name, one(name)])),
    query: queryOf(parameters),
  }
}

function queryOf(parameters: URLSearchParams): string {
  const rest = new URLSearchParams(parameters)
  rest.delete('cursor')
  rest.delete('f')
  return rest.toString()
}

function boxOf(one: (name: string) => string | undefined): AskedBox | undefined {
  const system = systemOf('bbox-crs', one('bbox-crs'))
  const text = one('bbox')
  if (text === undefined) return undefined
  try {
    return readBox(text, system)
  } catch (error) {
    if (error instanceof UnusableBox) throw new UnusableQuestion('bbox', error.message)
    throw error
  }
}

function timesOf(text: string | undefined) {
  if (text === undefined) return undefined
  const times = readDatetime(text)
  if (!times)
    throw new UnusableQuestion(
      'datetime',
      'It takes a day or a moment by RFC 3339, or two with a slash between',
    )
  return times
}

function limitOf(text: string | undefined): number {
  if (text === undefined) return usualLimit
  if (!/^\d{1,9}$/.test(text) || Number(text) < 1)
    throw new UnusableQuestion('limit', 'It takes a whole number from 1')
  return Math.min(Number(text), maxLimit)
}

/** A system by its URI, CRS84 where none is named. */
export function systemOf(parameter: string, uri: string | undefined): ReferenceSystem {
  const system = uri === undefined ? servedSystems[0] : servedSystems.find((one) => one.uri === uri)
  if (!system)
    throw new UnusableQuestion(parameter, 'It takes one of the systems that the collection lists in `crs`')
  return system
}

async function filterOf(
  one: (name: string) => string | undefined,
  collection: Collection,
): Promise<Condition | undefined> {
  const lang = one('filter-lang') ?? 'cql2-text'
  if (lang !== 'cql2-text' && lang !== 'cql2-json')
    throw new UnusableQuestion('filter-lang', 'It takes cql2-text or cql2-json')
  const crs = systemOf('filter-crs', one('filter-crs'))
  const filter = one('filter')
  if (filter === undefined) return undefined
  const condition = await readFilter(filter, { lang, crs, collection })
  if (typeof condition === 'string') throw new UnusableQuestion('filter', condition)
  return condition
}
