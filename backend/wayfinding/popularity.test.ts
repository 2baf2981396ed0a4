import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PeriodClicks, popularityScores } from './popularity.ts'

const clicks = (serviceId: string, count: number, period = '2026-11'): PeriodClicks => ({
  serviceId,
  period,
  clicks: count,
})
const scores = (...rows: readonly PeriodClicks[]) => popularityScores(rows, '2026-11')

describe('how much a service is asked for', () => {
  test('is 1 for the most, and rises with the logarithm', () => {
    const found = scores(clicks('a', 999), clicks('b', 99), clicks('c', 9))
    expect(found.get('a')).toBe(1)
    expect(found.get('b')).toBeCloseTo(2 / 3)
    expect(found.get('c')).toBeCloseTo(1 / 3)
  })

  test('is nothing where too few opened it in any one month', () => {
    const found = scores(clicks('a', 100), clicks('b', 4), clicks('b', 4, '2026-10'))
    expect([...found.keys()]).toEqual(['a'])
  })

  test('counts half after three months', () => {
    const found = scores(clicks('new', 50), clicks('old', 100, '2026-08'))
    expect(found.get('old')).toBeCloseTo(found.get('new') ?? 0)
  })

  test('adds the months of a service', () => {
    const found = scores(clicks('a', 10), clicks('a', 10, '2026-10'), clicks('b', 15))
    expect(found.get('a')).toBeGreaterThan(found.get('b') ?? 1)
  })

  test('is nothing at all where nothing was counted', () => {
    expect(scores()).toEqual(new Map())
  })
})

test('whatever was counted, scores lie above 0 and up to 1, the most has 1, and more clicks never score less', () => {
  const row = fc.record({
    serviceId: fc.constantFrom('a', 'b', 'c', 'd'),
    period: fc.constantFrom('2025-12', '2026-08', '2026-11', '2026-12'),
    clicks: fc.integer({ min: 0, max: 1_000_000 }),
  })
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const found = popularityScores(rows, '2026-11')
      for (const score of found.values()) expect(score > 0 && score <= 1).toBe(true)
      if (found.size > 0) expect(Math.max(...found.values())).toBe(1)
      const more = popularityScores([...rows, clicks('a', 1_000)], '2026-11')
      expect((more.get('a') ?? 0) + 1e-9).toBeGreaterThanOrEqual(found.get('a') ?? 0)
    }),
  )
})
