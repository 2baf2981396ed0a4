import { aTimeout, expect, fixture, html } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import type { Import, Scope } from '@amtsweg/contract'
import { type Answers, type Asked, fakeDesk, problem } from '../shell/testing.ts'
import type { ImportsPage } from './imports-page.ts'
import './imports-page.ts'

const sample: Import = {
  ...{
    id: 'a',
    kind: 'units',
    complete: false,
    fileName: 'stellen.csv',
    parts: 1,
    bytes: 9,
    state: 'applied',
  },
  ...{
    createdAt: '2026-11-30T09:00:00Z',
    updatedAt: '2026-11-30T09:00:00Z',
    keptUntil: '2026-12-30T09:00:00Z',
  },
  ...{ report: null, isStale: false, geodata: null, failure: null },
}

async function open(answers: Answers = {}, scopes: readonly Scope[] = ['imports:write'], kind = '') {
  const parts = fakeDesk({ 'GET /imports': { items: [sample], next: null, total: 1 }, ...answers }, scopes)
  const element = await fixture<ImportsPage>(
    html`<desk-imports-page
      lang="de"
      .desk=${parts.desk}
      .query=${new URLSearchParams({ kind })}
    ></desk-imports-page>`,
  )
  const root = element.shadowRoot!
  while (!root.querySelector('#history + ul, .empty, .problem')) await aTimeout(5)
  return { element, root, ...parts }
}

const files = (...names: readonly string[]) => {
  const transfer = new DataTransfer()
  for (const name of names) transfer.items.add(new File(['Name\nAmt\n'], name))
  return transfer
}
function choose(root: ShadowRoot, ...names: readonly string[]) {
  const input = root.querySelector<HTMLInputElement>('#file')!
  input.files = files(...names).files
  input.dispatchEvent(new Event('change'))
}
const submit = (root: ShadowRoot) => root.querySelector<HTMLButtonElement>('form button')!.click()

const taken: Answers = {
  'POST /imports': { ...sample, id: 'neu', state: 'receiving' },
  'PUT /imports/neu/parts/0': { ...sample, id: 'neu', state: 'receiving' },
  'POST /imports/neu/check': { ...sample, id: 'neu', state: 'waiting' },
}

describe('desk-imports-page', () => {
  it('sends a file in parts, has it checked and leads to the result', async () => {
    const { root, asked, gone } = await open(taken)
    choose(root, 'stellen.csv')
    submit(root)
    while (gone.length === 0) await aTimeout(5)
    expect(gone).to.deep.equal(['/desk/imports/neu'])
    const sent = asked.filter(({ method }) => method !== 'GET')
    expect(sent.map(({ method, path }) => `${method} ${path}`)).to.deep.equal(Object.keys(taken))
    expect(sent[0]!.body).to.deep.equal({ kind: 'units', complete: false, fileName: 'stellen.csv' })
    expect(await (sent[1]!.body as Blob).text()).to.equal('Name\nAmt\n')
  })

  it('takes a file that is dropped', async () => {
    const { element, root } = await open()
    root.querySelector('.drop')!.dispatchEvent(new DragEvent('drop', { dataTransfer: files('a.csv') }))
    await element.updateComplete
    expect(root.querySelector('.drop [role="status"]')!.textContent).to.equal('a.csv')
  })

  it('wants one file, and says so on top', async () => {
    const { element, root, asked } = await open()
    submit(root)
    await aTimeout(20)
    expect(root.activeElement).to.equal(root.querySelector('[data-summary]'))
    expect(asked.filter(({ method }) => method === 'POST')).to.be.empty
    root.querySelector('.drop')!.dispatchEvent(new DragEvent('drop', { dataTransfer: files('a', 'b') }))
    await element.updateComplete
    expect(root.querySelector('#file-error')!.textContent).to.contain('nur eine Datei')
    await expect(element).to.be.accessible()
  })

  it('says what the server does not take, and keeps the file', async () => {
    const { root } = await open({ ...taken, 'PUT /imports/neu/parts/0': problem(422, 'import-not-text') })
    choose(root, 'bild.csv')
    submit(root)
    while (!root.querySelector('form .problem')) await aTimeout(5)
    expect(root.querySelector('form .problem')!.textContent).to.contain('keine Textdatei')
    expect(root.querySelector('.drop [role="status"]')!.textContent).to.equal('bild.csv')
  })

  it('asks whether the file is complete, but not of XZuFi', async () => {
    const { element, root, asked, gone } = await open(taken)
    root.querySelector<HTMLInputElement>('#complete')!.click()
    choose(root, 'a.csv')
    submit(root)
    while (gone.length === 0) await aTimeout(5)
    expect((asked.find(({ method }) => method === 'POST') as Asked).body).to.include({ complete: true })
    const kind = root.querySelector<HTMLSelectElement>('#kind')!
    kind.value = 'xzufi'
    kind.dispatchEvent(new Event('change'))
    await element.updateComplete
    expect(root.querySelector('#complete')).to.equal(null)
  })

  it('takes a list of people from who may write of them, and says what it needs and what becomes of it', async () => {
    const { element, root, asked, gone } = await open(taken, ['imports:write', 'people:write'], 'people')
    expect(root.querySelector<HTMLSelectElement>('#kind')!.value).to.equal('people')
    expect(root.querySelector('form')!.textContent).to.contain('Nachname, Funktion und Stelle')
    expect(root.querySelector('form')!.textContent).to.contain('nach der Übernahme gelöscht')
    await expect(element).to.be.accessible()
    choose(root, 'a.csv')
    submit(root)
    while (gone.length === 0) await aTimeout(5)
    expect((asked.find(({ method }) => method === 'POST') as Asked).body).to.include({ kind: 'people' })
  })

  it('offers no list of people to who may not write of them', async () => {
    const { root } = await open({}, ['imports:write'], 'people')
    const kind = root.querySelector<HTMLSelectElement>('#kind')!
    expect([kind.value, [...kind.options].map(({ value }) => value)]).to.deep.equal([
      'units',
      ['units', 'services', 'supplements', 'responsibilities', 'xzufi', 'xzufi-changes'],
    ])
  })

  it('lists the imports of before, each a link', async () => {
    const { element, root } = await open()
    const link = root.querySelector<HTMLAnchorElement>('#history + ul a')!
    expect([link.pathname, link.textContent]).to.deep.equal(['/desk/imports/a', 'stellen.csv'])
    await expect(element).to.be.accessible()
  })

  it('is worked with the keyboard alone', async () => {
    const { root } = await open()
    root.querySelector<HTMLElement>('#kind')!.focus()
    const reached = []
    for (let step = 0; step < 3; step += 1) {
      await sendKeys({ press: 'Tab' })
      reached.push(root.activeElement?.id || root.activeElement?.tagName)
    }
    expect(reached).to.deep.equal(['file', 'complete', 'BUTTON'])
  })
})
