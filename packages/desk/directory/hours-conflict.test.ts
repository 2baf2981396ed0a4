import { expect } from '@open-wc/testing'
import fc from 'fast-check'
import type { OpeningHours } from '@amtsweg/contract'
import { mergeHours } from './hours-conflict.ts'
import { weekdays } from './hours-draft.ts'

const hours = (days: Readonly<Record<number, string>>, more: Partial<OpeningHours> = {}): OpeningHours => ({
  spans: weekdays.flatMap((weekday) =>
    days[weekday] ? [{ weekday, opens: `${days[weekday]}:00`, closes: '18:00' }] : [],
  ),
  exceptions: [],
  ...more,
})
const christmas = { from: '2026-12-24', to: '2026-12-24', spans: [], reason: 'Heiligabend' }
const base = hours({ 1: '08', 5: '08' })

describe('hours that two have changed', () => {
  it('keep both where each changed other days, and say whose days came', () => {
    const merge = mergeHours(base, hours({ 1: '08', 2: '14', 5: '08' }), hours({ 1: '09', 5: '08' }))
    expect(merge.merged).to.deep.equal(hours({ 1: '09', 2: '14', 5: '08' }))
    expect([merge.taken, merge.contested]).to.deep.equal([['Montag'], []])
  })

  it('keep a closure of the one beside a day and a note of the other', () => {
    const mine = hours({ 1: '08', 5: '08' }, { exceptions: [christmas] })
    const { merged, contested } = mergeHours(base, mine, hours({ 1: '10', 5: '08' }, { note: 'Klingeln' }))
    expect(merged).to.deep.equal(hours({ 1: '10', 5: '08' }, { exceptions: [christmas], note: 'Klingeln' }))
    expect(contested).to.deep.equal([])
  })

  it('name the days that both have changed, and take for each what somebody chooses', () => {
    const merge = mergeHours(base, hours({ 1: '09', 2: '14' }), hours({ 1: '10', 3: '11', 5: '08' }))
    expect(merge.contested.map(({ label, mine, theirs }) => [label, mine, theirs])).to.deep.equal([
      ['Montag', '9–18', '10–18'],
    ])
    expect(merge.chosen({ 'day-1': 'theirs' })).to.deep.equal(hours({ 1: '10', 2: '14', 3: '11' }))
    expect(merge.chosen({ 'day-1': 'mine' })).to.deep.equal(hours({ 1: '09', 2: '14', 3: '11' }))
  })

  it('name a day that one has closed and the other has taken away', () => {
    const old = hours({ 1: '08' }, { exceptions: [christmas] })
    const changed = hours({ 1: '08' }, { exceptions: [{ ...christmas, reason: 'Betriebsfeier' }] })
    const [field] = mergeHours(old, hours({ 1: '08' }), changed).contested
    expect([field?.label, field?.mine, field?.theirs]).to.deep.equal([
      '24.12.2026',
      'keine Angabe',
      'geschlossen, Betriebsfeier',
    ])
  })

  it('lose no day, whatever was changed: a day is the base’s, mine or theirs', () => {
    const some = fc
      .dictionary(fc.constantFrom('1', '2', '3', '4', '5', '6', '7'), fc.constantFrom('08', '09', '10'))
      .map((days) => hours(days))
    const dayOf = ({ spans }: OpeningHours, day: number) => JSON.stringify(spans.filter(({ weekday }) => weekday === day))
    fc.assert(
      fc.property(some, some, some, (old, mine, theirs) => {
        const { merged, contested } = mergeHours(old, mine, theirs)
        for (const day of weekdays) {
          const [was, my, their, now] = [old, mine, theirs, merged].map((one) => dayOf(one, day))
          const isContested = my !== was && their !== was && my !== their
          expect(contested.some(({ id }) => id === `day-${day}`)).to.equal(isContested)
          expect(now).to.equal(my === was ? their : my)
        }
      }),
    )
  }) // prettier-ignore
})
