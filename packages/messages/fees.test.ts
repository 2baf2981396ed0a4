import { describe, expect, test } from 'vitest'
import type { Fee } from '@amtsweg/contract'
import { feeAtAGlance, feeText } from './fees.ts'
import { messages as de } from './services/de.ts'

const fee = (values: Partial<Fee>): Fee => ({
  kind: 'fixed',
  currency: 'EUR',
  advancePayment: false,
  ...values,
})
/** Intl uses several kinds of space; readers see one. */
const told = (values: Partial<Fee>, lang = 'de') => feeText(fee(values), lang, de.fee)?.replace(/\s/g, ' ')

describe('a fee in words', () => {
  test('is an amount as the reader writes money', () => {
    expect(told({ amountCents: 2280 })).toBe('22,80 €')
    expect(told({ amountCents: 123456 }, 'en')).toBe('€1,234.56')
  })

  test('is a range, or open at one end', () => {
    expect(told({ kind: 'variable', lowerCents: 1000, upperCents: 5000 })).toBe('10,00–50,00 €')
    expect(told({ kind: 'variable', lowerCents: 1000 })).toBe('ab 10,00 €')
    expect(told({ kind: 'variable', upperCents: 5000 })).toBe('bis 50,00 €')
  })

  test('of nothing costs nothing', () => expect(told({ amountCents: 0 })).toBe('kostenlos'))

  test('differs from place to place where nobody says more', () => {
    expect(told({ kind: 'variable' })).toBe('je nach Gemeinde')
    expect(told({ kind: 'text', text: 'nach Aufwand' })).toBe(undefined)
  })
})

describe('fees at a glance', () => {
  test('are the first amount with its own words, and a hint at the others', () => {
    const fees = [fee({ amountCents: 4600, text: 'ab 24 Jahren' }), fee({ amountCents: 600 })]
    const { amount, note } = feeAtAGlance(fees, 'de', de.fee)!
    expect(amount.replace(/\s/g, ' ')).toBe('46,00 €')
    expect(note).toBe('ab 24 Jahren · weitere Beträge unten')
  })

  test('in words only depend on the place', () =>
    expect(feeAtAGlance([fee({ kind: 'text', text: 'nach Satzung' })], 'de', de.fee)!.amount).toBe(
      'je nach Gemeinde',
    ))

  test('are not there where there are none', () => expect(feeAtAGlance([], 'de', de.fee)).toBe(undefined))
})
