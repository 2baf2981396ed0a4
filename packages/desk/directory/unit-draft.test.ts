import { expect } from '@open-wc/testing'
import fc from 'fast-check'
import { idOf, newUnit, sentUnit, unitErrors } from './unit-draft.ts'

const words = { nameMissing: 'name', regionKeyWrong: 'key' }

describe('an office that is being typed', () => {
  it('is sent without what was left empty', () =>
    expect(
      sentUnit({
        ...newUnit('130765654'),
        names: { de: ' Meldeamt ', en: ' ' },
        descriptions: { de: ' ' },
        accessibility: { stepFree: 'unknown' },
        parentId: '',
      }),
    ).to.deep.equal({
      ...{
        tier: 'municipal',
        regionKey: '130765654',
        names: { de: 'Meldeamt' },
        addresses: [],
        contacts: [],
      },
    }))

  it('keeps what nobody typed: ids of other registers, position, hours', () => {
    const kept = { identifiers: [{ value: '1' }], position: { lat: 53, lon: 11 }, general: true }
    expect(sentUnit({ ...newUnit('13'), ...kept, names: { de: 'A' } })).to.include(kept)
  })

  for (const [key, tier] of [
    ['13', 'state'],
    ['13076', 'county'],
    ['130765654', 'municipal'],
  ] as const)
    it(`of ${key} is of the tier ${tier}`, () => expect(newUnit(key).tier).to.equal(tier))

  it('needs a German name and a real key', () => {
    expect(unitErrors({ tier: 'other', names: { de: ' ' }, regionKey: '1307' }, words)).to.deep.equal({
      ...{ 'name-de': 'name', 'region-key': 'key' },
    })
    for (const regionKey of ['', '13', '130', '13076', '130765654', '130765654021'])
      expect(unitErrors({ tier: 'other', names: { de: 'A' }, regionKey }, words)).to.deep.equal({})
  })

  it('gets an address that says its name', () => {
    expect(idOf('Bürgerbüro & Meldeamt (Süd)', () => '1')).to.equal('buergerbuero-meldeamt-sued-1')
  })

  it('gets an address that the API takes, whatever its name', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => /^[a-z0-9][a-z0-9-]*$/.test(idOf(name))),
    ))
})
