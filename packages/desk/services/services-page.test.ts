import { aTimeout, expect, fixture, html } from '@open-wc/testing'
import { type Answers, fakeDesk } from '../shell/testing.ts'
import type { ServicesPage } from './services-page.ts'
import './services-page.ts'

const service = {
  ...{ id: 'hund', title: 'Hund anmelden', lang: 'de', online: true, teaser: 'Wort '.repeat(60) },
  ...{ own: false, added: [] as string[], withdrawn: false },
}
const land = { regionKey: '13', name: 'Mecklenburg-Vorpommern' }
const found = 'GET /services/records'

async function open(answers: Answers, query = '') {
  const parts = fakeDesk(answers, ['services:write'])
  const element = await fixture<ServicesPage>(html`
    <desk-services-page
      lang="de"
      .desk=${parts.desk}
      .query=${new URLSearchParams(query)}
    ></desk-services-page>
  `)
  const list = element.shadowRoot!.querySelector('desk-list')!
  while (!list.shadowRoot!.querySelector('[role=row], .empty, .problem')) await aTimeout(5)
  return { element, list: list.shadowRoot!, ...parts }
}

describe('desk-services-page', () => {
  const address = location.href
  afterEach(() => history.replaceState(null, '', address))

  it('lists what holds in the area', async () => {
    const { element, list, asked } = await open({ [found]: { items: [service], next: null } })
    expect(asked[0]!.path).to.equal('/services/records?limit=100')
    const row = list.querySelector('[role=row]')!
    expect(row.querySelector('a')!.getAttribute('href')).to.equal('/desk/services/hund')
    expect(row.textContent).to.contain('Wort …')
    expect(element.shadowRoot!.querySelector('.button')!.getAttribute('href')).to.equal('/desk/services/new')
    await expect(element).to.be.accessible()
  })

  it('says in words whose a service is, what is added to it, and whether it is offered', async () => {
    const rows = [
      [{}, ['bundesweit', 'online']],
      [{ own: true, holdsIn: { regionKey: '130765654', name: 'Musterstadt' } }, ['eigene', 'online']],
      [
        { holdsIn: { regionKey: '130765654', name: 'Musterstadt' } },
        ['eigenes Gebiet, eingelesen', 'online'],
      ],
      [{ holdsIn: land, withdrawn: true, online: false }, ['Land', 'hier nicht angeboten']],
      [
        { holdsIn: { regionKey: '13076', name: 'Musterkreis' }, added: ['text', 'fee'] },
        ['Kreis: Musterkreis', 'ergänzt', 'eigene Kosten', 'online'],
      ],
    ] as const
    const items = rows.map(([state], index) => ({ ...service, id: `s${index}`, ...state }))
    const { element, list } = await open({ [found]: { items, next: null } })
    const chips = [...list.querySelectorAll('[role=row]')].map((row) =>
      [...row.querySelectorAll('.tag')].map((chip) => chip.textContent),
    )
    expect(chips).to.deep.equal(rows.map(([, expected]) => expected))
    await expect(element).to.be.accessible()
  })

  it('is narrowed by what one says oneself, and keeps that in the address beside the search', async () => {
    const { element, list, asked } = await open({ [found]: { items: [service], next: null } }, 'q=hund')
    const select = element.shadowRoot!.querySelector('select')!
    expect([...select.options].map(({ text }) => text)).to.deep.equal([
      'Alle',
      'Eigene',
      'Mit Ergänzungen',
      'Hier nicht angeboten',
    ])
    select.value = 'withdrawn'
    select.dispatchEvent(new Event('change'))
    while (asked.length < 2) await aTimeout(5)
    expect(asked[1]!.path).to.equal('/services/records?q=hund&show=withdrawn&limit=100')
    expect(new URL(location.href).searchParams.get('show')).to.equal('withdrawn')
    expect(list.querySelector('label')!.textContent).to.equal('Leistung suchen: Titel oder Stichwort')
    select.value = ''
    select.dispatchEvent(new Event('change'))
    expect(new URL(location.href).searchParams.has('show')).to.equal(false)
  })

  it('begins as the address says', async () => {
    const { element, list, asked } = await open({ [found]: { items: [], next: null } }, 'show=own')
    expect(asked[0]!.path).to.equal('/services/records?show=own&limit=100')
    expect(element.shadowRoot!.querySelector('select')!.value).to.equal('own')
    expect(list.querySelector('.empty')!.textContent).to.contain('Keine eigene Leistung gefunden')
  })

  it('takes an address that asks for something unknown as for all', async () => {
    const { asked } = await open({ [found]: { items: [], next: null } }, 'show=constructor')
    expect(asked[0]!.path).to.equal('/services/records?limit=100')
  })

  it('says that nothing was found', async () => {
    const { element, list } = await open({ [found]: { items: [], next: null } })
    expect(list.querySelector('.empty')!.textContent).to.contain('Keine Leistung gefunden')
    await expect(element).to.be.accessible()
  })
})
