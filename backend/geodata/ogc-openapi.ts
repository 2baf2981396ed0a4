import { writeFormats } from '../geofiles/index.ts'
import { servedSystems } from '../geometry/reference-system.ts'
import { mostChanges, usualChanges } from './change-question.ts'
import { maxLimit, usualLimit } from './item-question.ts'
import { geojson, html, json, schema, xml } from './ogc-links.ts'
import { mvt } from './ogc-tile-links.ts'

interface Parameter {
  readonly name: string
  readonly in: 'query' | 'path'
  readonly description: string
  readonly required: boolean
  readonly schema: object
  readonly style?: string
  readonly explode?: boolean
}

const query = (name: string, description: string, schemaOf: object): Parameter => ({
  ...{ name, in: 'query', description, required: false, schema: schemaOf, style: 'form', explode: false },
})
const path = (name: string, description: string, schemaOf: object = { type: 'string' }): Parameter => ({
  ...{ name, in: 'path', description, required: true, schema: schemaOf },
})
const wholeNumber = { type: 'integer', minimum: 0 }
const system = (name: string, description: string) =>
  query(name, description, {
    ...{ type: 'string', format: 'uri', enum: servedSystems.map(({ uri }) => uri) },
    default: servedSystems[0]?.uri,
  })

const parameters: Readonly<Record<string, Parameter>> = {
  collectionId: path('collectionId', 'Id of the collection'),
  featureId: path('featureId', 'Id of the feature'),
  format: {
    ...path('format', 'Format of the file'),
    schema: { type: 'string', enum: Object.keys(writeFormats) },
  },
  tileMatrixSetId: path('tileMatrixSetId', 'Id of the set of matrices, such as WebMercatorQuad'),
  tileMatrix: path('tileMatrix', 'Id of the matrix: how far one has zoomed in'),
  tileRow: path('tileRow', 'Row of the tile, from the top', wholeNumber),
  tileCol: path('tileCol', 'Column of the tile, from the left', wholeNumber),
  f: query('f', 'Format of the answer; left out, by the header Accept', {
    type: 'string',
    enum: ['json', 'html'],
  }),
  tileFormat: query('f', 'Format of the tile', { type: 'string', enum: ['mvt'] }),
  limit: query('limit', 'Features on a page at most', {
    ...{ type: 'integer', minimum: 1, maximum: maxLimit, default: usualLimit },
  }),
  bbox: query('bbox', 'Only features that meet this box, and those without a place', {
    ...{ type: 'array', minItems: 4, maxItems: 6, items: { type: 'number' } },
  }),
  'bbox-crs': system('bbox-crs', 'System of bbox'),
  crs: system('crs', 'System of the answer'),
  datetime: query('datetime', 'Only features of this time: a moment, or two with a slash between', {
    type: 'string',
  }),
  cursor: query('cursor', 'Where the page begins, as a link next or prev says', { type: 'string' }),
  since: query('since', '`next` of the last page; left out: everything there is', { type: 'string' }),
  most: query('limit', 'Features and ids on a page at most', {
    ...{ type: 'integer', minimum: 1, maximum: mostChanges, default: usualChanges },
  }),
  filter: query('filter', 'Only features that fulfil this (CQL2)', { type: 'string' }),
  'filter-lang': query('filter-lang', 'How the filter is written', {
    ...{ type: 'string', enum: ['cql2-text', 'cql2-json'], default: 'cql2-text' },
  }),
  'filter-crs': system('filter-crs', 'System of the coordinates in the filter'),
}

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/problem' } } },
})
const refused = {
  400: problem('A parameter is unknown, or its value cannot be used'),
  404: problem('There is no such resource'),
  503: problem('Too much is asked at the moment; the header Retry-After says when to come again'),
}

const answer = (description: string, type: string, of: string) => ({
  200: {
    description,
    headers: {
      ETag: { description: 'Names this state of the answer', schema: { type: 'string' } },
      ...(type === geojson
        ? { 'Content-Crs': { description: 'System of the coordinates', schema: { type: 'string' } } }
        : {}),
    },
    content: {
      [type]: { schema: { $ref: `#/components/schemas/${of}` } },
      [html]: { schema: { type: 'string' } },
    },
  },
  304: { description: 'What the reader has is still good' },
  ...refused,
})

const { 200: page, ...rest } = answer('Features that were put, and ids of what is gone', geojson, 'changes')
const changesAnswer = {
  200: { ...page, content: { [geojson]: { schema: { $ref: '#/components/schemas/changes' } } } },
  ...rest,
  410: problem('What was read so far is too old to go on from: everything is to be read anew'),
}

const metadata = {
  200: { description: 'A record', content: { [xml]: { schema: { type: 'string' } } } },
  304: { description: 'What the reader has is still good' },
  ...refused,
}

const tile = {
  200: {
    description: 'A Mapbox Vector Tile of one layer',
    headers: { Link: { description: 'Terms of the data', schema: { type: 'string' } } },
    content: { [mvt]: { schema: { type: 'string', format: 'binary' } } },
  },
  204: { description: 'There is nothing to be drawn in this tile' },
  304: { description: 'What the reader has is still good' },
  ...refused,
}

const get = (summary: string, operationId: string, names: readonly string[], responses: object) => ({
  get: {
    ...{ summary, operationId, tags: ['Geodaten'], responses },
    parameters: names.map((name) => ({ $ref: `#/components/parameters/${name}` })),
  },
})

const of = (required: readonly string[], properties: object) => ({ type: 'object', required, properties })
const text = { type: 'string' }
const links = { type: 'array', items: { $ref: '#/components/schemas/link' } }

const schemas = {
  link: of(['href', 'rel'], { href: text, rel: text, type: text, title: text }),
  problem: of(['type', 'code', 'status', 'title'], {
    ...{ type: text, code: text, status: { type: 'integer' }, title: text, detail: text },
    errors: { type: 'array', items: of(['pointer', 'detail'], { pointer: text, detail: text }) },
  }),
  landingPage: of(['links'], { title: text, description: text, links }),
  conformance: of(['conformsTo'], { conformsTo: { type: 'array', items: text } }),
  collections: of(['links', 'collections'], {
    ...{ links, collections: { type: 'array', items: { $ref: '#/components/schemas/collection' } } },
  }),
  collection: of(['id', 'links', 'attribution', 'licence', 'changed'], {
    ...{ id: text, title: text, description: text, attribution: text, itemType: text, storageCrs: text },
    ...{ changed: { type: 'boolean' }, extent: { type: 'object' }, titleProperty: text, links },
    licence: of(['code', 'name', 'uri'], { code: text, name: text, uri: text }),
    crs: { type: 'array', items: text },
    keywords: { type: 'array', items: text },
  }),
  queryables: { type: 'object' },
  tileMatrixSets: of(['tileMatrixSets'], {
    links,
    tileMatrixSets: { type: 'array', items: { type: 'object' } },
  }),
  tileMatrixSet: of(['id', 'crs', 'tileMatrices'], {
    ...{ id: text, title: text, uri: text, crs: text, links },
    tileMatrices: { type: 'array', items: { type: 'object' } },
  }),
  tilesets: of(['tilesets', 'links'], {
    attribution: text,
    tilesets: { type: 'array', items: { type: 'object' } },
    links,
  }),
  tileset: of(['dataType', 'crs', 'links'], {
    ...{ title: text, dataType: text, crs: text, tileMatrixSetURI: text, attribution: text, links },
    ...{ tileMatrixSetLimits: { type: 'array', items: { type: 'object' } } },
  }),
  features: of(['type', 'features'], {
    type: { type: 'string', enum: ['FeatureCollection'] },
    features: { type: 'array', items: { $ref: '#/components/schemas/feature' } },
    ...{ numberMatched: { type: 'integer' }, numberReturned: { type: 'integer' }, attribution: text, links },
  }),
  changes: of(['type', 'kind', 'features', 'gone', 'next', 'complete', 'node'], {
    type: { type: 'string', enum: ['FeatureCollection'] },
    kind: { type: 'string', enum: ['whole', 'changes'] },
    features: { type: 'array', items: { $ref: '#/components/schemas/feature' } },
    gone: { type: 'array', items: text },
    ...{ next: text, complete: { type: 'boolean' }, node: text, attribution: text, links },
    numberReturned: { type: 'integer' },
  }),
  feature: of(['type', 'geometry', 'properties'], {
    type: { type: 'string', enum: ['Feature'] },
    ...{ id: text, geometry: { type: 'object', nullable: true }, properties: { type: 'object' }, links },
  }),
}

const itemParameters = [
  ...['collectionId', 'f', 'limit', 'bbox', 'bbox-crs', 'crs', 'datetime', 'cursor'],
  ...['filter', 'filter-lang', 'filter-crs'],
]

/** The description of the API as the standard's own suite wants it: OpenAPI 3.0 (OGC API Features Part 1, 9.1). */
export const ogcOpenApi = (root: string) => ({
  openapi: '3.0.3',
  info: {
    title: 'Geodaten',
    version: '1.0.0',
    description: 'Geodata of authorities by OGC API Features; free to read from any page.',
    license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
  },
  servers: [{ url: root }],
  tags: [{ name: 'Geodaten' }],
  paths: {
    '/': get('What this API is', 'getLandingPage', ['f'], answer('Links to everything', json, 'landingPage')),
    '/conformance': get(
      ...(['What the API conforms to', 'getConformance', ['f']] as const),
      answer('Conformance classes', json, 'conformance'),
    ),
    '/collections': get(
      ...(['Collections', 'getCollections', ['f']] as const),
      answer('Every collection', json, 'collections'),
    ),
    '/collections/{collectionId}': get(
      ...(['A collection', 'getCollection', ['collectionId', 'f']] as const),
      answer('What it is, whose, and under which terms', json, 'collection'),
    ),
    '/collections/{collectionId}/download/{format}': {
      get: {
        ...{ summary: 'The whole collection in one file', operationId: 'download', tags: ['Geodaten'] },
        parameters: ['collectionId', 'format'].map((name) => ({ $ref: `#/components/parameters/${name}` })),
        responses: {
          200: {
            description: 'The file',
            content: Object.fromEntries(
              Object.values(writeFormats).map(({ type }) => [
                type,
                { schema: { type: 'string', format: 'binary' } },
              ]),
            ),
          },
          304: { description: 'What the reader has is still good' },
          ...refused,
        },
      },
    },
    '/collections/{collectionId}/queryables': get(
      ...(['Properties that a filter may name', 'getQueryables', ['collectionId', 'f']] as const),
      answer('A JSON Schema', schema, 'queryables'),
    ),
    '/collections/{collectionId}/items': get(
      ...(['Features of a collection', 'getFeatures', itemParameters] as const),
      answer('A page of features', geojson, 'features'),
    ),
    '/collections/{collectionId}/changes': get(
      ...([
        'What has changed, for followers',
        'getChanges',
        ['collectionId', 'since', 'most', 'crs'],
      ] as const),
      changesAnswer,
    ),
    '/collections/{collectionId}/items/{featureId}': get(
      ...(['A feature', 'getFeature', ['collectionId', 'featureId', 'f', 'crs']] as const),
      answer('The feature', geojson, 'feature'),
    ),
    '/collections/{collectionId}/metadata': get(
      ...(['Metadata of a collection by ISO 19139', 'getMetadata', ['collectionId']] as const),
      metadata,
    ),
    '/tileMatrixSets': get(
      ...(['Sets of matrices that tiles come in', 'getTileMatrixSetsList', ['f']] as const),
      answer('Every set', json, 'tileMatrixSets'),
    ),
    '/tileMatrixSets/{tileMatrixSetId}': get(
      ...(['A set of matrices', 'getTileMatrixSet', ['tileMatrixSetId', 'f']] as const),
      answer('The set', json, 'tileMatrixSet'),
    ),
    '/collections/{collectionId}/tiles': get(
      ...(['Tiles of a collection', 'collection.vector.getTileSetsList', ['collectionId', 'f']] as const),
      answer('In which sets', json, 'tilesets'),
    ),
    '/collections/{collectionId}/tiles/{tileMatrixSetId}': get(
      'Tiles of a collection in one set',
      'collection.vector.getTileSet',
      ['collectionId', 'tileMatrixSetId', 'f'],
      answer('Where there are tiles, and what is in them', json, 'tileset'),
    ),
    '/collections/{collectionId}/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}': get(
      'A tile',
      'collection.vector.getTile',
      ['collectionId', 'tileMatrixSetId', 'tileMatrix', 'tileRow', 'tileCol', 'tileFormat'],
      tile,
    ),
  },
  components: { parameters, schemas },
})
