import type { ApiClient } from '@amtsweg/client'
import type { OgcCollection, OgcFeature, OgcFeaturePage, OgcGeometry, OgcQueryables } from '@amtsweg/contract'
import type { GeodataMessages } from '@amtsweg/messages'

/** Longitude, then latitude, in degrees. */
export type Position = readonly [longitude: number, latitude: number]

/** A feature as list and map show it. */
export interface MapFeature {
  /** Of no other feature of this widget. */
  readonly key: string
  readonly name: string
  readonly feature: OgcFeature
  readonly layer: Layer
  /** Where it is, or the middle of the box around it. */
  readonly at: Position | undefined
  /** What it can be found by, in small letters without accents. */
  readonly text: string
}

/** Parameters of OGC API - Features, by their names there. */
type Query = Readonly<Record<string, string | number>>

/** Asks whoever has the features for some of them. */
export type Ask = (query: Query, signal: AbortSignal) => Promise<OgcFeaturePage>

/** How the features of a layer are coloured by a number that they have. */
export interface Shading {
  /** Which class a feature is in, from 0 on (below 0 without a value), of how many. */
  readonly shadeOf: (one: MapFeature) => { readonly at: number; readonly of: number }
  readonly valueText: (one: MapFeature, m: GeodataMessages, lang: string) => string
  /** The legend, and all values as a table. */
  readonly part: (layer: Layer, index: number, m: GeodataMessages, lang: string) => unknown
}

/** What one collection gives. */
export interface Layer {
  readonly collection: OgcCollection
  readonly labels: OgcQueryables['properties']
  readonly features: readonly MapFeature[]
  /** How many there are, also of those not loaded. */
  readonly matched: number
  /** Asks for those that follow. */
  readonly next: Query | undefined
  /** Missing where everything came at once. */
  readonly ask: Ask | undefined
  readonly shading?: Shading
}

/** Features of one request. */
export const perRequest = 1_000

/** Features of one layer: more would neither be read nor drawn in time. */
export const mostFeatures = 10_000

/** Beside the API, at the root of the server. */
const pathOf = (id: string) => `../../ogc/collections/${encodeURIComponent(id)}`

export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss')

/** Calls for every position of a geometry. */
function walk(geometry: OgcGeometry, visit: (position: readonly number[]) => void): void {
  const each = (coordinates: readonly unknown[]): void => {
    if (typeof coordinates[0] === 'number') visit(coordinates as readonly number[])
    else coordinates.forEach((inner) => each(inner as readonly unknown[]))
  }
  if (geometry.type === 'GeometryCollection') geometry.geometries.forEach((one) => walk(one, visit))
  else each(geometry.coordinates)
}

export function middleOf(geometry: OgcGeometry | null): Position | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  if (geometry)
    walk(geometry, ([x, y]) => {
      west = Math.min(west, x!)
      east = Math.max(east, x!)
      south = Math.min(south, y!)
      north = Math.max(north, y!)
    })
  return east < west ? undefined : [(west + east) / 2, (south + north) / 2]
}

function nextOf({ links }: OgcFeaturePage): Query | undefined {
  const link = links?.find(({ rel }) => rel === 'next')
  return link && Object.fromEntries(new URL(link.href, document.baseURI).searchParams)
}

/** A collection without its words for filters is still a list. */
export async function loadLayer(
  client: ApiClient,
  id: string,
  filter: string,
  signal: AbortSignal,
): Promise<Layer> {
  const query = { limit: perRequest, ...(filter && { filter, 'filter-lang': 'cql2-text' }) }
  const ask: Ask = (query, signal) => client.get<OgcFeaturePage>(`${pathOf(id)}/items`, { ...query, signal })
  const [collection, queryables, page] = await Promise.all([
    client.get<OgcCollection>(pathOf(id), { signal }),
    client.get<OgcQueryables>(`${pathOf(id)}/queryables`, { signal }).catch((): OgcQueryables => ({})),
    ask(query, signal),
  ])
  const labels = queryables.properties
  return withPage({ collection, labels, features: [], matched: 0, next: undefined, ask }, page)
}

/** The same layer with what a further page has. */
export function withPage(before: Layer, page: OgcFeaturePage): Layer {
  const { collection } = before
  const added = page.features.map((feature, index): MapFeature => {
    const properties = feature.properties ?? {}
    const name = `${properties[collection.titleProperty ?? 'name'] ?? ''}`
    const values = Object.values(properties).filter((value) => typeof value === 'string')
    return {
      key: `${collection.id}/${feature.id ?? `#${before.features.length + index}`}`,
      ...{ name, feature, layer: before },
      at: middleOf(feature.geometry),
      text: fold([name, ...values].join(' ')),
    }
  })
  const features = [...before.features, ...added]
  const layer = {
    ...before,
    matched: page.numberMatched ?? features.length,
    next: nextOf(page),
  }
  return ofItself({ ...layer, features })
}

/** Its features know the layer that they are in. */
export const ofItself = (layer: Layer): Layer =>
  Object.assign(layer, { features: layer.features.map((one) => ({ ...one, layer })) })
