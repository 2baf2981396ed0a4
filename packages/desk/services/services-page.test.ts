import { aTimeout, expect, fixture, html } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import { type Answers, type Asked, fakeDesk } from '../shell/testing.ts'
import type { ServicesPage } from './services-page.ts'
import './services-page.ts'

const page = (titles: readonly string[], next: string | null = null) => ({
  items: titles.map((title) => ({
    id: title.toLowerCase(),
    title,
    lang: 'de',
    online: true,
    teaser: 'Kurz.',
  })),
  next,
})

async function open(answers: Answers) {
  const parts = fakeDesk(answers, ['services:write'])
  const element = await fixture<ServicesPage>(
    html`<desk-services-page lang="de" .desk=${parts.desk}></desk-services-page>`,
  )
  while (!element.shadowRoot!.querySelector('.list, .empty, .problem')) await aTimeout(5)
  return { element, ...parts }
}
const links = (element: ServicesPage) => [...element.shadowRoot!.querySelectorAll<HTMLElement>('.list a')]

describe('desk-services-page', () => {
  it('lists what holds in the area, page by page', async () => {
    const { element, asked } = await open({
      'GET /services': ({ path }: Asked) => (path.includes('cursor=') ? page(['C']) : page(['A', 'B'], 'c')),
    })
    expect(asked[0]!.path).to.equal('/services?area=130765654&limit=50')
    element.shadowRoot!.querySelector<HTMLElement>('.quiet')!.click()
    while (links(element).length < 3) await aTimeout(5)
    expect(links(element).map((link) => link.getAttribute('href'))).to.deep.equal([
      ...['/desk/services/a', '/desk/services/b', '/desk/services/c'],
    ])
    await expect(element).to.be.accessible()
  })

  it('asks the server for what is typed', async () => {
    const { element, asked } = await open({ 'GET /services': page([]) })
    element.shadowRoot!.querySelector<HTMLElement>('#q')!.focus()
    await sendKeys({ type: 'hund' })
    while (asked.length < 2) await aTimeout(20)
    expect(asked[1]!.path).to.contain('q=hund')
    while (!element.shadowRoot!.textContent!.includes('Keine Leistung zu „hund“')) await aTimeout(5)
    await expect(element).to.be.accessible()
  })

  it('says what went wrong', async () => {
    const { element } = await open({})
    await expect(element).to.be.accessible()
  })
})
