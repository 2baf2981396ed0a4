import type { Geometry, Position } from '../geometry/geometry.ts'
import { crs84, type ReferenceSystem } from '../geometry/reference-system.ts'
import { inAxisOrder, type Transform, transformer, transformGeometry } from '../geometry/transform.ts'
import { type Collection, sourceNote } from './collection.ts'
import { collectionPath, type Format, geojson, type Link, rightsLinks, selfLinks } from './ogc-links.ts'
import type { FeatureText } from './repository-features.ts'

/** Turns stored text into the text of a feature in one system. */
export type WriteFeature = (feature: FeatureText, links?: readonly Link[]) => string

/** Decimals that a millimetre does not need more of. */
const decimals = { degree: 1e9, metre: 1e4 }

/** How features of a collection are written in a system: as they are stored where that is the same, else computed. */
export function featureWriter(
  { version: { storage } }: Pick<Collection, 'version'>,
  system: ReferenceSystem,
): WriteFeature {
  const geometryText = geometryWriter(storage, system)
  return ({ ext_id, geometry, stored, properties }, links) => {
    const text = geometry === null ? 'null' : geometryText(geometry, stored)
    const more = links ? `,"links":${JSON.stringify(links)}` : ''
    return `{"type":"Feature","id":${JSON.stringify(ext_id)},"geometry":${text},"properties":${properties}${more}}`
  }
}

function geometryWriter(
  storage: ReferenceSystem,
  system: ReferenceSystem,
): (geometry: string, stored: string | null) => string {
  if (system === crs84) return (geometry) => geometry
  const order = inAxisOrder(system)
  const isKept = storage.proj === system.proj
  if (isKept && system.axes === 'east-north') return (geometry, stored) => stored ?? geometry
  const there = isKept ? undefined : transformer(storage, system)
  const scale = decimals[system.unit]
  const round = (value: number) => Math.round(value * scale) / scale
  const change: Transform = (position: Position) =>
    order(there ? there(position).map((value, axis) => (axis < 2 ? round(value) : value)) : position)
  return (geometry, stored) =>
    JSON.stringify(transformGeometry(JSON.parse(stored ?? geometry) as Geometry, change))
}

/** What a page of features says besides them. */
export interface PageFacts {
  readonly root: string
  /** Path and query below the root, without `f`. */
  readonly path: string
  readonly format: Format
  readonly numberMatched: number
  /** Query of the next page and of the one before, without `f`. */
  readonly next?: string | undefined
  readonly prev?: string | undefined
}

/** Links of a page of features. */
export function pageLinks(collection: Collection, facts: PageFacts): readonly Link[] {
  const { root, path, format, next, prev } = facts
  const type = format === 'html' ? 'text/html' : geojson
  const at = (query: string) => `${root}${collectionPath(collection)}/items?${query}&f=${format}`
  return [
    ...selfLinks(root, path, format, geojson),
    ...(next === undefined ? [] : [{ href: at(next), rel: 'next', type, title: 'Nächste Seite' }]),
    ...(prev === undefined ? [] : [{ href: at(prev), rel: 'prev', type, title: 'Vorige Seite' }]),
    collectionLink(root, collection),
    ...rightsLinks(collection),
  ]
}

const collectionLink = (root: string, collection: Collection): Link => ({
  href: `${root}${collectionPath(collection)}`,
  rel: 'collection',
  type: 'application/json',
  title: collection.title,
})

/** A page of features as text: what is stored is sent as it is. It says no time, so that the same page has the same ETag. */
export function pageText(
  collection: Collection,
  features: readonly FeatureText[],
  write: WriteFeature,
  facts: PageFacts,
): string {
  const head = {
    numberMatched: facts.numberMatched,
    numberReturned: features.length,
    attribution: sourceNote(collection),
    links: pageLinks(collection, facts),
  }
  const list = features.map((feature) => write(feature)).join(',')
  return `{"type":"FeatureCollection","features":[${list}],${JSON.stringify(head).slice(1)}`
}

/** Links of one feature. */
export const featureLinks = (
  collection: Collection,
  { root, path, format }: Pick<PageFacts, 'root' | 'path' | 'format'>,
): readonly Link[] => [
  ...selfLinks(root, path, format, geojson),
  collectionLink(root, collection),
  ...rightsLinks(collection),
]
