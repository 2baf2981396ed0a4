import { expect, waitUntil } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import type { KeptAuthority } from '@amtsweg/contract/clerks.ts'
import { problem } from '../shell/testing.ts'
import { shortId } from './short-id.ts'
import { openPage, patience } from './testing.ts'
import './authority-page.ts'
import './new-authority-page.ts'

const kept: KeptAuthority = {
  id: 'musterstadt',
  regionKey: '130765654',
  names: { de: 'Stadt Musterstadt' },
  languages: ['de'],
  holidaysLand: '13',
  origins: [],
  fourEyes: false,
}
const tagged = (body: KeptAuthority, etag: string) => () => Response.json(body, { headers: { etag } })

describe('<desk-new-authority-page>', () => {
  const hit = {
    kind: 'gemeinde',
    label: 'Müritz am See',
    detail: 'Kreis',
    regionKey: '130715154104',
    areaCount: 1,
  }
  const open = (answers = {}) =>
    openPage('desk-new-authority-page', { 'GET /areas': { items: [hit], next: null }, ...answers }, [
      'settings:write',
    ])

  it('fills in what a place tells, by keyboard, and makes the authority', async () => {
    const { page, root, shows, button, asked } = await open({
      'POST /authorities': { ...kept, id: 'mueritz-am-see', names: { de: 'Müritz am See' } },
    })
    await expect(page).to.be.accessible()
    root.querySelector('amt-combobox')!.focus()
    await sendKeys({ type: 'Mür' })
    const field = root.querySelector('amt-combobox')!.shadowRoot!
    await waitUntil(() => field.querySelector('[role=option]'), 'it is suggested', patience)
    await sendKeys({ press: 'ArrowDown' })
    await sendKeys({ press: 'Enter' })
    await shows('Schlüssel 130715154104')
    button('Anlegen').click()
    await shows('Müritz am See ist angelegt.')
    await shows('Erste Leistung anlegen')
    expect(asked.find(({ method }) => method === 'POST')!.body).to.deep.equal({
      id: 'mueritz-am-see',
      regionKey: '130715154104',
      names: { de: 'Müritz am See' },
      languages: ['de'],
      holidaysLand: '13',
      origins: [],
      fourEyes: false,
    })
    await expect(page).to.be.accessible()
  })

  it('wants a place from the suggestions', async () => {
    const { button, shows, page } = await open()
    button('Anlegen').click()
    await shows('Wählen Sie einen Ort aus den Vorschlägen.')
    await expect(page).to.be.accessible()
  })
})

describe('<desk-authority-page>', () => {
  const open = (answers = {}) =>
    openPage(
      'desk-authority-page',
      { 'GET /authorities/musterstadt/settings': tagged(kept, '"1"'), ...answers },
      ['settings:write'],
      { id: 'musterstadt' },
    )

  it('saves on what it has read', async () => {
    const { page, root, shows, button, asked, notices } = await open({
      'PUT /authorities/musterstadt/settings': tagged({ ...kept, fourEyes: true }, '"2"'),
    })
    await shows('Vier-Augen-Prinzip')
    await expect(page).to.be.accessible()
    root.querySelector<HTMLInputElement>('#four-eyes')!.click()
    button('Speichern').click()
    await waitUntil(() => notices.length, 'it is told', patience)
    const put = asked.find(({ method }) => method === 'PUT')!
    expect(put.headers.get('if-match')).to.equal('"1"')
    expect(put.body).to.deep.include({ fourEyes: true })
    expect(page.isUnsaved).to.be.false
  })

  describe('where a second person looks first', () => {
    const on = { ...kept, fourEyes: true }
    const where = (asked: object | null, others = 1) => ({ fourEyes: true, asked, others })
    const wish = (id: string) => ({
      by: { id, name: 'Max Muster' },
      at: '2026-11-30T09:00:00Z',
      until: '2026-12-14T09:00:00Z',
    })
    const path = '/authorities/musterstadt/four-eyes-end'
    const openSection = async (state: object, answers = {}) => {
      const all = await open({
        'GET /authorities/musterstadt/settings': tagged(on, '"1"'),
        [`GET ${path}`]: state,
        ...answers,
      })
      const section = () => all.root.querySelector('desk-four-eyes-section')!.shadowRoot!
      const shows = (text: string) =>
        waitUntil(
          () => all.root.querySelector('desk-four-eyes-section') && section().textContent!.includes(text),
          text,
          patience,
        )
      const press = (name: string) =>
        [...section().querySelectorAll('button')].find((one) => one.textContent!.trim() === name)!.click()
      return { ...all, section, shows, press }
    }

    it('asks to end that, and leaves no box to untick', async () => {
      const { root, page, shows, press, notices, asked } = await openSection(where(null), {
        [`POST ${path}`]: where(wish('c1')),
      })
      await shows('Abschalten beantragen')
      expect(root.querySelector('#four-eyes')).to.equal(null)
      await expect(page).to.be.accessible()
      press('Abschalten beantragen')
      await waitUntil(() => notices.length, 'it is told', patience)
      expect(asked.some(({ method, path: to }) => method === 'POST' && to === path)).to.be.true
    })

    it('agrees to what a colleague has asked, and what is typed stays', async () => {
      let reads = 0
      const { root, page, type, shows, press } = await openSection(where(wish('c2')), {
        [`POST ${path}`]: { fourEyes: false, asked: null, others: 1 },
        'GET /authorities/musterstadt/settings': () => tagged(reads++ ? kept : on, '"1"')(),
      })
      await shows('Max Muster möchte das Vier-Augen-Prinzip abschalten.')
      await expect(page).to.be.accessible()
      type('name-de', 'Meine Stadt')
      press('Zustimmen und abschalten')
      await waitUntil(() => root.querySelector('#four-eyes'), 'it can be wanted again', patience)
      expect(root.querySelector<HTMLInputElement>('#name-de')!.value).to.equal('Meine Stadt')
    })

    it('tells a lone administrator the command of the operator', async () => {
      const { page, shows, section } = await openSection(where(null, 0))
      await shows('bitten Sie den Betrieb des Servers')
      expect(section().querySelector('desk-copy')!.text).to.equal(
        'amtsweg authority set musterstadt --four-eyes no',
      )
      await expect(page).to.be.accessible()
    })
  })

  it('puts two changes together that do not contradict', async () => {
    let reads = 0
    let writes = 0
    const { root, shows, button, asked, notices } = await open({
      'GET /authorities/musterstadt/settings': () =>
        tagged(reads++ ? { ...kept, holidaysLand: '01' } : kept, `"${reads}"`)(),
      'PUT /authorities/musterstadt/settings': () =>
        writes++ ? tagged(kept, '"3"')() : problem(412, 'precondition-failed'),
    })
    await shows('Vier-Augen-Prinzip')
    root.querySelector<HTMLInputElement>('#four-eyes')!.click()
    button('Speichern').click()
    await waitUntil(() => notices.length, 'it is told', patience)
    const put = asked.filter(({ method }) => method === 'PUT').at(-1)!
    expect(put.headers.get('if-match')).to.equal('"2"')
    expect(put.body).to.deep.include({ fourEyes: true, holidaysLand: '01' })
  })

  it('asks where two contradict, and loses nothing', async () => {
    let reads = 0
    let writes = 0
    const { root, type, shows, button, asked, notices } = await open({
      'GET /authorities/musterstadt/settings': () =>
        tagged(reads++ ? { ...kept, names: { de: 'Ihre Stadt' } } : kept, `"${reads}"`)(),
      'PUT /authorities/musterstadt/settings': () =>
        writes++ ? tagged(kept, '"3"')() : problem(412, 'precondition-failed'),
    })
    await shows('Vier-Augen-Prinzip')
    type('name-de', 'Meine Stadt')
    button('Speichern').click()
    await waitUntil(() => root.querySelector('desk-conflict-view'), 'both are shown', patience)
    const view = root.querySelector('desk-conflict-view')!
    await view.updateComplete
    expect(view.shadowRoot!.textContent)
      .to.match(/Meine Stadt/)
      .and.to.match(/Ihre Stadt/)
    view.shadowRoot!.querySelector<HTMLInputElement>('[value=mine]')!.click()
    view.shadowRoot!.querySelector('button')!.click()
    await waitUntil(() => notices.length, 'it is told', patience)
    expect(asked.filter(({ method }) => method === 'PUT').at(-1)!.body).to.deep.include({
      names: { de: 'Meine Stadt' },
    })
  })
})

describe('a short id', () => {
  for (const [name, id] of [
    ['Amt Hagenow-Land', 'amt-hagenow-land'],
    ['Röbel/Müritz', 'roebel-mueritz'],
    ['Große Straße', 'grosse-strasse'],
    ['  Łódź?! ', 'odz'],
  ] as const)
    it(`of ${name} is ${id}`, () => expect(shortId(name)).to.match(new RegExp(`^.?${id}$`)))
})
