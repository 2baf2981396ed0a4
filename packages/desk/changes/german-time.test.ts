import { expect } from '@open-wc/testing'
import fc from 'fast-check'
import { germanClock, momentOf, toldMoment } from './german-time.ts'

describe('a time in Germany', () => {
  const cases: readonly (readonly [day: string, time: string, moment: string | undefined])[] = [
    ['2026-12-24', '12:00', '2026-12-24T11:00:00.000Z'],
    ['2026-07-01', '00:00', '2026-06-30T22:00:00.000Z'],
    ['2027-01-01', '00:00', '2026-12-31T23:00:00.000Z'],
    ['2027-03-28', '02:30', undefined],
    ['2027-03-28', '03:00', '2027-03-28T01:00:00.000Z'],
    ['2027-10-31', '02:30', '2027-10-31T00:30:00.000Z'],
    ['2026-02-30', '12:00', undefined],
    ['', '12:00', undefined],
    ['2026-12-24', '', undefined],
  ]
  for (const [day, time, moment] of cases)
    it(`${day} ${time} is ${moment}`, () => expect(momentOf(day, time)).to.equal(moment))

  it('is the same again when it is read, at any minute but those of the hour that comes twice', () => {
    const minutes = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(minutes, (date) => {
        date.setUTCSeconds(0, 0)
        const { day, time } = germanClock(date.toISOString())
        const again = momentOf(day, time)!
        expect([0, 3_600_000]).to.include(date.getTime() - Date.parse(again))
      }),
    )
  })

  it('is told in full', () =>
    expect(toldMoment('2026-12-24T11:00:00Z')).to.equal('Donnerstag, 24. Dezember 2026 um 12:00'))
})
