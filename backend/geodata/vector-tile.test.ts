import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { describe, expect, test } from 'vitest'
import { crs84 } from '../geometry/reference-system.ts'
import { boxOfTile, tileMatrixSets, tilesTouching } from '../geometry/tile-matrix-set.ts'
import { transformer } from '../geometry/transform.ts'
import { encodeTile, type TileFeature } from './vector-tile.ts'

const schwerin = [11.4148, 53.6288]
const tree: TileFeature = {
  id: 'baum-1',
  geometry: { type: 'Point', coordinates: schwerin },
  properties: { name: 'Linde', height: 12.5, old: true, felled: null, parts: { a: 1 } },
}

const tileAt = (at: number, matrix: number) => {
  const set = tileMatrixSets[at] ?? tileMatrixSets[0]
  const [minX = 0, minY = 0] = schwerin
  const range = set && tilesTouching(set, matrix, { minX, minY, maxX: minX, maxY: minY })
  if (!set || !range) throw new Error('There is no such tile')
  return { set, matrix, row: range.minRow, column: range.minColumn }
}

const layerOf = (bytes: Uint8Array | undefined) => {
  if (!bytes) throw new Error('The tile is empty')
  const { trees } = new VectorTile(new PbfReader(bytes)).layers
  if (!trees) throw new Error('It has no such layer')
  return trees
}

describe.each(tileMatrixSets.map((set, at) => [set.id, at] as const))('a tile of %s', (_, at) => {
  test('has features where they lie, to a step of its grid', () => {
    const tile = tileAt(at, 14)
    const layer = layerOf(encodeTile('trees', [tree], tile))
    const [[{ x, y } = { x: NaN, y: NaN }] = []] = layer.feature(0).loadGeometry()
    const box = boxOfTile(tile)
    const [east = NaN, north = NaN] = transformer(crs84, tile.set.system)(schwerin)
    expect(layer.extent).toBe(4096)
    expect(Math.abs((x / 4096) * (box.maxX - box.minX) + box.minX - east)).toBeLessThan(0.5)
    expect(Math.abs(box.maxY - (y / 4096) * (box.maxY - box.minY) - north)).toBeLessThan(0.5)
  })

  test('leaves out what lies elsewhere', () => {
    const tile = tileAt(at, 14)
    const aside = { ...tile, column: tile.column + 2 }
    expect(encodeTile('trees', [tree], aside)).toBeUndefined()
  })
})

test('tells what a feature says in values that tiles know, and its id', () => {
  const layer = layerOf(encodeTile('trees', [tree], tileAt(0, 10)))
  expect(layer.feature(0).properties).toEqual({
    name: 'Linde',
    height: 12.5,
    old: true,
    featureId: 'baum-1',
  })
})

test('draws the parts of a collection of geometries', () => {
  const parts: TileFeature = {
    ...tree,
    geometry: {
      type: 'GeometryCollection',
      geometries: [tree.geometry, { type: 'LineString', coordinates: [schwerin, [11.415, 53.629]] }],
    },
  }
  const layer = layerOf(encodeTile('trees', [parts], tileAt(0, 16)))
  expect([0, 1].map((at) => layer.feature(at).type)).toEqual([1, 2])
})

test('cuts what reaches beyond its edge', () => {
  const wide: TileFeature = {
    ...tree,
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [-170, -80],
          [170, -80],
          [170, 89],
          [-170, 89],
          [-170, -80],
        ],
      ],
    },
  }
  const layer = layerOf(encodeTile('trees', [wide], tileAt(0, 12)))
  const numbers = layer
    .feature(0)
    .loadGeometry()
    .flat()
    .flatMap(({ x, y }) => [x, y])
  expect([Math.min(...numbers), Math.max(...numbers)]).toEqual([-64, 4160])
})
