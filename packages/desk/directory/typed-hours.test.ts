import { expect } from '@open-wc/testing'
import fc from 'fast-check'
import { type DaySpan, hoursText, typedHours } from './typed-hours.ts'

// prettier-ignore
const understood: readonly (readonly [string, string])[] = [
  ['8-12', '08:00-12:00'],
  ['8-12, 13:30-16', '08:00-12:00 13:30-16:00'],
  ['8.30 - 12.00 Uhr', '08:30-12:00'],
  ['8 bis 12 und 14 bis 18 Uhr', '08:00-12:00 14:00-18:00'],
  ['von 9 Uhr bis 12 Uhr', '09:00-12:00'],
  ['0830-1200', '08:30-12:00'],
  ['830-12', '08:30-12:00'],
  ['14-18; 9-12', '09:00-12:00 14:00-18:00'],
  ['0-24', '00:00-24:00'],
  ['8–12 n. V.', '08:00-12:00 A'],
  ['8-12 nach Vereinbarung, 14-16', '08:00-12:00 A 14:00-16:00'],
  ['9-12 nur mit Termin', '09:00-12:00 A'],
  ['9-12 (nur Kasse, Zimmer 3)', '09:00-12:00 (nur Kasse, Zimmer 3)'],
  ['', ''],
  [' geschlossen ', ''],
  ['zu', ''],
  ['–', ''],
]
const refused: readonly (readonly [string, string])[] = [
  ['acht bis zwölf', 'unreadable'],
  ['8', 'unreadable'],
  ['8,30-12', 'unreadable'],
  ['8-12 Kasse', 'unreadable'],
  ['8-25', 'no-such-time'],
  ['8:70-12', 'no-such-time'],
  ['24-24', 'no-such-time'],
  ['12-8', 'ends-before'],
  ['8-8', 'ends-before'],
  ['8-12, 11-14', 'overlap'],
  ['nach Vereinbarung', 'no-times'],
]

const shown = (spans: readonly DaySpan[]) =>
  spans
    .map(({ opens, closes, byAppointment, note }) =>
      [`${opens}-${closes}`, byAppointment && 'A', note && `(${note})`].filter(Boolean).join(' '),
    )
    .join(' ')

const day = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 2, maxLength: 8 })
  .map((quarters) => quarters.sort((one, other) => one - other))
  .chain((quarters) =>
    fc.tuple(
      ...Array.from({ length: Math.floor(quarters.length / 2) }, (_, at) =>
        fc.record(
          {
            opens: fc.constant(clock(quarters[at * 2]!)),
            closes: fc.constant(clock(quarters[at * 2 + 1]!)),
            note: fc.constantFrom('nur Kasse', 'Zimmer 3, und 4'),
            byAppointment: fc.constant(true),
          },
          { requiredKeys: ['opens', 'closes'], noNullPrototype: true },
        ),
      ),
    ),
  )
const clock = (quarter: number) =>
  `${`${Math.floor(quarter / 4)}`.padStart(2, '0')}:${`${(quarter % 4) * 15}`.padStart(2, '0')}`

describe('typed hours', () => {
  for (const [text, wanted] of understood)
    it(`"${text}" is understood`, () => {
      const typed = typedHours(text)
      expect('spans' in typed && shown(typed.spans)).to.equal(wanted)
    })
  for (const [text, problem] of refused)
    it(`"${text}" is refused: ${problem}`, () =>
      expect(typedHours(text)).to.have.property('problem', problem))

  it('that were written by us are understood as the same hours', () =>
    fc.assert(
      fc.property(day, (spans) => {
        expect(typedHours(hoursText(spans))).to.deep.equal({ spans })
      }),
    ))

  it('never fail, whatever is typed', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789:.-–, (;)uhnvV.bis ') }), (text) => {
        const typed = typedHours(text)
        return (
          !('spans' in typed) || typed.spans.every(({ opens, closes }) => opens < closes && closes <= '24:00')
        )
      }),
    ))
})
