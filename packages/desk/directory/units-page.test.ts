import { aTimeout, expect, fixture, html } from '@open-wc/testing'
import type { UnitSummary } from '@amtsweg/contract'
import { type Answers, fakeDesk } from '../shell/testing.ts'
import type { UnitsPage } from './units-page.ts'
import './units-page.ts'

const unit: UnitSummary = {
  ...{ id: 'meldeamt', name: 'Meldeamt', lang: 'de', tier: 'municipal', sources: [], invented: true },
  address: { kind: 'visitor', street: 'Markt', houseNumber: '1', postcode: '19230', city: 'Musterstadt' },
  parent: { id: 'rathaus', name: 'Rathaus' },
}

async function open(answers: Answers) {
  const parts = fakeDesk(answers)
  const element = await fixture<UnitsPage>(
    html`<desk-units-page lang="de" .desk=${parts.desk}></desk-units-page>`,
  )
  const list = element.shadowRoot!.querySelector('desk-list')!
  while (!list.shadowRoot!.querySelector('[role=row], .empty, .problem')) await aTimeout(5)
  return { element, list: list.shadowRoot!, ...parts }
}

describe('desk-units-page', () => {
  it('lists the offices of the authority, where they are and where they come from', async () => {
    const { element, list, asked } = await open({ 'GET /units': { items: [unit], next: null } })
    expect(asked[0]!.path).to.equal('/units?authority=musterstadt&limit=100')
    const row = list.querySelector('[role=row]')!
    expect(row.querySelector('a')!.getAttribute('href')).to.equal('/desk/units/meldeamt')
    for (const words of ['Markt 1, 19230 Musterstadt', 'Rathaus', 'aus Import'])
      expect(row.textContent).to.contain(words)
    await expect(element).to.be.accessible()
  })

  it('lists all in its area, when that is chosen', async () => {
    const { element, asked } = await open({ 'GET /units': { items: [unit], next: null } })
    const select = element.shadowRoot!.querySelector<HTMLSelectElement>('#whose')!
    select.value = 'all'
    select.dispatchEvent(new Event('change'))
    while (asked.length < 2) await aTimeout(5)
    expect(asked[1]!.path).to.equal('/units?area=130765654&limit=100')
  })

  it('says that none is there, and what to do', async () => {
    const { element, list } = await open({ 'GET /units': { items: [], next: null } })
    expect(list.querySelector('.empty')!.textContent).to.contain('Legen Sie eine an')
    await expect(element).to.be.accessible()
  })
})
