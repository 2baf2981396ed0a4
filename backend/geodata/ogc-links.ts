import type { Collection } from './collection.ts'

/** A link as OGC API documents carry it (RFC 8288). */
export interface Link {
  readonly href: string
  readonly rel: string
  readonly type?: string
  readonly title?: string
  readonly hreflang?: string
  /** Where `href` has parts in braces (RFC 6570). */
  readonly templated?: true
  readonly length?: number
}

export const json = 'application/json'
export const geojson = 'application/geo+json'
export const html = 'text/html'
export const openapi = 'application/vnd.oai.openapi+json;version=3.0'
export const xml = 'application/xml'
export const schema = 'application/schema+json'

/** Formats of an answer as `f` names them. */
export type Format = 'json' | 'html'

/** The document itself and its other form. `path` is below the root of the API and may have a query. */
export function selfLinks(root: string, path: string, format: Format, type: string): readonly Link[] {
  const at = (f: Format) => `${root}${withFormat(path, f)}`
  const asJson = { href: at('json'), type, title: 'Dieses Dokument als JSON' }
  const asHtml = { href: at('html'), type: html, title: 'Dieses Dokument als HTML' }
  const [self, alternate] = format === 'json' ? [asJson, asHtml] : [asHtml, asJson]
  return [
    { ...self, rel: 'self' },
    { ...alternate, rel: 'alternate' },
  ]
}

function withFormat(path: string, format: Format): string {
  const [place = '', query = ''] = path.split('?')
  const parameters = new URLSearchParams(query)
  parameters.set('f', format)
  return `${place}?${parameters.toString()}`
}

export const collectionPath = ({ id }: Pick<Collection, 'id'>): string =>
  `/collections/${encodeURIComponent(id)}`

/** Terms and origin, which travel with every answer made of the data. */
export const rightsLinks = ({ licence, sourceUri, provider }: Collection): readonly Link[] => [
  { href: licence.uri, rel: 'license', type: html, title: licence.name },
  { href: sourceUri, rel: 'via', type: html, title: `Quelle: ${provider}` },
]
