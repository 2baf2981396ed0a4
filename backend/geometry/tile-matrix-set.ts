import { type Box, boxOf } from './geometry.ts'
import { crs84, type ReferenceSystem, systemOfCode } from './reference-system.ts'
import { transformer } from './transform.ts'

/** A square that is quartered again and again, in a system of its own (OGC Two Dimensional Tile Matrix Set 2.0, 17-083r4). */
export interface TileMatrixSet {
  /** As it stands in addresses and in the OGC's register. */
  readonly id: string
  readonly title: string
  readonly uri: string
  /** The register's name of a series of scales, where the set follows one. */
  readonly scales?: string
  readonly system: ReferenceSystem
  readonly axes: readonly [string, string]
  /** Top left corner of all matrices, and side of the tile that matrix 0 has or would have, in metres. */
  readonly left: number
  readonly top: number
  readonly side: number
  /** Tiles from left to right, per tile from top to bottom: half a square where there is no matrix 0. */
  readonly width: 1 | 0.5
  readonly matrices: readonly [first: number, last: number]
}

/** One tile of a set. */
export interface Tile {
  readonly set: TileMatrixSet
  readonly matrix: number
  readonly row: number
  readonly column: number
}

const half = Math.PI * 6378137
const register = 'http://www.opengis.net/def/tilematrixset/OGC/1.0'

const mercator: TileMatrixSet = {
  id: 'WebMercatorQuad',
  title: 'Google Maps Compatible for the World',
  uri: `${register}/WebMercatorQuad`,
  scales: 'http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible',
  system: system('3857'),
  axes: ['X', 'Y'],
  left: -half,
  top: half,
  side: 2 * half,
  width: 1,
  matrices: [0, 24],
}

/** Half a meridian of UTM, the axis of the tiles below the pole. */
const meridian = 20_003_931.4586255

const utm = (zone: number): TileMatrixSet => ({
  id: `UTM${zone}WGS84Quad`,
  title: `Universal Transverse Mercator Zone ${zone} WGS84 Quad`,
  uri: `${register}/UTM${zone}WGS84Quad`,
  system: system(`326${zone}`),
  axes: ['E', 'N'],
  left: -9_501_965.72931276,
  top: meridian,
  side: 2 * meridian,
  width: 0.5,
  matrices: [1, 24],
})

function system(code: string): ReferenceSystem {
  const found = systemOfCode(code)
  if (!found) throw new Error(`There is no system ${code}`)
  return found
}

/** Registered sets that tiles are given out in: the web's, and the zones of Germany for maps in the systems of its surveying. */
export const tileMatrixSets: readonly TileMatrixSet[] = [mercator, utm(32), utm(33)]

/** How many tiles a matrix has from left to right and from top to bottom. */
export const columnsOf = ({ width }: TileMatrixSet, matrix: number): number => 2 ** matrix * width
export const rowsOf = (_: TileMatrixSet, matrix: number): number => 2 ** matrix

/** Metres that a pixel of a tile of 256 pixels takes. */
export const cellSizeOf = ({ side }: TileMatrixSet, matrix: number): number => side / 2 ** matrix / 256

/** What a tile covers in the system of its set; `buffer` is a share of its side. */
export function boxOfTile({ set, matrix, row, column }: Tile, buffer = 0): Box {
  const side = set.side / 2 ** matrix
  return {
    minX: set.left + (column - buffer) * side,
    maxX: set.left + (column + 1 + buffer) * side,
    minY: set.top - (row + 1 + buffer) * side,
    maxY: set.top - (row - buffer) * side,
  }
}

/** Steps along each edge of a box, which is curved elsewhere. */
const steps = Array.from({ length: 17 }, (_, step) => step / 16)

/** The box around a box in another system; good for boxes that both systems are meant for. */
export function boxElsewhere(box: Box, from: ReferenceSystem, to: ReferenceSystem): Box {
  const transform = transformer(from, to)
  const edges = steps.flatMap((step) => {
    const x = box.minX + (box.maxX - box.minX) * step
    const y = box.minY + (box.maxY - box.minY) * step
    return [
      [x, box.minY],
      [x, box.maxY],
      [box.minX, y],
      [box.maxX, y],
    ]
  })
  return boxOf({ type: 'MultiPoint', coordinates: edges.map(transform) })
}

/** Rows and columns of a matrix, both ends included. */
export interface TileRange {
  readonly minRow: number
  readonly maxRow: number
  readonly minColumn: number
  readonly maxColumn: number
}

/** The tiles that a box of longitudes and latitudes touches; undefined where the set does not reach. */
export function tilesTouching(set: TileMatrixSet, matrix: number, lonLat: Box): TileRange | undefined {
  const { area } = set.system
  const box = {
    minX: Math.max(lonLat.minX, area.minX),
    minY: Math.max(lonLat.minY, area.minY),
    maxX: Math.min(lonLat.maxX, area.maxX),
    maxY: Math.min(lonLat.maxY, area.maxY),
  }
  if (box.minX > box.maxX || box.minY > box.maxY) return undefined
  const there = boxElsewhere(box, crs84, set.system)
  const side = set.side / 2 ** matrix
  const within = (tile: number, count: number) => Math.min(Math.max(Math.floor(tile), 0), count - 1)
  return {
    minColumn: within((there.minX - set.left) / side, columnsOf(set, matrix)),
    maxColumn: within((there.maxX - set.left) / side, columnsOf(set, matrix)),
    minRow: within((set.top - there.maxY) / side, rowsOf(set, matrix)),
    maxRow: within((set.top - there.minY) / side, rowsOf(set, matrix)),
  }
}
