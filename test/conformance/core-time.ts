import { wrongParameter } from './api-document.ts'
import { pageMethods, type Variants } from './feature-pages.ts'
import { eachCollection, idsOf, walk } from './features.ts'
import { entries, isText, members } from './json.ts'
import { type Findings, type Method, methodsOf, unless } from './method.ts'
import type { Collection, Service } from './service.ts'

/** Begin and end of what a collection says of its time; something where it says nothing, or leaves one open. */
function interval(collection: Collection): readonly [string, string] {
  const [begin, end] = ends(collection)
  return [instant(begin) ?? '2018-02-12T23:20:50Z', instant(end) ?? '2038-03-18T12:31:12Z']
}

function ends({ described }: Collection): readonly unknown[] {
  const intervals = entries(members(members(described['extent'])['temporal'])['interval'])
  return entries(intervals[0])
}

const instant = (value: unknown) =>
  isText(value) && !Number.isNaN(Date.parse(value))
    ? new Date(value).toISOString().replace('.000Z', 'Z')
    : undefined

/** An instant, intervals with both ends, with one of them open in either way of writing, and a date with a duration. */
const times: Variants = async (_, collection) => {
  const [begin, end] = interval(collection)
  const all = [
    ...[begin, `${begin}/${end}`, `../${end}`, `/${end}`, `${begin}/..`, `${begin}/`],
    `${begin.slice(0, 10)}/P2D`,
  ]
  return all.map((datetime) => ({ datetime }))
}

const pages = pageMethods(times)

/** Ids of what matches a time. */
const matching = async (service: Service, collection: Collection, datetime: string) =>
  idsOf((await walk(service, collection, { datetime })).features)

const same = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
  one.size === other.size && [...one].every((id) => other.has(id))

/** Core: the parameter datetime. */
export const timeMethods: readonly Method[] = methodsOf('core/collections/FeaturesTime', {
  timeParameterDefinition: eachCollection((service, collection) =>
    wrongParameter(service, collection, 'datetime', ({ style, explode, schema }) => [
      ...unless(style === 'form' && explode === false, 'style is not form, explode not false'),
      ...unless(schema['type'] === 'string', `schema type is ${JSON.stringify(schema['type'])}`),
    ]),
  ),
  validateFeaturesResponse_NumberReturned: pages.numberReturned,
  validateFeaturesWithDateTimeOperation: pages.operation,

  // What is without time matches always, and is all that matches before and after the collection's time.
  validateFeaturesWithDateTimeResponse: eachCollection(async (service, collection): Promise<Findings> => {
    const [begin, end] = interval(collection)
    const everything = await walk(service, collection)
    if (!everything.complete) return []
    const before = await matching(service, collection, '../1000-01-01T00:00:00Z')
    const after = await matching(service, collection, '3000-01-01T00:00:00Z/..')
    const within = await matching(service, collection, `${begin}/${end}`)
    const always = [...before].filter((id) => after.has(id))
    const timeless = unless(
      always.every((id) => within.has(id)),
      'features that match always do not match the time of the collection',
    )
    if (!isClosed(collection)) return timeless
    return [
      ...timeless,
      ...unless(before.size < everything.features.length, 'datetime leaves nothing out'),
      ...unless(same(before, after), 'features match before the time of the collection, or after it'),
      ...unless(same(within, idsOf(everything.features)), 'features lie outside the time of the collection'),
    ]
  }),

  validateFeaturesWithDateTimeResponse_FeaturesProperty: pages.featuresProperty,
  validateFeaturesWithDateTimeResponse_GeometryInCRS84: pages.geometryInCrs84,
  validateFeaturesWithDateTimeResponse_Links: pages.links,
  validateFeaturesWithDateTimeResponse_NumberMatched: pages.numberMatched,
  validateFeaturesWithDateTimeResponse_TimeStamp: pages.timeStamp,
  validateFeaturesWithDateTimeResponse_TypeProperty: pages.typeProperty,
})

/** Both ends of the collection's time are known. */
const isClosed = (collection: Collection) => ends(collection).filter(instant).length === 2
