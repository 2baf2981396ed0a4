import { expect } from '@open-wc/testing'
import { contentDifference } from './content-difference.ts'

const told = (before: unknown, after: unknown) =>
  contentDifference(before, after).map(({ label, before: old, after: now }) => [label, old, now])

describe('what two versions say differently', () => {
  it('names the terms, the readers and the theme of geodata in words', () =>
    expect(
      told(
        { audience: 'authority', licence: 'cc0-1.0', theme: null },
        { audience: 'public', licence: 'dl-de-by-2.0', theme: 'TRAN' },
      ),
    ).to.deep.equal([
      ['Zielgruppe', 'Nur wir', 'Alle'],
      ['Lizenz', 'CC0 1.0', 'Datenlizenz Deutschland – Namensnennung 2.0'],
      ['Thema', '', 'Verkehr'],
    ]))

  it('leaves what is no code as it stands, and what is called like one elsewhere', () => {
    expect(told({ audience: 'Eltern' }, { audience: 'constructor' })).to.deep.equal([
      ['Zielgruppe', 'Eltern', 'constructor'],
    ])
    expect(told({ title: 'public' }, { title: 'authority' })).to.deep.equal([
      ['Titel', 'public', 'authority'],
    ])
  })
})
