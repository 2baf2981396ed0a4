import { aTimeout, expect, fixture, html } from '@open-wc/testing'
import { type Answers, fakeDesk } from '../shell/testing.ts'
import type { ServicesPage } from './services-page.ts'
import './services-page.ts'

const service = { id: 'hund', title: 'Hund anmelden', lang: 'de', online: true, teaser: 'Wort '.repeat(60) }

async function open(answers: Answers) {
  const parts = fakeDesk(answers, ['services:write'])
  const element = await fixture<ServicesPage>(
    html`<desk-services-page lang="de" .desk=${parts.desk}></desk-services-page>`,
  )
  const list = element.shadowRoot!.querySelector('desk-list')!
  while (!list.shadowRoot!.querySelector('[role=row], .empty, .problem')) await aTimeout(5)
  return { element, list: list.shadowRoot!, ...parts }
}

describe('desk-services-page', () => {
  it('lists what holds in the area', async () => {
    const { element, list, asked } = await open({ 'GET /services': { items: [service], next: null } })
    expect(asked[0]!.path).to.equal('/services?area=130765654&limit=100')
    const row = list.querySelector('[role=row]')!
    expect(row.querySelector('a')!.getAttribute('href')).to.equal('/desk/services/hund')
    expect(row.textContent).to.contain('online')
    expect(row.textContent).to.contain('Wort …')
    expect(element.shadowRoot!.querySelector('.button')!.getAttribute('href')).to.equal('/desk/services/new')
    await expect(element).to.be.accessible()
  })

  it('says that nothing was found', async () => {
    const { element, list } = await open({ 'GET /services': { items: [], next: null } })
    expect(list.querySelector('.empty')!.textContent).to.contain('Keine Leistung gefunden')
    await expect(element).to.be.accessible()
  })
})
