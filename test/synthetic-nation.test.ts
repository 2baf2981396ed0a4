import { describe, expect, test } from 'vitest'
import { keysOf, nationResponsibilities, nationUnits, servicesIn, sizeOf } from './synthetic-nation.ts'

describe('an invented nation', () => {
  test('is as large as Germany, give or take one in a thousand responsibilities', () => {
    const size = sizeOf(1)
    expect(size).toMatchObject({ gemeinden: 10_981, kreise: 400, offices: 60_000 })
    expect(servicesIn(size)).toBe(6_000)
    let responsibilities = 0
    for (const _ of nationResponsibilities(size)) responsibilities += 1
    expect(responsibilities).toBeGreaterThan(1_998_000)
    expect(responsibilities).toBeLessThan(2_002_000)
  })

  test.each([0.01, 0.1, 1])('has each key once and each within the next higher one, at share %s', (share) => {
    const { land, kreis, verband, gemeinde } = keysOf(sizeOf(share))
    const all = [...land, ...kreis, ...verband, ...gemeinde]
    expect(new Set(all).size).toBe(all.length)
    const known = new Set(all)
    for (const key of kreis) expect(known).toContain(key.slice(0, 2))
    for (const key of verband) expect(known).toContain(key.slice(0, 5))
    for (const key of gemeinde) expect(known).toContain(key.slice(0, 9))
    expect(new Set(all.map((key) => key.length))).toEqual(new Set([2, 5, 9, 12]))
  })

  test('names only offices that are there', () => {
    const size = sizeOf(0.01)
    const units = new Set([...nationUnits(size)].map(({ id }) => id))
    expect(units.size).toBe(size.offices)
    const missing = [...nationResponsibilities(size)].filter(({ unitId }) => !units.has(unitId))
    expect(missing).toEqual([])
  })
})
