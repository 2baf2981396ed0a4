import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import { type Answers, fakeDesk, problem, sampleGrant } from '../shell/testing.ts'
import { nothingSaid } from './arrangement.ts'
import './life-situations-page.ts'

const area = sampleGrant.regionKey!
const one = (id: string, name: string, children: object[] = []) => ({ id, name, services: 2, children })
const tree = {
  items: [
    one('tiere', 'Tiere', [one('hund', 'Hund'), one('katze', 'Katze')]),
    one('wohnen', 'Wohnen'),
    one('reisen', 'Reisen'),
  ],
  next: null,
}
const told = (settings: object, etag = '"a"', headers = {}) =>
  Response.json({ regionKey: area, ...nothingSaid, ...settings }, { headers: { etag, ...headers } })
const address = `/areas/${area}/life-situations`

async function open(answers: Answers = {}) {
  const fake = fakeDesk({ 'GET /life-situations': tree, [`GET ${address}`]: () => told({}), ...answers })
  const page = await fixture<HTMLElementTagNameMap['desk-life-situations-page']>(
    html`<desk-life-situations-page .desk=${fake.desk}></desk-life-situations-page>`,
  )
  const root = page.shadowRoot!
  await waitUntil(() => root.querySelector('desk-sortable') ?? root.querySelector('[role=alert]'))
  const list = root.querySelector('desk-sortable')!
  await list?.updateComplete
  const settle = async () => {
    await page.updateComplete
    await list.updateComplete
  }
  const button = (text: string) =>
    [...list.shadowRoot!.querySelectorAll('button'), ...root.querySelectorAll('button')].find(
      (found) =>
        found.textContent.replaceAll(/\s+/g, ' ').trim() === text ||
        found.getAttribute('aria-label') === text,
    )!
  const preview = () => [...root.querySelectorAll('section li')].map((li) => li.textContent)
  return { ...fake, page, root, list, settle, button, preview }
}

describe('the life situations of a town', () => {
  it('are put in order by keys, hidden and renamed, and shown as readers will see them', async () => {
    const { root, page, list, settle, button, preview, asked, notices } = await open({
      [`PUT ${address}`]: ({ body }: { body: object }) =>
        Promise.resolve(told(body, '"b"', { 'amtsweg-change': '9' })),
    })
    await expect(page).to.be.accessible()
    list.shadowRoot!.querySelectorAll<HTMLElement>('li')[2]!.querySelector('button')!.focus()
    await sendKeys({ press: 'Alt+ArrowUp' })
    await settle()
    expect(preview()).to.deep.equal(['Tiere', 'Reisen', 'Wohnen'])
    button('Ausblenden: Tiere').click()
    await settle()
    button('Umbenennen: Wohnen').click()
    await settle()
    const input = root.querySelector<HTMLInputElement>('#name')!
    expect(root.activeElement).to.equal(input)
    input.value = 'Bauen & Wohnen'
    input.dispatchEvent(new InputEvent('input'))
    await sendKeys({ press: 'Enter' })
    await settle()
    expect(preview()).to.deep.equal(['Reisen', 'Bauen & Wohnen'])
    expect(page.isUnsaved).to.equal(true)
    await expect(page).to.be.accessible()
    button('Speichern').click()
    await waitUntil(() => notices.length > 0)
    const sent = asked.find(({ method }) => method === 'PUT')!
    expect(sent.headers.get('if-match')).to.equal('"a"')
    expect(sent.body).to.deep.equal({
      regionKey: area,
      order: ['tiere', 'reisen', 'wohnen'],
      hide: ['tiere'],
      show: [],
      rename: { wohnen: { de: 'Bauen & Wohnen' } },
    })
    expect(notices[0]!.undo).not.to.equal(undefined)
    expect(page.isUnsaved).to.equal(false)
  })

  it('are gone down into, and back', async () => {
    const { root, page, settle, button, preview } = await open()
    button('2 darunter: Tiere').click()
    await settle()
    expect(preview()).to.deep.equal(['Hund', 'Katze'])
    await expect(page).to.be.accessible()
    root.querySelector<HTMLElement>('nav button')!.click()
    await settle()
    expect(preview()).to.deep.equal(['Tiere', 'Wohnen', 'Reisen'])
  })

  it('that a colleague has changed meanwhile are put together, and nothing typed is lost', async () => {
    let isLate = false
    const { root, settle, button, preview } = await open({
      [`GET ${address}`]: () => Promise.resolve(isLate ? told({ hide: ['reisen'] }, '"c"') : told({})),
      [`PUT ${address}`]: problem(412, 'precondition-failed'),
    })
    button('Umbenennen: Wohnen').click()
    await settle()
    const input = root.querySelector<HTMLInputElement>('#name')!
    input.value = 'Bauen'
    input.dispatchEvent(new InputEvent('input'))
    root.querySelector('form')!.requestSubmit()
    await settle()
    isLate = true
    button('Speichern').click()
    await waitUntil(() => root.querySelector('[role=alert]'))
    expect(preview()).to.deep.equal(['Tiere', 'Bauen'])
  })

  it('become a draft where a second person has to look first', async () => {
    const { settle, button, asked } = await open({
      [`PUT ${address}`]: problem(409, 'approval-needed'),
    })
    button('Ausblenden: Tiere').click()
    await settle()
    button('Speichern').click()
    await waitUntil(() => asked.some(({ path }) => path.startsWith('/drafts/')))
    const draft = asked.find(({ path }) => path.startsWith('/drafts/'))!
    expect(draft.body).to.deep.include({ subject: address, basedOn: '"a"' })
  })

  it('that cannot be read say so', async () => {
    const { page } = await open({ 'GET /life-situations': problem(503, 'unavailable') })
    await expect(page).to.be.accessible()
  })
})
