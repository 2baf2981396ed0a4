import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysLater, instantOf, isoWeekday, localTimeOf } from './local-time.ts'

const zone = 'Europe/Berlin'
const utc = (text: string) => Date.parse(text)

test.each([
  ['2026-01-15T11:00:00Z', '2026-01-15', 720],
  ['2026-07-15T22:30:00Z', '2026-07-16', 30],
  ['2026-03-29T00:59:00Z', '2026-03-29', 119],
  ['2026-03-29T01:00:00Z', '2026-03-29', 180],
  ['2026-10-25T00:30:00Z', '2026-10-25', 150],
  ['2026-10-25T01:30:00Z', '2026-10-25', 150],
])('at %s clocks show %s and %i minutes', (instant, date, minutes) => {
  expect(localTimeOf(utc(instant), zone)).toEqual({ date, minutes })
})

test.each([
  ['a winter day', '2026-01-15', 480, '2026-01-15T07:00:00Z'],
  ['a summer day', '2026-07-15', 480, '2026-07-15T06:00:00Z'],
  ['midnight as the end of a day', '2026-07-15', 1_440, '2026-07-15T22:00:00Z'],
  ['a time that spring skips', '2026-03-29', 150, '2026-03-29T01:30:00Z'],
  ['a time that comes twice in autumn', '2026-10-25', 150, '2026-10-25T00:30:00Z'],
  ['the end of the day when the clocks change', '2026-10-25', 1_440, '2026-10-25T23:00:00Z'],
])('%s', (_name, date, minutes, instant) => {
  expect(instantOf({ date, minutes }, zone)).toBe(utc(instant))
})

test('an instant comes back from what the clocks show, but for the hour that comes twice', () => {
  const minute = fc.integer({ min: utc('1996-01-01') / 60_000, max: utc('2050-01-01') / 60_000 })
  fc.assert(
    fc.property(minute, (minutes) => {
      const instant = minutes * 60_000
      const back = instantOf(localTimeOf(instant, zone), zone)
      expect([0, 3_600_000]).toContain(instant - back)
      if (instant !== back) expect(new Date(instant).getUTCMonth()).toBe(9)
    }),
  )
})

test('other zones keep their own time', () => {
  expect(localTimeOf(utc('2026-01-15T12:00:00Z'), 'Asia/Kathmandu')).toEqual({
    date: '2026-01-15',
    minutes: 1_065,
  })
})

test('days follow each other over months and years, and weekdays begin on Monday', () => {
  expect(daysLater('2027-12-31', 1)).toBe('2028-01-01')
  expect(daysLater('2028-03-01', -1)).toBe('2028-02-29')
  expect(['2026-11-23', '2026-11-29'].map(isoWeekday)).toEqual([1, 7])
})
