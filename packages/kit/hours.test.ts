import { expect } from '@open-wc/testing'
import type { OpeningSpan } from '@amtsweg/contract'
import { hoursRows, weekdayName } from './hours.ts'

const span = (weekday: number, opens = '08:00', closes = '12:00'): OpeningSpan => ({ weekday, opens, closes })
const rows = (...spans: OpeningSpan[]) =>
  hoursRows({ spans, exceptions: [] }).map(({ from, to, spans }) => [from, to, spans.length])

describe('the week of an office', () => {
  it('joins days in a row that are alike', () =>
    expect(rows(span(1), span(2), span(3))).to.deep.equal([
      [1, 3, 1],
      [4, 7, 0],
    ]))

  it('keeps days apart that are not neighbours', () =>
    expect(rows(span(1), span(3))).to.deep.equal([
      [1, 1, 1],
      [2, 2, 0],
      [3, 3, 1],
      [4, 7, 0],
    ]))

  it('keeps days apart whose notes differ', () =>
    expect(rows(span(1), { ...span(2), byAppointment: true })).to.deep.equal([
      [1, 1, 1],
      [2, 2, 1],
      [3, 7, 0],
    ]))

  it('puts the morning before the afternoon', () => {
    const [monday] = hoursRows({ spans: [span(1, '14:00', '18:00'), span(1)], exceptions: [] })
    expect(monday!.spans.map(({ opens }) => opens)).to.deep.equal(['08:00', '14:00'])
  })

  it('is one row for an office that never opens', () => expect(rows()).to.deep.equal([[1, 7, 0]]))

  it('names weekdays in the reader’s language', () => {
    expect(weekdayName(1, 'de')).to.equal('Montag')
    expect(weekdayName(7, 'en')).to.equal('Sunday')
  })
})
