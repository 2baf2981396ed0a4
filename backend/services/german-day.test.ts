import { expect, test } from 'vitest'
import { germanDay } from './german-day.ts'

test.each([
  ['2026-11-23T22:59:59Z', '2026-11-23'],
  ['2026-11-23T23:00:00Z', '2026-11-24'],
  ['2026-06-30T21:59:59Z', '2026-06-30'],
  ['2026-06-30T22:00:00Z', '2026-07-01'],
])('at %s it is %s in Germany', (moment, day) => {
  expect(germanDay(new Date(moment))).toBe(day)
})
