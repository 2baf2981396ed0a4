import type { ReferenceSystem } from '../geometry/reference-system.ts'
import { crs84 } from '../geometry/reference-system.ts'
import type { ChangePage } from './change-page.ts'
import { type Collection, sourceNote } from './collection.ts'
import { featureWriter } from './ogc-items.ts'
import { collectionPath, geojson, json, type Link, rightsLinks } from './ogc-links.ts'
import type { FeatureText } from './repository-features.ts'
import { writeInstant } from './time-span.ts'

interface ChangeFacts {
  readonly root: string
  /** Id of this node. */
  readonly node: string
  readonly system: ReferenceSystem
  readonly since: string | undefined
  readonly limit: number
}

/** A page of the feed as text: GeoJSON, with ids of what is gone, and where to go on. */
export function changesText(collection: Collection, page: ChangePage, facts: ChangeFacts): string {
  const write = featureWriter(collection, facts.system)
  const { kind, gone, next, complete } = page
  const list = page.features.map((feature) => withTime(write(feature), feature)).join(',')
  const rest = {
    ...{ kind, gone, next, complete, node: facts.node, numberReturned: page.features.length },
    ...{ attribution: sourceNote(collection), links: linksOf(collection, next, facts) },
  }
  return `{"type":"FeatureCollection","features":[${list}],${JSON.stringify(rest).slice(1)}`
}

/** `time` as JSON-FG (OGC 21-045r1, 7.4) has it: what tells a feature's time stays at the node that keeps it. */
function withTime(text: string, { begins, ends }: FeatureText): string {
  if (begins === null && ends === null) return text
  const of = (end: number | null) => (end === null ? '..' : writeInstant(end))
  return `${text.slice(0, -1)},"time":{"interval":${JSON.stringify([of(begins), of(ends)])}}}`
}

function linksOf(collection: Collection, next: string, facts: ChangeFacts): readonly Link[] {
  const { root, since, limit, system } = facts
  const path = `${root}${collectionPath(collection)}`
  const at = (cursor: string | undefined) => {
    const query = new URLSearchParams({ limit: String(limit), f: 'json' })
    if (cursor !== undefined) query.set('since', cursor)
    if (system !== crs84) query.set('crs', system.uri)
    return `${path}/changes?${query.toString()}`
  }
  return [
    { href: at(since), rel: 'self', type: geojson, title: 'Diese Änderungen' },
    { href: at(next), rel: 'next', type: geojson, title: 'Was danach kommt, jetzt oder später' },
    { href: path, rel: 'collection', type: json, title: collection.title },
    ...rightsLinks(collection),
  ]
}
