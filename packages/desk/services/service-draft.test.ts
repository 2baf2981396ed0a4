import { expect } from '@open-wc/testing'
import type { Service } from '@amtsweg/contract'
import {
  changedSince,
  drafted,
  emptyService,
  newService,
  ownProvenance,
  sentService,
  serviceErrors,
  supplemented,
  withText,
} from './service-draft.ts'

const words = { titleMissing: 'title', keyWrong: 'key', audienceMissing: 'audience' }
const land: Service = {
  ...emptyService('13', 'Land'),
  title: 'Hund anmelden',
  modules: [
    {
      code: '06',
      lang: 'de',
      content: ['Melden Sie ihn.'],
      supplements: [
        {
          regionKey: '130765654',
          areaName: 'Musterstadt',
          content: ['alt'],
          provenance: { ...ownProvenance('130765654', 'Musterstadt'), updatedAt: '2026-03-01T10:00:00Z' },
        },
      ],
      provenance: { ...ownProvenance('13', 'Land'), updatedAt: '2026-05-01T10:00:00Z' },
    },
  ],
}
const local = {
  regionKey: '130765654',
  areaName: 'Musterstadt',
  at: '2026-11-30T10:00:00Z',
  supplements: [{ code: '06' as const, lang: 'de', mode: 'addition' as const, html: '<p>Zimmer 3</p>' }],
  parts: {
    fees: [{ kind: 'fixed' as const, amountCents: 500, currency: 'EUR', advancePayment: false, lang: 'de' }],
    forms: [],
    onlineServices: [],
  },
}

describe('a description that is being written', () => {
  it('is sent without empty words, with the key as digits', () =>
    expect(
      sentService({
        ...newService('13'),
        leistungsschluessel: '99 050 000 000 000',
        titles: { de: ' A ', en: '' },
        keywords: { de: [] },
      }),
    ).to.deep.equal({
      ...{ regionKey: '13', audience: ['citizen'], leistungsschluessel: '99050000000000' },
      ...{ titles: { de: 'A' }, keywords: {}, modules: [] },
    }))

  it('needs a title, a real key and somebody it is for', () => {
    const none = { ...newService('13'), leistungsschluessel: '12', audience: [] }
    expect(Object.values(serviceErrors(none, words))).to.deep.equal(['title', 'key', 'audience'])
    expect(serviceErrors({ ...newService('13'), titles: { de: 'A' } }, words)).to.deep.equal({})
  })

  it('changes one text and leaves the others where they are', () => {
    const [a, b] = ['06', '09'].map((code) => ({ code, lang: 'de', html: 'x' }))
    expect(withText([a!, b!], { ...a!, html: 'y' })).to.deep.equal([{ ...a, html: 'y' }, b])
    expect(withText([a!, b!], { ...a!, html: ' ' })).to.deep.equal([b])
    expect(withText([a!], { ...a!, lang: 'en' }).length).to.equal(2)
  })

  it('is shown in a language as far as it is written there', () => {
    const draft = {
      ...newService('13'),
      titles: { de: 'Hund', en: 'Dog' },
      modules: [{ code: '06', lang: 'de', html: '<p>Melden Sie ihn.</p>' }],
    }
    const shown = drafted(draft, 'en', emptyService('13', 'Land'))
    expect([shown.title, shown.lang, shown.modules[0]!.lang]).to.deep.equal(['Dog', 'en', 'de'])
    expect(shown.modules[0]!.content).to.deep.equal([{ tag: 'p', children: ['Melden Sie ihn.'] }])
  })
})

describe('what an authority says to a description from above', () => {
  it('stands below the text, in the place of what was there before', () => {
    const [module] = supplemented(land, local, 'de').modules
    expect(module!.content).to.deep.equal(['Melden Sie ihn.'])
    expect(module!.supplements.map(({ content }) => content)).to.deep.equal([
      [{ tag: 'p', children: ['Zimmer 3'] }],
    ])
  })

  it('stands in place of the text, where it says so', () => {
    const supplements = [{ ...local.supplements[0]!, mode: 'replacement' as const }]
    const [module] = supplemented(land, { ...local, supplements }, 'de').modules
    expect(module!.content).to.deep.equal([{ tag: 'p', children: ['Zimmer 3'] }])
    expect(module!.supplements).to.deep.equal([])
  })

  it('may speak of what the text above leaves out, and of its own fees first', () => {
    const supplements = [{ ...local.supplements[0]!, code: '15' as const }]
    const shown = supplemented(
      { ...land, fees: [{ kind: 'text', text: 'x', currency: 'EUR', advancePayment: false }] },
      { ...local, supplements },
      'de',
    )
    expect(shown.modules.map(({ code }) => code)).to.deep.equal(['06', '15'])
    expect(shown.fees.map(({ kind }) => kind)).to.deep.equal(['fixed', 'text'])
  })

  it('is told to be older than the text above', () => {
    expect(changedSince(land.modules[0]!, land, '130765654')).to.equal('2026-05-01T10:00:00Z')
    expect(changedSince(land.modules[0]!, land, '13076')).to.equal(undefined)
    const before = {
      ...land.modules[0]!,
      provenance: { ...ownProvenance('13', 'Land'), updatedAt: '2026-02-01' },
    }
    expect(changedSince(before, land, '130765654')).to.equal(undefined)
  })
})
