import { expect } from '@open-wc/testing'
import type { Deadline } from '@amtsweg/contract'
import { messages as de } from '@amtsweg/messages/services/de.ts'
import { messages as en } from '@amtsweg/messages/services/en.ts'
import { deadlineText, duration } from './durations.ts'

const deadline = (values: Partial<Deadline>) =>
  deadlineText({ kind: 'duration', ...values }, 'de', de)?.replace(/\s/g, ' ')

describe('a length of time', () => {
  it('is counted in the reader’s language', () => {
    expect(duration({ value: 1, unit: 'TAG' }, 'de', de)).to.equal('1 Tag')
    expect(duration({ value: 2, unit: 'MONAT' }, 'en', en)).to.equal('2 months')
  })

  it('goes from the shortest to the longest', () => {
    expect(duration({ value: 3, upper: 4, unit: 'WOCHE' }, 'de', de)).to.equal('3 bis 4 Wochen')
    expect(duration({ value: 3, upper: 3, unit: 'WOCHE' }, 'de', de)).to.equal('3 Wochen')
  })

  it('knows working days, which Intl does not', () => {
    expect(duration({ value: 1, unit: 'WERKTAG' }, 'de', de)).to.equal('1 Werktag')
    expect(duration({ value: 2, upper: 5, unit: 'ARBEITSTAG' }, 'en', en)).to.equal('2 to 5 working days')
  })
})

describe('a deadline', () => {
  it('is a length of time, two dates or one', () => {
    expect(deadline({ value: 2, unit: 'WOCHE' })).to.equal('2 Wochen')
    expect(deadline({ kind: 'dates', from: '2026-02-01', to: '2026-03-31' })).to.equal(
      '01.02.2026 bis 31.03.2026',
    )
    expect(deadline({ kind: 'dates', to: '2026-03-31' })).to.equal('31.03.2026')
  })

  it('in words only has no other form', () =>
    void expect(deadline({ kind: 'text', text: 'sofort' })).to.equal(undefined))
})
