import { describe, expect, test } from 'vitest'
import { type Geometry, mapPositions, type Position } from '../geometry/geometry.ts'
import { systemOfCode } from '../geometry/reference-system.ts'
import { inSystem, parseText, toJson } from './index.ts'

/** The geometry of the only predicate, to a hundred-thousandth of a degree (about a metre). */
function moved(filter: string, code: string): Geometry | string {
  const parsed = parseText(filter)
  const system = systemOfCode(code)
  if ('fault' in parsed || !system) return expect.fail('no filter or system')
  const result = inSystem(parsed.tree, system)
  if ('fault' in result) return result.fault.message
  const [, geometry] = (toJson(result.tree) as { args: [unknown, Geometry] }).args
  return 'bbox' in geometry ? geometry : mapPositions(geometry, (position) => position.map(rounded))
}
const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5

const schwerin: Geometry = { type: 'Point', coordinates: [11.4, 53.6] }

describe('coordinates of another system', () => {
  test.each([
    ['CRS84', 'S_INTERSECTS(geom, POINT(11.4 53.6))'],
    ['4326', 'S_INTERSECTS(geom, POINT(53.6 11.4))'],
    ['4258', 'S_INTERSECTS(geom, POINT(53.6 11.4))'],
    ['25833', 'S_INTERSECTS(geom, POINT(261811.554 5945045.3))'],
    ['5650', 'S_INTERSECTS(geom, POINT(33261811.554 5945045.3))'],
    ['3035', 'S_INTERSECTS(geom, POINT(3388938.487 4413689.094))'],
  ])('EPSG:%s, in the order of its axes', (code, filter) => {
    expect(moved(filter, code)).toEqual(schwerin)
  })

  test('a box keeps its bent sides', () => {
    const polygon = moved('S_INTERSECTS(geom, BBOX(200000, 5900000, 400000, 6000000))', '25833') as {
      type: 'Polygon'
      coordinates: Position[][]
    }
    expect(polygon.type).toBe('Polygon')
    expect(polygon.coordinates[0]).toHaveLength(129)
    // The south side is not straight in degrees: its middle lies south of both ends, or north of them.
    const [west, middle, east] = [0, 16, 32].map((index) => polygon.coordinates[0]?.[index]?.[1] ?? NaN)
    expect(Math.abs((middle as number) - ((west as number) + (east as number)) / 2)).toBeGreaterThan(0.005)
  })

  test('a box across the antimeridian is two', () => {
    expect(moved('S_INTERSECTS(geom, BBOX(-10, 170, 10, -170))', '4326')).toMatchObject({
      type: 'MultiPolygon',
    })
    expect(moved('S_INTERSECTS(geom, BBOX(170, -10, -170, 10))', '25833')).toMatch(/west of a box/)
  })

  test('what the system does not know is refused', () => {
    expect(moved('S_INTERSECTS(geom, POINT(1e300 1e300))', '25833')).toMatch(/lies outside/)
    expect(moved('S_INTERSECTS(geom, POINT(95 11))', '4326')).toEqual({
      type: 'Point',
      coordinates: [11, 95],
    })
  })

  test('operands anywhere are moved', () => {
    const parsed = parseText('NOT (a = 1 AND (S_INTERSECTS(geom, POINT(53.6 11.4)) OR b IN (1)))')
    const system = systemOfCode('4326')
    if ('fault' in parsed || !system) return expect.fail()
    const result = inSystem(parsed.tree, system)
    expect('tree' in result && JSON.stringify(toJson(result.tree))).toContain('"coordinates":[11.4,53.6]')
  })
})
