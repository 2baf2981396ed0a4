import { aTimeout, expect, fixture, html } from '@open-wc/testing'
import type { ResponsibilityFinding } from '@amtsweg/contract'
import { type Asked, fakeDesk } from '../shell/testing.ts'
import type { ResponsibilityReport } from './responsibility-report.ts'
import './responsibility-report.ts'

const service = { id: 'hund', title: 'Hundesteuer' }
const area = { regionKey: '130760060060', name: 'Musterstadt' }
const found: Readonly<Record<string, ResponsibilityFinding>> = {
  services: { kind: 'service', service, tier: 'land', missing: 30, of: 40, examples: [area] },
  places: { kind: 'place', area, missing: 3, of: 9 },
  overlaps: {
    ...{ kind: 'overlap', service, area, role: 'responsible' },
    units: [
      { id: 'a', name: 'Amt A' },
      { id: 'b', name: 'Amt B' },
    ],
  },
}

async function open() {
  const parts = fakeDesk(
    {
      'GET /responsibility-report': async ({ path }: Asked) => {
        const find = new URLSearchParams(path.split('?')[1]).get('find') ?? ''
        return {
          area,
          counts: { services: 1, places: 1, overlaps: 1 },
          total: 1,
          items: [found[find]],
          next: null,
        }
      },
    },
    ['responsibilities:write'],
  )
  const element = await fixture<ResponsibilityReport>(
    html`<desk-responsibility-report lang="de" .desk=${parts.desk}></desk-responsibility-report>`,
  )
  const root = element.shadowRoot!
  const card = async (words: string) => {
    while (!root.querySelector('.card')?.textContent.includes(words)) await aTimeout(5)
    return root.querySelector<HTMLElement>('.card')!
  }
  const choose = (value: string) => {
    const select = root.querySelector('select')!
    select.value = value
    select.dispatchEvent(new Event('change'))
  }
  return { element, root, card, choose }
}

describe('desk-responsibility-report', () => {
  it('tells for which services nobody is known, where, and whose task it is', async () => {
    const { element, root, card } = await open()
    const text = (await card('Hundesteuer')).textContent
    expect(text).to.contain('In 30 von 40 Gemeinden')
    expect(text).to.contain('Musterstadt und andere')
    expect(text).to.contain('Aufgabe des Landes')
    expect(root.querySelector('.card a')!.getAttribute('href')).to.equal(
      '/desk/responsibilities?by=service&service=hund',
    )
    await expect(element).to.be.accessible()
  })

  it('tells the same by Gemeinde', async () => {
    const { element, card, choose } = await open()
    await card('Hundesteuer')
    choose('places')
    const place = await card('Für 3 von 9 Leistungen')
    expect(place.textContent).to.contain('Musterstadt')
    expect(place.querySelector('a')!.getAttribute('href')).to.equal(
      `/desk/responsibilities?by=place&area=${area.regionKey}`,
    )
    await expect(element).to.be.accessible()
  })

  it('tells which units overlap, each a link', async () => {
    const { element, root, card, choose } = await open()
    await card('Hundesteuer')
    choose('overlaps')
    await card('Amt A')
    expect(
      [...root.querySelectorAll<HTMLAnchorElement>('.card li a')].map((one) => one.pathname),
    ).to.deep.equal(['/desk/units/a', '/desk/units/b'])
    await expect(element).to.be.accessible()
  })
})
