import { expect } from '@open-wc/testing'
import fc from 'fast-check'
import type { LocalPartsBody } from '@amtsweg/contract'
import { centsOf, partsDraftOf, readParts } from './local-parts.ts'

const kept: LocalPartsBody = {
  fees: [
    {
      kind: 'fixed',
      amountCents: 1250,
      currency: 'EUR',
      advancePayment: true,
      lang: 'de',
      legalBasis: '§ 1',
    },
    { kind: 'text', text: 'nach Aufwand', currency: 'EUR', advancePayment: false, lang: 'de' },
    {
      kind: 'variable',
      lowerCents: 100,
      upperCents: 200,
      currency: 'EUR',
      advancePayment: false,
      lang: 'de',
    },
  ],
  forms: [{ title: 'Antrag', url: 'https://musterstadt.example/antrag.pdf', lang: 'de' }],
  onlineServices: [],
}
const empty = { fees: [], forms: [], onlineServices: [] }

describe('an amount', () => {
  for (const [typed, cents] of [
    ['12,50', 1250],
    ['12,5', 1250],
    ['12', 1200],
    ['12,-', 1200],
    ['1.200', 120000],
    ['1.200,05 €', 120005],
    ['0', 0],
    ['10 Euro', 1000],
  ] as const)
    it(`${typed} is ${cents} cents`, () => expect(centsOf(typed)).to.equal(cents))
  for (const typed of ['', '-5', '12.50', '1,234', 'zehn', '12,50,1'])
    it(`${typed} is none`, () => expect(centsOf(typed)).to.equal(undefined))
  it('that was written by us is read as the same', () =>
    fc.assert(
      fc.property(fc.nat(99_999_999), (amountCents) => {
        const fee = {
          kind: 'fixed' as const,
          amountCents,
          currency: 'EUR',
          advancePayment: false,
          lang: 'de',
        }
        expect(readParts(partsDraftOf({ ...empty, fees: [fee] })).parts.fees).to.deep.equal([fee])
      }),
    ))
})

describe('local parts that are being typed', () => {
  it('say what they were made of, and keep what the desk does not show', () =>
    expect(readParts(partsDraftOf(kept))).to.deep.equal({ parts: kept, wrong: [] }))

  it('are nothing where nothing was typed', () =>
    expect(
      readParts({
        fees: [{ amount: '', text: ' ', kept: undefined }],
        forms: [{ title: '', url: '', kept: undefined }],
        onlineServices: [],
      }),
    ).to.deep.equal({ parts: empty, wrong: [] }))

  it('name the fields that are wrong', () =>
    expect(
      readParts({
        fees: [{ amount: 'zehn', text: '', kept: undefined }],
        forms: [{ title: 'Antrag', url: 'antrag.pdf', kept: undefined }],
        onlineServices: [{ title: '', url: 'https://a.example', kept: undefined }],
      }).wrong,
    ).to.deep.equal(['fee-0-amount', 'form-0-url', 'online-0-title']))
})
