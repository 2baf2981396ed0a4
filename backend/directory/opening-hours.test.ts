import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OpeningException, OpeningHours, OpeningSpan } from '@amtsweg/contract'
import { daysLater, instantOf } from './local-time.ts'
import { openState } from './opening-hours.ts'

const zone = 'Europe/Berlin'
const span = (
  weekday: number,
  opens: string,
  closes: string,
  more: Partial<OpeningSpan> = {},
): OpeningSpan => ({
  weekday,
  opens,
  closes,
  ...more,
})
const closed = (from: string, to = from, reason?: string): OpeningException => ({
  from,
  to,
  spans: [],
  ...(reason ? { reason } : {}),
})

/** Monday to Friday in the morning, Tuesday and Thursday in the afternoon too. */
const week = [
  ...[1, 2, 3, 4, 5].map((day) => span(day, '08:00', '12:00')),
  span(2, '13:00', '18:00'),
  span(4, '13:00', '18:00'),
]
const holidays = [
  { date: '2026-12-25', name: '1. Weihnachtstag' },
  { date: '2026-12-26', name: '2. Weihnachtstag' },
]
/** 23 November 2026 is a Monday; in winter clocks are one hour ahead of UTC. */
const at = (local: string, hours: Partial<OpeningHours>) =>
  openState(
    { spans: week, exceptions: [], ...hours },
    new Date(
      instantOf(
        { date: local.slice(0, 10), minutes: Number(local.slice(11, 13)) * 60 + Number(local.slice(14)) },
        zone,
      ),
    ),
    zone,
    holidays,
  )

test.each([
  ['just before opening', '2026-11-23 07:59', 'closed', '2026-11-23T07:00:00Z'],
  ['at the minute of opening', '2026-11-23 08:00', 'open', '2026-11-23T11:00:00Z'],
  ['in the last minute', '2026-11-23 11:59', 'open', '2026-11-23T11:00:00Z'],
  ['at the minute of closing', '2026-11-23 12:00', 'closed', '2026-11-24T07:00:00Z'],
  ['in the lunch break', '2026-11-24 12:30', 'closed', '2026-11-24T12:00:00Z'],
  ['on Friday afternoon', '2026-11-27 15:00', 'closed', '2026-11-30T07:00:00Z'],
  ['on Sunday', '2026-11-29 10:00', 'closed', '2026-11-30T07:00:00Z'],
])('%s', (_name, local, state, then) => {
  const key = state === 'open' ? 'closesAt' : 'opensAt'
  expect(at(local, {})).toEqual({ state, [key]: then })
})

test('without hours nobody knows', () => {
  const now = new Date('2026-11-23T10:00:00Z')
  expect(openState(undefined, now, zone, [])).toEqual({ state: 'unknown' })
  expect(openState({ spans: [], exceptions: [] }, now, zone, [])).toEqual({ state: 'unknown' })
})

test('a public holiday is closed and says so; the next opening comes after it', () => {
  expect(at('2026-12-25 09:00', {})).toEqual({
    state: 'closed',
    opensAt: '2026-12-28T07:00:00Z',
    reason: '1. Weihnachtstag',
  })
  expect(at('2026-12-24 18:30', {}).opensAt).toBe('2026-12-28T07:00:00Z')
})

test('an exception opens on a public holiday', () => {
  const exceptions = [{ from: '2026-12-25', to: '2026-12-25', spans: [{ opens: '10:00', closes: '11:00' }] }]
  expect(at('2026-12-25 10:30', { exceptions })).toEqual({ state: 'open', closesAt: '2026-12-25T10:00:00Z' })
  expect(at('2026-12-25 09:00', { exceptions })).toEqual({ state: 'closed', opensAt: '2026-12-25T09:00:00Z' })
})

test('a closure of several days gives its reason and leads beyond itself', () => {
  const exceptions = [closed('2026-11-23', '2026-11-27', 'Umzug des Amtes')]
  expect(at('2026-11-24 09:00', { exceptions })).toEqual({
    state: 'closed',
    opensAt: '2026-11-30T07:00:00Z',
    reason: 'Umzug des Amtes',
  })
})

test('of two exceptions the shorter rules', () => {
  const day = { from: '2026-11-24', to: '2026-11-24', spans: [{ opens: '09:00', closes: '10:00' }] }
  for (const exceptions of [
    [closed('2026-11-23', '2026-11-27'), day],
    [day, closed('2026-11-23', '2026-11-27')],
  ])
    expect(at('2026-11-24 09:30', { exceptions })).toEqual({
      state: 'open',
      closesAt: '2026-11-24T09:00:00Z',
    })
})

test('with exceptions alone the other days are unknown', () => {
  const exceptions = [closed('2026-11-24', '2026-11-24', 'Personalversammlung')]
  expect(at('2026-11-23 09:00', { spans: [], exceptions })).toEqual({ state: 'unknown' })
  expect(at('2026-11-24 09:00', { spans: [], exceptions })).toEqual({
    state: 'closed',
    reason: 'Personalversammlung',
  })
})

test('hours by appointment are neither open nor closed, and no opening to wait for', () => {
  const spans = [span(1, '08:00', '12:00', { byAppointment: true }), span(4, '13:00', '18:00')]
  expect(at('2026-11-23 09:00', { spans })).toEqual({ state: 'unknown', opensAt: '2026-11-26T12:00:00Z' })
  expect(at('2026-11-23 07:00', { spans })).toEqual({ state: 'closed', opensAt: '2026-11-26T12:00:00Z' })
  expect(at('2026-11-24 09:00', { spans: spans.slice(0, 1) })).toEqual({ state: 'closed' })
})

test('open hours rule over hours by appointment at the same time', () => {
  const spans = [span(1, '08:00', '12:00', { byAppointment: true }), span(1, '09:00', '11:00')]
  expect(at('2026-11-23 09:30', { spans })).toEqual({ state: 'open', closesAt: '2026-11-23T10:00:00Z' })
})

test('spans that touch are one, within a day and over midnight', () => {
  const spans = [span(1, '08:00', '12:00'), span(1, '12:00', '24:00'), span(2, '00:00', '02:00')]
  expect(at('2026-11-23 09:00', { spans }).closesAt).toBe('2026-11-24T01:00:00Z')
  expect(at('2026-11-24 01:00', { spans }).closesAt).toBe('2026-11-24T01:00:00Z')
})

test('a span that closes before it opens lasts into the next day', () => {
  const spans = [span(1, '22:00', '02:00')]
  expect(at('2026-11-24 01:59', { spans })).toEqual({ state: 'open', closesAt: '2026-11-24T01:00:00Z' })
  expect(at('2026-11-24 02:00', { spans })).toEqual({ state: 'closed', opensAt: '2026-11-30T21:00:00Z' })
})

test('who never closes has no hour of closing', () => {
  const spans = [1, 2, 3, 4, 5, 6, 7].map((day) => span(day, '00:00', '24:00'))
  const hours = { spans, exceptions: [] }
  expect(openState(hours, new Date('2026-11-23T10:00:00Z'), zone, [])).toEqual({ state: 'open' })
})

test('hours are those of the clock on the days when it changes', () => {
  const spans = [span(7, '01:00', '04:00')]
  expect(at('2026-03-29 00:30', { spans })).toEqual({ state: 'closed', opensAt: '2026-03-29T00:00:00Z' })
  expect(at('2026-03-29 01:30', { spans })).toEqual({ state: 'open', closesAt: '2026-03-29T02:00:00Z' })
  expect(at('2026-10-25 01:30', { spans })).toEqual({ state: 'open', closesAt: '2026-10-25T03:00:00Z' })
})

test('an opening further away than 60 days is not promised', () => {
  const exceptions = [closed('2026-11-23', '2027-01-31')]
  expect(at('2026-11-23 09:00', { exceptions })).toEqual({ state: 'closed' })
})

const anyTime = fc.integer({ min: 0, max: 24 * 12 }).map((fives) => {
  const minutes = fives * 5
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
})
const anySpan = fc
  .record({
    weekday: fc.integer({ min: 1, max: 7 }),
    opens: anyTime,
    closes: anyTime,
    byAppointment: fc.boolean(),
  })
  .filter(({ opens }) => opens !== '24:00')
const anyDay = fc.integer({ min: 0, max: 800 }).map((days) => daysLater('2026-01-01', days))
const anyException = fc.record({
  from: anyDay,
  days: fc.integer({ min: 0, max: 30 }),
  spans: fc.array(fc.record({ opens: anyTime.filter((time) => time !== '24:00'), closes: anyTime }), {
    maxLength: 2,
  }),
})
const anyHours = fc.record({
  spans: fc.array(anySpan, { maxLength: 8 }),
  exceptions: fc.array(
    anyException.map(({ from, days, spans }) => ({ from, to: daysLater(from, days), spans })),
    { maxLength: 3 },
  ),
})
const anyInstant = fc.integer({
  min: Date.parse('2026-01-02') / 60_000,
  max: Date.parse('2028-01-01') / 60_000,
})

test('what is promised comes true: open until closing, not before opening, always within 60 days', () => {
  fc.assert(
    fc.property(anyHours, anyInstant, (hours, minutes) => {
      const now = minutes * 60_000
      const stateAt = (instant: number) => openState(hours, new Date(instant), zone, holidays)
      const { state, opensAt, closesAt } = stateAt(now)
      if (opensAt) {
        const opening = Date.parse(opensAt)
        expect(opening).toBeGreaterThan(now)
        expect(opening - now).toBeLessThanOrEqual(62 * 86_400_000)
        expect(stateAt(opening).state).toBe('open')
        expect(stateAt(opening - 60_000).state).not.toBe('open')
        expect(stateAt(now + Math.floor((opening - now) / 120_000) * 60_000).state).not.toBe('open')
      }
      if (closesAt) {
        const closing = Date.parse(closesAt)
        expect(state).toBe('open')
        expect(closing).toBeGreaterThan(now)
        expect(stateAt(closing - 60_000).closesAt).toBe(closesAt)
        expect(stateAt(closing).state).not.toBe('open')
      }
    }),
    { numRuns: 300 },
  )
})
