import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { crs84, readableSystems, type ReferenceSystem, systemOfCode } from './reference-system.ts'
import { inAxisOrder, transformer, transformGeometry } from './transform.ts'

const system = (code: string): ReferenceSystem => systemOfCode(code) ?? expect.fail(`no ${code}`)

/** 53.6 N 11.4 E by PROJ 9.1 (cs2cs), in the order of the register. */
const schwerin: readonly (readonly [code: string, first: number, second: number])[] = [
  ['25832', 658_809.468, 5_941_696.787],
  ['25833', 261_811.554, 5_945_045.3],
  ['5650', 33_261_811.554, 5_945_045.3],
  ['4647', 32_658_809.468, 5_941_696.787],
  ['4326', 53.6, 11.4],
  ['4258', 53.6, 11.4],
  ['3035', 3_388_938.487, 4_413_689.094],
]

describe('a position in another system', () => {
  test.each(schwerin)('EPSG:%s as PROJ has it', (code, first, second) => {
    const there = inAxisOrder(system(code))(transformer(crs84, system(code))([11.4, 53.6]))
    expect(there[0]).toBeCloseTo(first, 3)
    expect(there[1]).toBeCloseTo(second, 3)
  })

  test.each(readableSystems.map((one) => [one.code, one] as const))('EPSG:%s and back', (_, one) => {
    const { minX, minY, maxX, maxY } = one.area
    const within = fc.tuple(
      fc.double({ min: minX, max: maxX, noNaN: true }),
      fc.double({ min: Math.max(minY, -89), max: Math.min(maxY, 89), noNaN: true }),
    )
    const there = transformer(crs84, one)
    const back = transformer(one, crs84)
    fc.assert(
      fc.property(within, (position) => {
        const [lon = NaN, lat = NaN] = back(there(position))
        expect(Math.abs(lon - position[0])).toBeLessThan(1e-7)
        expect(Math.abs(lat - position[1])).toBeLessThan(1e-7)
      }),
      { numRuns: 50 },
    )
  })

  test('keeps heights, and the order of rings', () => {
    const polygon = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [11, 53, 7],
          [12, 53, 8],
          [12, 54, 9],
          [11, 53, 7],
        ],
      ],
    }
    const moved = transformGeometry(polygon, transformer(crs84, system('25833')))
    expect(moved.type === 'Polygon' && moved.coordinates[0]?.map((position) => position[2])).toEqual([
      7, 8, 9, 7,
    ])
  })
})
