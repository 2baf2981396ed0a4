import { expect, test } from 'vitest'
import { monthsBetween, periodBefore, periodOf } from './counting-period.ts'

test('the period of a day is its month', () => {
  expect(periodOf('2026-12-01')).toBe('2026-12')
})

test.each([
  ['2026-11', '2026-11', 0],
  ['2026-11', '2026-12', 1],
  ['2025-12', '2026-01', 1],
  ['2025-11', '2026-12', 13],
])('from %s to %s it is %i months, and back again', (earlier, later, months) => {
  expect(monthsBetween(earlier, later)).toBe(months)
  expect(periodBefore(later, months)).toBe(earlier)
})
