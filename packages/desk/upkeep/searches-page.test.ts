import { aTimeout, expect, fixture, html } from '@open-wc/testing'
import { fakeDesk } from '../shell/testing.ts'
import type { SearchesPage } from './searches-page.ts'
import './searches-page.ts'

const item = (term: string, services: readonly object[] = []) => ({
  ...{ term, none: 7, unopened: 2, opened: 0, periods: [], services },
})

async function open(items: readonly object[], scopes = ['searches:read', 'keywords:write'] as const) {
  const parts = fakeDesk({ 'GET /search-insights': { items, next: null, total: items.length } }, [...scopes])
  const element = await fixture<SearchesPage>(
    html`<desk-searches-page lang="de" .desk=${parts.desk}></desk-searches-page>`,
  )
  const root = element.shadowRoot!
  while (!root.querySelector('.card, .empty, .problem')) await aTimeout(5)
  return { element, root }
}

describe('desk-searches-page', () => {
  it('lists words that lead nowhere, and where each could lead', async () => {
    const { element, root } = await open([
      item('Hundemarke', [{ id: 'hund', title: 'Hundesteuer' }]),
      item('Kirmes'),
    ])
    expect(root.querySelector('.card')!.textContent).to.contain(
      '7-mal nichts gefunden, 2-mal nichts geöffnet',
    )
    const add = root.querySelector<HTMLAnchorElement>('a.button')!
    expect(add.pathname + add.search).to.equal('/desk/keywords?keyword=Hundemarke&service=hund')
    expect(root.querySelectorAll('.card')[1]!.textContent).to.contain('Dazu passt keine Leistung')
    await expect(element).to.be.accessible()
  })

  it('says when there are none', async () => {
    const { element, root } = await open([])
    expect(root.querySelector('.empty')!.textContent).to.contain('keine Suchbegriffe ohne Treffer')
    await expect(element).to.be.accessible()
  })
})
