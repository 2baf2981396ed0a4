import { expect, test } from 'vitest'
import { isWithin } from './night-hours.ts'

test.each([
  [{ from: 22, to: 6 }, '2026-11-23T20:59:00Z', false],
  [{ from: 22, to: 6 }, '2026-11-23T21:00:00Z', true],
  [{ from: 22, to: 6 }, '2026-11-24T04:59:00Z', true],
  [{ from: 22, to: 6 }, '2026-11-24T05:00:00Z', false],
  [{ from: 22, to: 6 }, '2026-07-01T20:00:00Z', true],
  [{ from: 1, to: 5 }, '2026-11-24T00:00:00Z', true],
  [{ from: 1, to: 5 }, '2026-11-24T04:00:00Z', false],
  [undefined, '2026-11-24T12:00:00Z', true],
])('of %j it is at %s: %s', (hours, instant, within) => {
  expect(isWithin(hours, new Date(instant))).toBe(within)
})
