import { aTimeout, expect, fixture, html } from '@open-wc/testing'
import type { LinkReport } from '@amtsweg/contract'
import { type Answers, fakeDesk } from '../shell/testing.ts'
import type { LinksPage } from './links-page.ts'
import './links-page.ts'

const link: LinkReport = {
  ...{ id: 'l1', url: 'https://musterstadt.example/alt', verdict: 'dead', status: 404, cause: null },
  ...{ since: '2026-11-01T00:00:00Z', checkedAt: null, nextLook: null, marked: true, ignored: false },
  ...{ owner: 'service', ownerId: 'hund', ownerName: 'Hundesteuer', section: '06', layer: 'text' },
  ...{ regionKey: null, lang: 'de' },
  suggestions: [{ kind: 'variant', url: 'https://www.musterstadt.example/alt' }],
}
const done = new Response(null, { status: 204 })

async function open(answers: Answers = {}) {
  const parts = fakeDesk(
    {
      'GET /link-reports': { items: [link], next: null, total: 1 },
      ...{ 'POST /link-reports/l1/ignore': done, 'POST /link-reports/l1/recheck': done },
      ...answers,
    },
    ['links:read'],
  )
  const element = await fixture<LinksPage>(
    html`<desk-links-page lang="de" .desk=${parts.desk}></desk-links-page>`,
  )
  const root = element.shadowRoot!
  while (!root.querySelector('.card, .empty, .problem')) await aTimeout(5)
  return { element, root, ...parts }
}
const press = (root: ShadowRoot, words: string) =>
  [...root.querySelectorAll('button')].find((one) => one.textContent.includes(words))!.click()

describe('desk-links-page', () => {
  it('tells where an address stands, since when it fails and what could stand there', async () => {
    const { element, root } = await open()
    const text = root.querySelector('.card')!.textContent
    for (const words of [
      'musterstadt.example/alt',
      'Nicht erreichbar',
      '01.11.2026',
      '„Hundesteuer“, im Text',
      'Fast gleich',
    ])
      expect(text).to.contain(words)
    expect(root.querySelector<HTMLAnchorElement>('a.button')!.pathname).to.equal('/desk/services/hund')
    await expect(element).to.be.accessible()
  })

  it('has a link looked at again', async () => {
    const { root, notices, asked } = await open()
    press(root, 'Noch einmal prüfen')
    while (notices.length === 0) await aTimeout(5)
    expect(asked.at(-1)!.path).to.equal('/link-reports/l1/recheck')
  })

  it('leaves out what a clerk wants to hear no more of', async () => {
    const { element, root, notices } = await open()
    press(root, 'Ausblenden')
    while (notices.length === 0) await aTimeout(5)
    await element.updateComplete
    expect(root.querySelector('.empty')!.textContent).to.contain('in Ordnung')
    await expect(element).to.be.accessible()
  })

  it('fits into 320 px', async () => {
    const { element } = await open()
    element.style.display = 'block'
    element.style.width = '320px'
    await element.updateComplete
    expect(element.scrollWidth).to.be.at.most(320)
  })
})
