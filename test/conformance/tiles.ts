import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { findOperation } from './api-document.ts'
import { type Position, positionsOf } from './boxes.ts'
import { askFeatures, featuresOf } from './features.ts'
import { entries, isText, members } from './json.ts'
import { findLink, linksOf } from './links.ts'
import { about, type Findings, Inapplicable, type Method, methodsOf, unless } from './method.ts'
import { converterOf } from './reference-systems.ts'
import { type Answer, bodyOf, collectionsOf, type Service } from './service.ts'
import {
  claimsTiles,
  limitsOf,
  matricesOf,
  mvt,
  type Place,
  systemOf,
  tileAddress,
  type Tileset,
  tilesetsAddress,
  tilesetsOf,
  tilingScheme,
} from './tilesets.ts'

/** Methods that are asked only where their class is claimed; whoever has tiles has to claim it. */
const tiles = (name: string, methods: Readonly<Record<string, Method['run']>>): readonly Method[] => [
  ...methodsOf(`tiles/${name}`, {
    'conformance-success': async (service) => {
      const linked = (await collectionsOf(service)).some((one) => tilesetsAddress(service, one) !== undefined)
      const claims = await claimsTiles(service, name)
      if (!linked && !claims) throw new Inapplicable('no collection has tiles')
      return unless(claims, `the class ${name} is not claimed`)
    },
  }),
  ...methodsOf(`tiles/${name}`, methods).map((method) => ({
    ...method,
    run: async (service: Service) => {
      if (!(await claimsTiles(service, name))) throw new Inapplicable(`the class ${name} is not claimed`)
      return method.run(service)
    },
  })),
]

/** Looks at each tileset by itself. */
const each =
  (look: (service: Service, tileset: Tileset) => Promise<Findings>) => async (service: Service) => {
    const findings: Findings[] = []
    for (const tileset of await tilesetsOf(service))
      findings.push(about(tileset.at, await look(service, tileset)))
    return findings.flat()
  }

/** How far in is looked for tiles: a few streets. */
const deep = 14

/** The tile of a deep matrix in which the first feature begins, and that feature's place in the tile's system. */
async function tileOfFirst(
  service: Service,
  tileset: Tileset,
): Promise<{ place: Place; at: Position } | undefined> {
  const matrix = [...(await matricesOf(service, tileset)).values()].at(deep)
  const converter = converterOf(await systemOf(service, tileset))
  const [first] = featuresOf(await askFeatures(service, tileset.collection)).flatMap(({ geometry }) =>
    positionsOf(geometry),
  )
  if (!matrix || !converter || !first) return undefined
  const at = converter.fromDefault(first)
  const [column, row] = [(at[0] - matrix.left) / matrix.side, (matrix.top - at[1]) / matrix.side].map(
    Math.floor,
  )
  return { place: { matrix, row: row ?? NaN, column: column ?? NaN }, at }
}

const ask = (service: Service, tileset: Tileset, place: Place): Promise<Answer> =>
  service.get(tileAddress(tileset, place), mvt)

const tilePath = '/collections/*/tiles/WebMercatorQuad/1/2/3'

/** The operation of a tile has a parameter of its path. */
const hasParameter = (name: string) => async (service: Service) => {
  const [collection] = await collectionsOf(service)
  const operation = await findOperation(service, tilePath.replace('*', collection?.id ?? ''))
  const named = entries(operation?.['parameters']).map((one) => {
    const { $ref, name: own } = members(one)
    return isText($ref) ? $ref.split('/').at(-1) : own
  })
  return unless(named.includes(name), `the operation of a tile has no parameter ${name}`)
}

const core = tiles('core', {
  'tc-op': each(async (service, tileset) => {
    const found = await tileOfFirst(service, tileset)
    if (!found) return []
    const { status, url } = await ask(service, tileset, found.place)
    return unless(status === 200, `${url} is ${status}`)
  }),

  'tc-tilematrix-definition': hasParameter('tileMatrix'),
  'tc-tilerow-definition': hasParameter('tileRow'),
  'tc-tilecol-definition': hasParameter('tileCol'),

  'tc-success': each(async (service, tileset) => {
    const found = await tileOfFirst(service, tileset)
    if (!found) return []
    const { type, url, bytes } = await ask(service, tileset, found.place)
    return [
      ...unless(type === mvt, `${url} is of type ${type}`),
      ...unless(bytes.length > 0, `${url} is empty`),
    ]
  }),

  'tc-error': each(async (service, tileset) => {
    const findings: Findings[] = []
    const matrices = await matricesOf(service, tileset)
    const matrix = [...matrices.values()].at(deep)
    if (!matrix) return [`there are only ${matrices.size} matrices`]
    const [first, last] = limitsOf(tileset, matrix)
    const outside: readonly Place[] = [
      { ...last, row: matrix.rows },
      { ...last, column: matrix.columns },
      { ...last, row: last.row + 1 },
      { ...first, column: first.column - 1 },
      { ...first, matrix: { ...matrix, id: '99' } },
    ]
    for (const place of outside) {
      const { status, url } = await ask(service, tileset, place)
      findings.push(unless(status === 404 || status === 400, `${url} is ${status}`))
    }
    for (const place of [first, last]) {
      const { status, url } = await ask(service, tileset, place)
      findings.push(unless(status === 200 || status === 204, `${url} is ${status}`))
    }
    return findings.flat()
  }),
})

const registered = /^https?:\/\/www\.opengis\.net\/def\/tilematrixset\/OGC\/1\.0\/\w+$/

const tileset = tiles('tileset', {
  description: each(async (service, { described, links }) => {
    const template = entries(described['links'])
      .map(members)
      .find(({ rel }) => rel === 'item')
    const link = findLink(links, tilingScheme)
    const set = link ? members(bodyOf(await service.get(link.href))) : {}
    const { tileMatrixSetURI } = described
    const variables = ['{tileMatrix}', '{tileRow}', '{tileCol}']
    return [
      ...unless(described['dataType'] === 'vector', `dataType is ${String(described['dataType'])}`),
      ...unless(isText(described['crs']) && described['crs'] === set['crs'], 'crs is not that of the set'),
      ...unless(
        isText(tileMatrixSetURI) && registered.test(tileMatrixSetURI),
        'no tileMatrixSetURI of the register',
      ),
      ...unless(tileMatrixSetURI === set['uri'], 'the set it links to is another one'),
      ...unless(entries(set['tileMatrices']).length > 0, 'its set has no tileMatrices'),
      ...unless(template?.['templated'] === true, 'no link rel="item" with templated: true'),
      ...unless(
        variables.every((name) => String(template?.['href']).includes(name)),
        `the template does not have ${variables.join(', ')}`,
      ),
      ...unless(isText(template?.['type']), 'the template has no type'),
    ]
  }),
})

const tilesetsList = tiles('tilesets-list', {
  'tileset-links': each(async (_, { collection, listed, at }) => {
    const links = linksOf(listed, at)
    const self = findLink(links, 'self')?.href ?? ''
    return [
      ...unless(listed['dataType'] === 'vector', 'its entry in the list has no dataType'),
      ...unless(isText(listed['crs']), 'its entry in the list has no crs'),
      ...unless(isText(listed['tileMatrixSetURI']), 'its entry in the list has no tileMatrixSetURI'),
      ...unless(
        findLink(links, tilingScheme) !== undefined,
        `its entry in the list has no link rel="${tilingScheme}"`,
      ),
      ...unless(
        new RegExp(`/collections/${collection.id}/tiles/\\w+$`).test(new URL(self).pathname),
        `${self} is not /collections/${collection.id}/tiles/{set}`,
      ),
    ]
  }),
})

const geodataTilesets = tiles('geodata-tilesets', {
  'desc-links': async (service) =>
    (await collectionsOf(service)).flatMap((collection) =>
      unless(tilesetsAddress(service, collection) !== undefined, `${collection.id} has no link to its tiles`),
    ),

  operation: async (service) => {
    const findings: Findings[] = []
    for (const collection of await collectionsOf(service)) {
      const { status, url } = await service.get(`/collections/${collection.id}/tiles`)
      findings.push(unless(status === 200, `${url} is ${status}`))
    }
    return findings.flat()
  },
})

/** Steps that simplifying and rounding may move a line by. */
const tolerance = 4

const mvtContent = tiles('mvt', {
  content: each(async (service, one) => {
    const found = await tileOfFirst(service, one)
    if (!found) return []
    const { place, at } = found
    const layers = Object.values(new VectorTile(new PbfReader((await ask(service, one, place)).bytes)).layers)
    const features = layers.flatMap((layer) =>
      Array.from({ length: layer.length }, (_, index) => ({
        feature: layer.feature(index),
        extent: layer.extent,
      })),
    )
    // The first position of the first feature: where it must be by the tile's own grid.
    const { left, top, side } = place.matrix
    const [x, y] = [(at[0] - left) / side - place.column, (top - at[1]) / side - place.row]
    const isThere = features.some(({ feature, extent }) =>
      feature
        .loadGeometry()
        .flat()
        .some((point) => Math.hypot(point.x - x * extent, point.y - y * extent) <= tolerance),
    )
    return [
      ...unless(features.length > 0, 'the tile of the first feature has no feature'),
      ...unless(
        features.every(({ feature }) => feature.type >= 1 && feature.type <= 3),
        'a feature has no type of geometry',
      ),
      ...unless(isThere, 'the first feature does not lie in its tile where it should'),
    ]
  }),
})

/** OGC API Tiles 1.0 by the names of its abstract tests (20-057, annex A), of the classes that concern vector tiles of collections. */
export const tilesMethods: readonly Method[] = [
  ...core,
  ...tileset,
  ...tilesetsList,
  ...geodataTilesets,
  ...mvtContent,
]
