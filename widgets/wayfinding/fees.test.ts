import { expect } from '@open-wc/testing'
import type { Fee } from '@amtsweg/contract'
import { messages as de } from '@amtsweg/messages/services/de.ts'
import { feeAtAGlance, feeText } from './fees.ts'

const fee = (values: Partial<Fee>): Fee => ({
  kind: 'fixed',
  currency: 'EUR',
  advancePayment: false,
  ...values,
})
/** Intl uses several kinds of space; readers see one. */
const told = (values: Partial<Fee>, lang = 'de') => feeText(fee(values), lang, de.fee)?.replace(/\s/g, ' ')

describe('a fee in words', () => {
  it('is an amount as the reader writes money', () => {
    expect(told({ amountCents: 2280 })).to.equal('22,80 €')
    expect(told({ amountCents: 123456 }, 'en')).to.equal('€1,234.56')
  })

  it('is a range, or open at one end', () => {
    expect(told({ kind: 'variable', lowerCents: 1000, upperCents: 5000 })).to.equal('10,00–50,00 €')
    expect(told({ kind: 'variable', lowerCents: 1000 })).to.equal('ab 10,00 €')
    expect(told({ kind: 'variable', upperCents: 5000 })).to.equal('bis 50,00 €')
  })

  it('of nothing costs nothing', () => expect(told({ amountCents: 0 })).to.equal('kostenlos'))

  it('differs from place to place where nobody says more', () => {
    expect(told({ kind: 'variable' })).to.equal('je nach Gemeinde')
    expect(told({ kind: 'text', text: 'nach Aufwand' })).to.equal(undefined)
  })
})

describe('fees at a glance', () => {
  it('are the first amount with its own words, and a hint at the others', () => {
    const fees = [fee({ amountCents: 4600, text: 'ab 24 Jahren' }), fee({ amountCents: 600 })]
    const { amount, note } = feeAtAGlance(fees, 'de', de.fee)!
    expect(amount.replace(/\s/g, ' ')).to.equal('46,00 €')
    expect(note).to.equal('ab 24 Jahren · weitere Beträge unten')
  })

  it('in words only depend on the place', () =>
    void expect(feeAtAGlance([fee({ kind: 'text', text: 'nach Satzung' })], 'de', de.fee)!.amount).to.equal(
      'je nach Gemeinde',
    ))

  it('are not there where there are none', () =>
    void expect(feeAtAGlance([], 'de', de.fee)).to.equal(undefined))
})
