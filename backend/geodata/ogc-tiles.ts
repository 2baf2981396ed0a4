import { crs84 } from '../geometry/reference-system.ts'
import {
  cellSizeOf,
  columnsOf,
  rowsOf,
  type TileMatrixSet,
  tileMatrixSets,
  type TileRange,
  tilesTouching,
} from '../geometry/tile-matrix-set.ts'
import { type Collection, sourceNote } from './collection.ts'
import { queryablesPage, type Surroundings } from './ogc-documents.ts'
import { collectionPath, json, type Link, rightsLinks, selfLinks } from './ogc-links.ts'
import { mvt } from './ogc-tile-links.ts'
import { idInTiles } from './vector-tile.ts'

export const findTileMatrixSet = (id: string): TileMatrixSet | undefined =>
  tileMatrixSets.find((set) => set.id === id)

const tilingScheme = 'http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme'

const numbersOf = ({ matrices: [first, last] }: TileMatrixSet) =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at)

/** Every set of matrices that tiles come in. */
export const tileMatrixSetsPage = ({ root, format }: Surroundings) => ({
  links: selfLinks(root, '/tileMatrixSets', format, json),
  tileMatrixSets: tileMatrixSets.map(({ id, title, uri, system }) => ({
    ...{ id, title, uri, crs: system.uri },
    links: [{ href: `${root}/tileMatrixSets/${id}?f=json`, rel: 'self', type: json, title }],
  })),
})

/** Metres of a pixel by which scales are counted: 0.28 mm (17-083r4, 6.1). */
const pixel = 0.00028

/** A set of matrices as the standard's JSON has it (17-083r4, 7.1). */
export const tileMatrixSetPage = ({ root, format }: Surroundings, set: TileMatrixSet) => ({
  ...{ id: set.id, title: set.title, uri: set.uri, crs: set.system.uri, orderedAxes: set.axes },
  ...(set.scales ? { wellKnownScaleSet: set.scales } : {}),
  tileMatrices: numbersOf(set).map((matrix) => ({
    id: String(matrix),
    scaleDenominator: cellSizeOf(set, matrix) / pixel,
    cellSize: cellSizeOf(set, matrix),
    cornerOfOrigin: 'topLeft',
    pointOfOrigin: [set.left, set.top],
    ...{ tileWidth: 256, tileHeight: 256 },
    ...{ matrixWidth: columnsOf(set, matrix), matrixHeight: rowsOf(set, matrix) },
  })),
  links: selfLinks(root, `/tileMatrixSets/${set.id}`, format, json),
})

/** The tiles of one matrix in which a collection has anything; undefined where the set does not reach it, or has no such matrix. */
export function rangeOf({ version }: Collection, set: TileMatrixSet, matrix: number): TileRange | undefined {
  const [first, last] = set.matrices
  if (!version.box || !Number.isInteger(matrix) || matrix < first || matrix > last) return undefined
  return tilesTouching(set, matrix, version.box)
}

const reaches = (collection: Collection, set: TileMatrixSet) =>
  rangeOf(collection, set, set.matrices[0]) !== undefined

const tilesPath = (collection: Collection, set?: TileMatrixSet) =>
  `${collectionPath(collection)}/tiles${set ? `/${set.id}` : ''}`

/** Tiles of a collection in each set that reaches it. */
export const tilesetsPage = (around: Surroundings, collection: Collection) => ({
  attribution: sourceNote(collection),
  tilesets: tileMatrixSets
    .filter((set) => reaches(collection, set))
    .map((set) => ({
      ...essentials(collection, set),
      links: tilesetLinks({ ...around, format: 'json' }, collection, set),
    })),
  links: [...selfLinks(around.root, tilesPath(collection), around.format, json), ...rightsLinks(collection)],
})

const essentials = ({ title }: Collection, set: TileMatrixSet) => ({
  title: `${title} (${set.id})`,
  ...{ dataType: 'vector', crs: set.system.uri, tileMatrixSetURI: set.uri },
})

function tilesetLinks(
  { root, format }: Surroundings,
  collection: Collection,
  set: TileMatrixSet,
): readonly Link[] {
  const path = tilesPath(collection, set)
  return [
    ...selfLinks(root, path, format, json),
    { href: `${root}/tileMatrixSets/${set.id}?f=json`, rel: tilingScheme, type: json, title: set.title },
    {
      ...{ href: `${root}${path}/{tileMatrix}/{tileRow}/{tileCol}?f=mvt`, rel: 'item', type: mvt },
      ...{ title: 'Eine Kachel', templated: true },
    },
  ]
}

/** Tiles of a collection in one set; undefined where the set does not reach it. */
export function tilesetPage(around: Surroundings, collection: Collection, set: TileMatrixSet) {
  const { box, geometryTypes } = collection.version
  if (!box || !reaches(collection, set)) return undefined
  const { properties } = queryablesPage(around, collection)
  const { geometry: _, ...own } = properties as Record<string, object>
  return {
    ...essentials(collection, set),
    description: collection.description,
    keywords: collection.keywords.map((keyword) => ({ keyword })),
    version: String(collection.version.number),
    attribution: sourceNote(collection),
    licence: collection.licence.name,
    mediaTypes: [mvt],
    tileMatrixSetLimits: numbersOf(set).flatMap((matrix) => {
      const range = rangeOf(collection, set, matrix)
      return range ? [limitsOf(matrix, range)] : []
    }),
    boundingBox: {
      ...{ lowerLeft: [box.minX, box.minY], upperRight: [box.maxX, box.maxY] },
      ...{ crs: crs84.uri, orderedAxes: ['Lon', 'Lat'] },
    },
    layers: [
      {
        ...{ id: collection.id, title: collection.title, dataType: 'vector', crs: set.system.uri },
        ...dimensionOf(geometryTypes),
        propertiesSchema: {
          type: 'object',
          properties: { ...own, [idInTiles]: { title: 'Id of the feature', type: 'string' } },
        },
      },
    ],
    links: [...tilesetLinks(around, collection, set), ...rightsLinks(collection)],
  }
}

const limitsOf = (matrix: number, { minRow, maxRow, minColumn, maxColumn }: TileRange) => ({
  tileMatrix: String(matrix),
  ...{ minTileRow: minRow, maxTileRow: maxRow, minTileCol: minColumn, maxTileCol: maxColumn },
})

const dimensions: Readonly<Record<string, number>> = {
  ...{ Point: 0, MultiPoint: 0, LineString: 1, MultiLineString: 1, Polygon: 2, MultiPolygon: 2 },
}

/** Points, lines or areas; left out where they are mixed. */
function dimensionOf(types: readonly string[]) {
  const [first, ...others] = new Set(types.map((type) => dimensions[type]))
  return first === undefined || others.length > 0 ? {} : { geometryDimension: first }
}
