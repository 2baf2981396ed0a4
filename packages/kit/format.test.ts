import { expect } from '@open-wc/testing'
import type { Fee } from '@amtsweg/contract'
import { date, dateRange, feeAmount, money } from './format.ts'

const fee = (values: Partial<Fee>): Fee => ({
  kind: 'fixed',
  currency: 'EUR',
  advancePayment: false,
  ...values,
})
/** Intl uses several kinds of space; readers see one. */
const plain = (text: string | undefined) => text?.replace(/\s/g, ' ')

describe('money and dates', () => {
  it('writes cents as the reader writes money', () => {
    expect(plain(money(3700, 'EUR', 'de'))).to.equal('37,00 €')
    expect(plain(money(123456, 'EUR', 'en'))).to.equal('€1,234.56')
  })

  it('shows a fixed fee, a range, an upper limit, and nothing for words', () => {
    expect(plain(feeAmount(fee({ amountCents: 2280 }), 'de'))).to.equal('22,80 €')
    expect(plain(feeAmount(fee({ lowerCents: 1000, upperCents: 5000 }), 'de'))).to.equal('10,00–50,00 €')
    expect(plain(feeAmount(fee({ upperCents: 5000 }), 'de'))).to.equal('50,00 €')
    expect(feeAmount(fee({ kind: 'text', text: 'kostenfrei' }), 'de')).to.be.undefined
  })

  it('a fee of nothing is nought, not nothing', () =>
    expect(plain(feeAmount(fee({ amountCents: 0 }), 'de'))).to.equal('0,00 €'))

  it('writes dates as the reader does, and what is no date as it came', () => {
    expect(date('2026-11-01', 'de')).to.equal('01.11.2026')
    expect(date('im Herbst', 'de')).to.equal('im Herbst')
  })

  it('does not repeat what two dates share', () => {
    expect(plain(dateRange('2026-11-30', '2026-11-30', 'de'))).to.equal('30.11.2026')
    expect(plain(dateRange('2026-12-24', '2026-12-31', 'de'))).to.equal('24.–31.12.2026')
  })
})
