import { type WriteFormat, writeFormats } from '../geofiles/index.ts'
import { servedSystems } from '../geometry/reference-system.ts'
import { changesRel } from './change-question.ts'
import { type Collection, type Field, sourceNote } from './collection.ts'
import {
  collectionPath,
  type Format,
  geojson,
  html,
  json,
  type Link,
  openapi,
  rightsLinks,
  schema,
  selfLinks,
  xml,
} from './ogc-links.ts'
import { tilesConformance, tilesetsLinks, tilingSchemesLinks } from './ogc-tile-links.ts'
import { writeInstant } from './time-span.ts'

const features1 = 'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf'
const features2 = 'http://www.opengis.net/spec/ogcapi-features-2/1.0/conf'

const features3 = 'http://www.opengis.net/spec/ogcapi-features-3/1.0/conf'
const cql2 = 'http://www.opengis.net/spec/cql2/1.0/conf'

/** Conformance classes that the server declares. */
export const conformance: readonly string[] = [
  'http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core',
  'http://www.opengis.net/spec/ogcapi-common-2/1.0/conf/collections',
  `${features1}/core`,
  `${features1}/geojson`,
  `${features1}/html`,
  `${features1}/oas30`,
  `${features2}/crs`,
  ...['queryables', 'queryables-query-parameters', 'filter', 'features-filter'].map(
    (name) => `${features3}/${name}`,
  ),
  ...[
    ...[
      'cql2-text',
      'cql2-json',
      'basic-cql2',
      'advanced-comparison-operators',
      'case-insensitive-comparison',
    ],
    ...['accent-insensitive-comparison', 'basic-spatial-functions', 'basic-spatial-functions-plus'],
    ...['spatial-functions', 'temporal-functions', 'array-functions', 'property-property', 'functions'],
    'arithmetic',
  ].map((name) => `${cql2}/${name}`),
  ...tilesConformance,
]

/** What a document needs to speak of itself. */
export interface Surroundings {
  /** Where the API begins, "https://dienste.example/ogc". */
  readonly root: string
  readonly format: Format
}

export const queryablesRel = 'http://www.opengis.net/def/rel/ogc/1.0/queryables'

export function landingPage({ root, format }: Surroundings) {
  const both = (rel: string, path: string, title: string): Link[] => [
    { href: `${root}${path}?f=json`, rel, type: json, title },
    { href: `${root}${path}?f=html`, rel, type: html, title },
  ]
  return {
    title: 'Geodaten',
    description: 'Freier Austausch von Geodaten der Verwaltungen, nach OGC API – Features',
    links: [
      ...selfLinks(root, '', format, json),
      { href: `${root}/api?f=json`, rel: 'service-desc', type: openapi, title: 'Beschreibung (OpenAPI 3.0)' },
      { href: `${root}/api?f=html`, rel: 'service-doc', type: html, title: 'Beschreibung zum Lesen' },
      ...both('conformance', '/conformance', 'Erfüllte Konformitätsklassen'),
      ...both('data', '/collections', 'Datensätze'),
      ...tilingSchemesLinks(root),
    ],
  }
}

export const conformancePage = ({ root, format }: Surroundings) => ({
  links: selfLinks(root, '/conformance', format, json),
  conformsTo: conformance,
})

export const collectionsPage = (around: Surroundings, collections: readonly Collection[]) => ({
  links: selfLinks(around.root, '/collections', around.format, json),
  collections: collections.map((collection) => collectionPage({ ...around, format: 'json' }, collection)),
})

/** A collection, alike on its own page and in the list. */
export function collectionPage({ root, format }: Surroundings, collection: Collection) {
  const { id, title, description, keywords, licence, changed, titleProperty, publishedAt, version } =
    collection
  const { provider, audience, originNode } = collection
  const path = collectionPath(collection)
  const items = (f: Format, type: string): Link => ({
    href: `${root}${path}/items?f=${f}`,
    rel: 'items',
    type,
    title: 'Objekte',
  })
  return {
    id,
    title,
    description,
    keywords,
    attribution: sourceNote(collection),
    licence: { code: licence.code, name: licence.name, uri: licence.uri },
    changed,
    provider,
    audience,
    ...(originNode ? { origin: { node: originNode } } : {}),
    updated: publishedAt,
    extent: extentOf(collection),
    itemType: 'feature',
    itemCount: version.features,
    crs: servedSystems.map(({ uri }) => uri),
    storageCrs: version.storage.uri,
    ...(titleProperty ? { titleProperty } : {}),
    links: [
      ...selfLinks(root, path, format, json),
      items('json', geojson),
      items('html', html),
      { href: `${root}${path}/queryables?f=json`, rel: queryablesRel, type: schema, title: 'Eigenschaften' },
      { href: `${root}${path}/changes`, rel: changesRel, type: geojson, title: 'Änderungen' },
      ...tilesetsLinks(root, collection),
      ...downloadLinks(root, collection),
      { href: `${root}${path}/metadata`, rel: 'describedby', type: xml, title: 'Metadaten (ISO 19139)' },
      ...rightsLinks(collection),
    ],
  }
}

const downloadNames: Readonly<Record<WriteFormat, string>> = {
  geojson: 'Herunterladen als GeoJSON',
  geopackage: 'Herunterladen als GeoPackage',
  flatgeobuf: 'Herunterladen als FlatGeobuf',
  csv: 'Herunterladen als Tabelle (CSV)',
  shapefile: 'Herunterladen als Shapefile',
}

/** The whole collection in one file. */
const downloadLinks = (root: string, collection: Collection): readonly Link[] =>
  Object.entries(writeFormats).map(([format, { type }]) => ({
    href: `${root}${collectionPath(collection)}/download/${format}`,
    ...{ rel: 'enclosure', type, title: downloadNames[format as WriteFormat] },
  }))

function extentOf({ version: { box, times } }: Collection) {
  const spatial = box && {
    bbox: [[box.minX, box.minY, box.maxX, box.maxY]],
    crs: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84',
  }
  const temporal = times && {
    interval: [times.map(writeInstant)],
    trs: 'http://www.opengis.net/def/uom/ISO-8601/0/Gregorian',
  }
  return { ...(spatial ? { spatial } : {}), ...(temporal ? { temporal } : {}) }
}

const schemaOf: Readonly<Record<Field['type'], object>> = {
  string: { type: 'string' },
  number: { type: 'number' },
  integer: { type: 'integer' },
  boolean: { type: 'boolean' },
  date: { type: 'string', format: 'date' },
  'date-time': { type: 'string', format: 'date-time' },
}

/** Properties that a filter may name (OGC API Features Part 3, 6). */
export function queryablesPage({ root }: Surroundings, collection: Collection) {
  const { title, version } = collection
  const [only] = version.geometryTypes
  const geometry = only && version.geometryTypes.length === 1 ? kebab(only) : 'any'
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `${root}${collectionPath(collection)}/queryables`,
    type: 'object',
    title,
    properties: {
      ...Object.fromEntries(
        version.fields.map(({ name, type }) => [name, { title: name, ...schemaOf[type] }]),
      ),
      geometry: { title: 'Geometrie', format: `geometry-${geometry}`, 'x-ogc-role': 'primary-geometry' },
    },
    additionalProperties: false,
  }
}

const kebab = (name: string): string => name.toLowerCase()
