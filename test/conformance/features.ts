import { entries, isRecord, isText, members } from './json.ts'
import { findLink, linksOf } from './links.ts'
import { about, type Findings, unless } from './method.ts'
import {
  type Answer,
  bodyOf,
  type Collection,
  collectionsOf,
  geoJson,
  itemAddress,
  type Service,
  withQuery,
} from './service.ts'

export type Feature = Readonly<Record<string, unknown>>
export type Parameters = Readonly<Record<string, string | number>>

/** Features of a collection as the server answers the parameters. */
export const askFeatures = (service: Service, { items }: Collection, parameters: Parameters = {}) =>
  service.get(withQuery(items, parameters), geoJson)

export const askFeature = (
  service: Service,
  collection: Collection,
  id: unknown,
  parameters: Parameters = {},
) => service.get(withQuery(itemAddress(collection, id), parameters), geoJson)

export const featuresOf = (answer: Answer): readonly Feature[] =>
  entries(members(bodyOf(answer))['features']).map(members)

/** As many features as one can count on a walk from page to page. */
const walked = 10_000

interface Walk {
  readonly features: readonly Feature[]
  /** Whether the walk came to the last page. */
  readonly complete: boolean
}

/** All features that match, by the links to the next page; gives up after 10,000, or at a page that leads back. */
export async function walk(
  service: Service,
  collection: Collection,
  parameters: Parameters = {},
  size = 1000,
): Promise<Walk> {
  const features: Feature[] = []
  const seen = new Set<string>()
  let address: string | undefined = withQuery(collection.items, { ...parameters, limit: size })
  while (address && !seen.has(address) && features.length < walked) {
    seen.add(address)
    const answer: Answer = await service.get(address, geoJson)
    if (answer.status !== 200) throw new Error(`${address} answers ${answer.status}`)
    features.push(...featuresOf(answer))
    address = findLink(linksOf(bodyOf(answer), answer.url), 'next')?.href
  }
  return { features, complete: address === undefined }
}

/** A method that looks at each collection by itself. */
export const eachCollection =
  (look: (service: Service, collection: Collection) => Promise<Findings>) => async (service: Service) => {
    const findings: Findings[] = []
    for (const collection of await collectionsOf(service))
      findings.push(about(collection.id, await look(service, collection)))
    return findings.flat()
  }

/** Ids of features on a page. */
export const idsOf = (features: readonly Feature[]): ReadonlySet<string> =>
  new Set(features.map(({ id }) => String(id)))

/** How a page of features breaks RFC 7946. */
export const wrongFeatures = (features: readonly Feature[]): Findings =>
  features.flatMap((feature) => about(`feature ${String(feature['id'])}`, wrongFeature(feature)))

export function wrongFeature(feature: Feature): Findings {
  const { type, id, geometry, properties } = feature
  return [
    ...unless(type === 'Feature', `type is ${JSON.stringify(type)}`),
    ...unless(isText(id) || typeof id === 'number', 'has no id'),
    ...unless(properties === null || isRecord(properties), 'has no member properties'),
    ...(geometry === null ? [] : wrongGeometry(members(geometry))),
  ]
}

/** How deep positions lie in the coordinates of a type. */
const depths: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
}

function wrongGeometry(geometry: Feature): Findings {
  const { type, coordinates, geometries } = geometry
  if (type === 'GeometryCollection')
    return Array.isArray(geometries)
      ? geometries.flatMap((one) => wrongGeometry(members(one)))
      : ['a GeometryCollection without geometries']
  const depth = isText(type) ? depths[type] : undefined
  if (depth === undefined) return [`geometry of type ${JSON.stringify(type)}`]
  return unless(nested(coordinates, depth), `${String(type)} whose coordinates are not nested as they must`)
}

function nested(value: unknown, depth: number): boolean {
  if (!Array.isArray(value)) return false
  if (depth > 0) return value.every((one) => nested(one, depth - 1))
  return value.length >= 2 && value.every((number) => Number.isFinite(number))
}
