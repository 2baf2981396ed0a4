import { aTimeout, expect, fixture, html } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import type { UnitSummary } from '@amtsweg/contract'
import { type Answers, type Asked, fakeDesk } from '../shell/testing.ts'
import type { UnitsPage } from './units-page.ts'
import './units-page.ts'

const unit = (at: number): UnitSummary => ({
  id: `stelle-${at}`,
  name: `Stelle ${at}`,
  lang: 'de',
  tier: 'municipal',
  address: { kind: 'visitor', street: 'Markt', houseNumber: `${at}`, postcode: '19230', city: 'Musterstadt' },
  ...(at % 2 ? { authority: 'musterstadt' } : {}),
  sources: [],
  invented: true,
})
const page = (from: number, count: number, next: string | null) => ({
  items: Array.from({ length: count }, (_, at) => unit(from + at)),
  next,
})

async function open(answers: Answers, query = '') {
  const parts = fakeDesk(answers)
  const element = await fixture<UnitsPage>(
    html`<desk-units-page
      lang="de"
      .desk=${parts.desk}
      .query=${new URLSearchParams(query)}
    ></desk-units-page>`,
  )
  while (!element.shadowRoot!.querySelector('.list, .empty, .problem')) await aTimeout(5)
  return { element, ...parts }
}
const links = (element: UnitsPage) => [...element.shadowRoot!.querySelectorAll<HTMLElement>('.list a')]

describe('desk-units-page', () => {
  it('lists the offices of the authority, fifty at a time', async () => {
    const { element, asked } = await open({
      'GET /units': ({ path }: Asked) => (path.includes('cursor=') ? page(50, 3, null) : page(0, 50, 'c')),
    })
    expect(asked[0]!.path).to.equal('/units?authority=musterstadt&limit=50')
    expect(links(element).length).to.equal(50)
    element.shadowRoot!.querySelector<HTMLElement>('.quiet')!.click()
    while (links(element).length < 53) await aTimeout(5)
    expect(element.shadowRoot!.querySelector('[role=status]')!.textContent).to.equal('53 Stellen')
    await expect(element).to.be.accessible()
  })

  it('asks the server for what is typed, once there is a pause', async () => {
    const { element, asked } = await open({ 'GET /units': page(0, 1, null) })
    element.shadowRoot!.querySelector<HTMLElement>('#q')!.focus()
    await sendKeys({ type: 'melde' })
    while (asked.length < 2) await aTimeout(20)
    expect(asked.map(({ path }) => path)[1]).to.contain('q=melde')
    expect(asked.length).to.equal(2)
  })

  it('says that nothing was found, and what to try', async () => {
    const { element } = await open({ 'GET /units': page(0, 0, null) }, 'q=xyz')
    expect(element.shadowRoot!.querySelector('.empty')!.textContent).to.contain('Keine Stelle zu „xyz“')
    await expect(element).to.be.accessible()
  })

  it('says what went wrong', async () => {
    const { element } = await open({})
    await expect(element).to.be.accessible()
  })
})
