import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyGeometry } from './testing.ts'
import { readWkt, toWkt } from './wkt.ts'

test('any geometry comes back as it was', () => {
  fc.assert(
    fc.property(anyGeometry, (geometry) => {
      expect(readWkt(toWkt(geometry))).toEqual({ geometry, faults: [] })
    }),
  )
})

test.each([
  ['POINT(1 2)', { type: 'Point', coordinates: [1, 2] }],
  [' point z ( 1.5 -2e1 .3 ) ', { type: 'Point', coordinates: [1.5, -20, 0.3] }],
  ['POINTZ(1 2 3)', { type: 'Point', coordinates: [1, 2, 3] }],
  ['POINT EMPTY', { type: 'Point', coordinates: [] }],
  [
    'MULTIPOINT(1 2,3 4)',
    {
      type: 'MultiPoint',
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    },
  ],
  [
    'MULTIPOINT((1 2),(3 4))',
    {
      type: 'MultiPoint',
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    },
  ],
  [
    'LINESTRING(1 2 3,4 5 6)',
    {
      type: 'LineString',
      coordinates: [
        [1, 2, 3],
        [4, 5, 6],
      ],
    },
  ],
  ['SRID=25833;POINT(1 2)', { type: 'Point', coordinates: [1, 2] }],
  [
    'GEOMETRYCOLLECTION(POINT(1 2))',
    { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [1, 2] }] },
  ],
])('%s', (text, geometry) => {
  expect(readWkt(text)).toMatchObject({ geometry, faults: [] })
})

test.each([
  ['POINT M (1 2 3)', 'measures-dropped'],
  ['POINT ZM (1 2 3 4)', 'measures-dropped'],
  ['CIRCULARSTRING(0 0,1 1,2 0)', 'geometry-curve'],
  ['POINT(1)', 'geometry-unreadable'],
  ['POINT(1 2', 'geometry-unreadable'],
  ['POINT(1 2) x', 'geometry-unreadable'],
  ['POINT(1 2,3 4)', 'geometry-unreadable'],
  ['CIRCLE(1 2)', 'geometry-unreadable'],
  ['toString(1 2)', 'geometry-unreadable'],
  ['GEOMETRYCOLLECTION('.repeat(50), 'geometry-unreadable'],
  ['', 'geometry-unreadable'],
])('%s is told', (text, code) => {
  expect(readWkt(text).faults).toEqual([{ code }])
})
