import { expect, test } from 'vitest'
import { crs84 } from './reference-system.ts'
import {
  boxElsewhere,
  boxOfTile,
  cellSizeOf,
  columnsOf,
  rowsOf,
  tileMatrixSets,
  tilesTouching,
} from './tile-matrix-set.ts'

const [mercator, utm32, utm33] = tileMatrixSets as [never, never, never]

test.each([
  [mercator, 0, 156543.033928041, 1, 1],
  [mercator, 10, 152.874056570353, 1024, 1024],
  [utm33, 1, 78140.3572602559, 1, 2],
  [utm33, 16, 2.38465445740527, 32768, 65536],
])('matrices are as large as the register says', (set, matrix, cell, columns, rows) => {
  expect(cellSizeOf(set, matrix) / cell).toBeCloseTo(1, 7)
  expect([columnsOf(set, matrix), rowsOf(set, matrix)]).toEqual([columns, rows])
})

test.each([
  // Schwerin; the web's numbers by the usual formula, those of UTM by its easting 263,411 and northing 5,947,266.
  [mercator, 10, { minRow: 330, maxRow: 330, minColumn: 544, maxColumn: 544 }],
  [utm33, 10, { minRow: 359, maxRow: 359, minColumn: 249, maxColumn: 249 }],
])('a place lies in one tile', (set, matrix, range) => {
  const place = { minX: 11.4148, minY: 53.6288, maxX: 11.4148, maxY: 53.6288 }
  expect(tilesTouching(set, matrix, place)).toEqual(range)
})

test.each([mercator, utm32, utm33])('the tiles around a box cover it', (set) => {
  const box = { minX: 10.6, minY: 53.1, maxX: 12.3, maxY: 54 }
  const range = tilesTouching(set, 12, box)
  if (!range) throw new Error('none')
  const first = boxOfTile({ set, matrix: 12, row: range.minRow, column: range.minColumn })
  const last = boxOfTile({ set, matrix: 12, row: range.maxRow, column: range.maxColumn })
  const around = { minX: first.minX, maxX: last.maxX, minY: last.minY, maxY: first.maxY }
  const back = boxElsewhere(around, (set as { system: never }).system, crs84)
  expect(back.minX).toBeLessThanOrEqual(box.minX)
  expect(back.minY).toBeLessThanOrEqual(box.minY)
  expect(back.maxX).toBeGreaterThanOrEqual(box.maxX)
  expect(back.maxY).toBeGreaterThanOrEqual(box.maxY)
})

test('no tile is touched where a zone is not meant for', () => {
  expect(tilesTouching(utm33, 8, { minX: 100, minY: 10, maxX: 101, maxY: 11 })).toBeUndefined()
})
