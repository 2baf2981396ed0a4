import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DeadlineRun, TimeUnit } from '@amtsweg/contract'
import { holidayOn } from '../places/index.ts'
import { addDays, weekdayOf } from './calendar.ts'
import { deadlineEnd } from './deadline-date.ts'

const inMv = (day: string) => holidayOn('13', day)?.name
const inBerlin = (day: string) => holidayOn('11', day)?.name
const nowhere = () => undefined
const end = (value: number, unit: TimeUnit, from: string, runs: DeadlineRun = 'after', holiday = inMv) =>
  deadlineEnd({ value, unit, runs }, from, holiday)

describe('a Frist after an event', () => {
  test.each([
    // The day of the event does not count (§ 187 I), weeks end on its weekday (§ 188 II).
    [1, 'TAG', '2026-11-24', '2026-11-25'],
    [2, 'WOCHE', '2026-11-25', '2026-12-09'],
    [1, 'WOCHE', '2026-11-30', '2026-12-07'],
    // Months end on the day of the same number, or on the last one there is (§ 188 II, III).
    [1, 'MONAT', '2026-11-25', '2026-12-28'],
    [1, 'MONAT', '2028-01-31', '2028-02-29'],
    [6, 'MONAT', '2026-08-31', '2027-03-01'],
    [1, 'JAHR', '2028-02-29', '2029-02-28'],
    // An end on a Saturday, Sunday or holiday moves to the next working day (§ 193).
    [1, 'MONAT', '2026-01-31', '2026-03-02'],
    [14, 'TAG', '2026-11-14', '2026-11-30'],
    [1, 'WOCHE', '2026-04-25', '2026-05-04'],
    [1, 'TAG', '2026-12-24', '2026-12-28'],
    [2, 'WOCHE', '2026-03-20', '2026-04-07'],
    // Werktage are Monday to Saturday, Arbeitstage Monday to Friday.
    [3, 'WERKTAG', '2026-11-25', '2026-11-30'],
    [3, 'WERKTAG', '2026-11-23', '2026-11-26'],
    [5, 'ARBEITSTAG', '2026-11-25', '2026-12-02'],
    [1, 'WERKTAG', '2026-12-24', '2026-12-28'],
    [2, 'ARBEITSTAG', '2026-12-23', '2026-12-28'],
  ] as const)('of %i %s from %s is in time until %s', (value, unit, from, ends) => {
    expect(end(value, unit, from)?.ends).toBe(ends)
  })

  test('tells what it passed over and by which rules', () => {
    expect(end(2, 'WOCHE', '2026-03-20')).toEqual({
      from: '2026-03-20',
      countedTo: '2026-04-03',
      ends: '2026-04-07',
      moved: [
        { date: '2026-04-03', reason: 'holiday', name: 'Karfreitag' },
        { date: '2026-04-04', reason: 'saturday' },
        { date: '2026-04-05', reason: 'sunday' },
        { date: '2026-04-06', reason: 'holiday', name: 'Ostermontag' },
      ],
      skipped: [],
      rules: ['same-weekday', 'moved-on'],
    })
    expect(end(1, 'MONAT', '2028-01-31')?.rules).toEqual(['same-day', 'last-of-month'])
    expect(end(3, 'WERKTAG', '2026-04-30')).toMatchObject({
      ends: '2026-05-05',
      skipped: [{ date: '2026-05-01', name: 'Maifeiertag' }],
      rules: ['werktage'],
    })
  })

  test('ends by the holidays of the reader’s Land', () => {
    expect(end(1, 'WOCHE', '2025-10-24', 'after', inMv)?.ends).toBe('2025-11-03')
    expect(end(1, 'WOCHE', '2025-10-24', 'after', inBerlin)?.ends).toBe('2025-10-31')
  })
})

describe('a Frist before an event', () => {
  test.each([
    // Two whole weeks lie between the act and the event; neither of the two days counts.
    [2, 'WOCHE', '2026-11-25', '2026-11-10'],
    [1, 'MONAT', '2026-12-31', '2026-11-27'],
    [3, 'TAG', '2026-11-26', '2026-11-20'],
    [3, 'ARBEITSTAG', '2026-11-26', '2026-11-20'],
    [2, 'WERKTAG', '2026-05-04', '2026-04-29'],
  ] as const)('of %i %s and %s is in time until %s', (value, unit, from, ends) => {
    expect(end(value, unit, from, 'before')?.ends).toBe(ends)
  })

  test('ends on the working day before, and says so', () => {
    expect(end(1, 'WOCHE', '2026-04-14', 'before')).toMatchObject({
      countedTo: '2026-04-07',
      ends: '2026-04-02',
      rules: ['same-weekday', 'moved-back'],
    })
  })
})

test.each([
  [0, 'TAG'],
  [-1, 'MONAT'],
  [1_001, 'WERKTAG'],
  [101, 'JAHR'],
  [48, 'STUNDE'],
] as const)('%i %s is nothing a calendar can count', (value, unit) => {
  expect(end(value, unit, '2026-11-25')).toBeUndefined()
})

const from = fc.integer({ min: 0, max: 36_000 }).map((offset) => addDays('2000-01-01', offset))
const span = fc.record({
  value: fc.integer({ min: 1, max: 60 }),
  unit: fc.constantFrom<TimeUnit>('JAHR', 'MONAT', 'WOCHE', 'TAG', 'WERKTAG', 'ARBEITSTAG'),
  runs: fc.constantFrom<DeadlineRun>('after', 'before'),
})
const isFree = (day: string) => weekdayOf(day) > 5 || inMv(day) !== undefined

describe('whatever the Frist', () => {
  test('it ends on a working day, and every day it moved over was none', () => {
    fc.assert(
      fc.property(span, from, (given, day) => {
        const { ends, moved, skipped } = deadlineEnd(given, day, inMv)!
        expect(isFree(ends)).toBe(false)
        expect([...moved, ...skipped].every(({ date }) => isFree(date))).toBe(true)
        expect(given.runs === 'after' ? ends > day : ends < day).toBe(true)
      }),
    )
  })

  test('a later event never ends it earlier, and a longer one never ends sooner', () => {
    fc.assert(
      fc.property(span, from, fc.integer({ min: 0, max: 40 }), (given, day, more) => {
        const ends = (value: number, on: string) => deadlineEnd({ ...given, value }, on, inMv)!.ends
        expect(ends(given.value, addDays(day, more)) >= ends(given.value, day)).toBe(true)
        const [near, far] = [ends(given.value, day), ends(given.value + more, day)]
        expect(given.runs === 'after' ? far >= near : far <= near).toBe(true)
      }),
    )
  })

  test('where nobody keeps a holiday, days and weeks lead to the nearest working day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), from, (value, day) => {
        const weeks = deadlineEnd({ value, unit: 'WOCHE', runs: 'after' }, day, nowhere)!
        const days = deadlineEnd({ value: value * 7, unit: 'TAG', runs: 'after' }, day, nowhere)!
        expect(weeks.ends).toBe(days.ends)
        expect(weeks.moved.length).toBeLessThanOrEqual(2)
        expect(weeks.ends).toBe(addDays(addDays(day, value * 7), weeks.moved.length))
      }),
    )
  })
})
