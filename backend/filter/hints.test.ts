import { describe, expect, test } from 'vitest'
import { boxOf, comparisonsOf, type Expression, type Fields, fieldsOf, parseText } from './index.ts'

const treeOf = (filter: string): Expression => {
  const parsed = parseText(filter)
  return 'tree' in parsed ? parsed.tree : expect.fail(parsed.fault.message)
}
const box = (minX: number, minY: number, maxX: number, maxY: number) => ({ minX, minY, maxX, maxY })

describe('the box that every match meets', () => {
  test.each([
    ['S_INTERSECTS(geom, BBOX(1, 2, 3, 4))', box(1, 2, 3, 4)],
    ['S_WITHIN(LINESTRING(5 5, 1 2), geom)', box(1, 2, 5, 5)],
    ['S_INTERSECTS(geom, BBOX(1, 2, 9, 3, 4, 10))', box(1, 2, 3, 4)],
    ['S_INTERSECTS(geom, BBOX(170, 2, -170, 4))', box(-180, 2, 180, 4)],
    ['a = 1 AND S_EQUALS(geom, POINT(1 2))', box(1, 2, 1, 2)],
    ['S_INTERSECTS(geom, BBOX(0, 0, 9, 9)) AND S_INTERSECTS(geom, BBOX(8, 8, 10, 10))', box(8, 8, 10, 10)],
    ['S_INTERSECTS(geom, POINT(0 0)) OR S_INTERSECTS(geom, POINT(1 2))', box(0, 0, 1, 2)],
    ['S_INTERSECTS(geom, POINT(0 0)) OR a = 1', undefined],
    ['NOT S_INTERSECTS(geom, POINT(0 0))', undefined],
    ['distance(geom, POINT(0 0)) > 500', undefined],
    ['distance(geom, geom) < 500', undefined],
    ['S_DISJOINT(geom, POINT(0 0))', undefined],
    ['S_INTERSECTS(geom, geom)', undefined],
    ['S_INTERSECTS(POINT(0 0), POINT(1 1))', undefined],
    ['S_INTERSECTS(geom, BBOX(1, 9, 3, 4))', undefined],
    ['a = 1', undefined],
  ])('%s', (filter, expected) => {
    expect(boxOf(treeOf(filter))).toEqual(expected)
  })
})

const fields: Fields = new Map([
  ['a', 'number'],
  ['b', 'number'],
  ['c', 'number'],
  ['name', 'text'],
  ['day', 'date'],
] as const)
const comparisons = (filter: string) => comparisonsOf(treeOf(filter), fields)

test('comparisons that every match fulfils are handed to the database, turned so that the property comes first', () => {
  expect(comparisons("a = 1 AND (5 > b AND name <> 'x') AND c BETWEEN 1 AND 2")).toEqual([
    { property: 'a', op: '=', value: 1 },
    { property: 'b', op: '<', value: 5 },
    { property: 'name', op: '<>', value: 'x' },
    { property: 'c', op: '>=', value: 1 },
    { property: 'c', op: '<=', value: 2 },
  ])
  expect(comparisons('a = 1 OR b = 2')).toEqual([])
  expect(comparisons("day = '2026-01-01' AND name = 5 AND x = 1")).toEqual([])
  expect(comparisons("NOT a = 1 AND CASEI(b) = 'x' AND c = d AND 1 = 2")).toEqual([])
})

test('the properties that a filter asks for are named once each', () => {
  expect(fieldsOf(treeOf("A_EQUALS(a, (b, (c))) AND f(d, a) = 1 AND T_AFTER(INTERVAL(e, '..'), g)"))).toEqual(
    [...['a', 'b', 'c', 'd', 'e', 'g']],
  )
})
