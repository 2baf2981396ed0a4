import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, isDay, weekdayOf } from './calendar.ts'

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-01-15', -1, '2025-12-15'],
  ['2026-05-31', 1, '2026-06-30'],
  ['2026-11-25', 0, '2026-11-25'],
])('%s and %i months are %s', (date, months, then) => expect(addMonths(date, months)).toBe(then))

test.each([
  ['2026-02-28', 1, '2026-03-01'],
  ['2026-01-01', -1, '2025-12-31'],
  ['2026-03-28', 2, '2026-03-30'],
  ['2026-10-24', 2, '2026-10-26'],
])('%s and %i days are %s, summer time or not', (date, days, then) => expect(addDays(date, days)).toBe(then))

test('weekdays are those of ISO 8601', () => {
  const week = ['2026-11-23', '2026-11-28', '2026-11-29']
  expect(week.map(weekdayOf)).toEqual([1, 6, 7])
})

test.each(['2026-02-30', '2026-13-01', '2026-00-10', '2026-02-29', '0000-00-00', 'today', ''])(
  '"%s" is no day',
  (date) => expect(isDay(date)).toBe(false),
)

const days = fc.integer({ min: 0, max: 36_000 }).map((offset) => addDays('2000-01-01', offset))

test('days and months lead forth and back to days that exist', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -1_200, max: 1_200 }), (date, count) => {
      expect(addDays(addDays(date, count), -count)).toBe(date)
      const then = addMonths(date, count)
      expect(isDay(then)).toBe(true)
      expect(Number(then.slice(8))).toBeLessThanOrEqual(Number(date.slice(8)))
      const months = (one: string) => Number(one.slice(0, 4)) * 12 + Number(one.slice(5, 7))
      expect(months(then) - months(date)).toBe(count)
    }),
  )
})
