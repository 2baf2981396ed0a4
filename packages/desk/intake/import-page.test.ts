import { aTimeout, expect, fixture, html } from '@open-wc/testing'
import type { Import, ImportReport } from '@amtsweg/contract'
import { type Answers, fakeDesk, problem } from '../shell/testing.ts'
import type { ImportPage } from './import-page.ts'
import './import-page.ts'

const report: ImportReport = {
  ...{ read: 4, rejected: 1, created: 2, changed: 0, unchanged: 1, withdrawn: 0 },
  byKind: [{ kind: 'unit', created: 2, changed: 0, withdrawn: 0 }],
  changes: [{ kind: 'unit', id: 'b', name: 'Bürgeramt', how: 'created' }],
  ...{ suspicions: [], notes: [] },
}
const sample: Import = {
  ...{
    id: 'a',
    kind: 'units',
    complete: false,
    fileName: 'stellen.csv',
    parts: 1,
    bytes: 9,
    state: 'checked',
  },
  ...{
    createdAt: '2026-11-30T09:00:00Z',
    updatedAt: '2026-11-30T09:00:00Z',
    keptUntil: '2026-12-30T09:00:00Z',
  },
  ...{ report, isStale: false, geodata: null, failure: null },
}
const rejected = {
  items: [
    {
      line: 3,
      record: 'Fremdes Amt',
      field: null,
      code: 'not-yours',
      reason: 'Außerhalb Ihres Gebiets.',
      detail: 'x',
    },
  ],
  ...{ next: null, total: 1 },
}

/** One state after the other, the last one for good. */
async function open(states: readonly Partial<Import>[], answers: Answers = {}) {
  const left = [...states]
  const next = async () => ({ ...sample, ...(left.length > 1 ? left.shift() : left[0]) })
  const parts = fakeDesk({ 'GET /imports/a': next, 'GET /imports/a/rejected': rejected, ...answers }, [
    'imports:write',
  ])
  const element = await fixture<ImportPage>(
    html`<desk-import-page lang="de" .desk=${parts.desk} .params=${{ id: 'a' }}></desk-import-page>`,
  )
  const root = element.shadowRoot!
  const until = async (selector: string) => {
    while (!root.querySelector(selector)) await aTimeout(5)
    return root.querySelector<HTMLElement>(selector)!
  }
  return { element, root, until, ...parts }
}
const button = (root: ShadowRoot, words: string) =>
  [...root.querySelectorAll('button')].find((one) => one.textContent.includes(words))!

describe('desk-import-page', () => {
  it('waits on while the server is busy', async () => {
    const answers = [{ ...sample, state: 'checking' }, problem(503, 'unavailable'), sample]
    const next = async () => (answers.length > 1 ? answers.shift() : answers[0])
    const { element, until } = await open([], { 'GET /imports/a': next })
    await until('table')
    expect(element.shadowRoot!.querySelector('.problem')).to.equal(null)
  }).timeout(10_000)

  it('shows what would change and what was left out, with line and reason', async () => {
    const { element, root, until } = await open([{}])
    const row = await until('tbody tr')
    expect([...row.children].map((cell) => cell.textContent.trim())).to.deep.equal([
      '3',
      'Fremdes Amt',
      'Außerhalb Ihres Gebiets.x',
    ])
    expect([...root.querySelectorAll('dd')].map((one) => one.textContent)).to.deep.equal([
      '2',
      '0',
      '1',
      '0',
      '1',
    ])
    expect(root.querySelector('details li')!.textContent).to.contain('Stelle „Bürgeramt“')
    await expect(element).to.be.accessible()
  })

  it('shows rows of people by their line alone, and says after the deed that nobody is kept', async () => {
    const items = [
      { ...rejected.items[0], record: null, field: 'Nachname', reason: 'Eine Angabe fehlt: Nachname.' },
    ]
    const applied = { kind: 'people' as const, state: 'applied' as const, report: { ...report, changes: [] } }
    const { element, root, until } = await open([applied], {
      'GET /imports/a/rejected': { ...rejected, items },
    })
    const row = await until('tbody tr')
    expect([...row.children].map((cell) => cell.textContent.trim())).to.deep.equal([
      '3',
      'Eine Angabe fehlt: Nachname.x',
    ])
    expect(root.querySelector('#result ~ .help')!.textContent).to.contain('nicht aufbewahrt')
    expect(element.shadowRoot!.textContent).to.contain('Die Datei ist gelöscht.')
    expect(root.querySelector('details')).to.equal(null)
    await expect(element).to.be.accessible()
  })

  it('waits while the file is checked, and says so', async () => {
    const { element, until } = await open([
      { state: 'checking', report: null },
      { state: 'checking', report: null },
      {},
    ])
    expect((await until('label[for="progress"]')).textContent).to.contain('Wird geprüft')
    await expect(element).to.be.accessible()
    expect((await until('#result')).textContent).to.equal('Was sich ändern würde')
  })

  it('takes it over when the clerk says so', async () => {
    const { root, until, asked, notices } = await open([{}, { state: 'applied' }], {
      'POST /imports/a/apply': sample,
    })
    await until('#result')
    button(root, 'Jetzt übernehmen').click()
    while (notices.length === 0) await aTimeout(5)
    expect(asked.find(({ method }) => method === 'POST')!.body).to.deep.equal({ accept: false })
    expect(root.querySelector('#result')!.textContent).to.equal('Was sich geändert hat')
  })

  it('takes what looks damaged only when it was ticked', async () => {
    const suspicious = { report: { ...report, suspicions: ['many-withdrawn' as const] } }
    const { element, root, until, asked } = await open([suspicious], { 'POST /imports/a/apply': sample })
    await until('#accept')
    button(root, 'Jetzt übernehmen').click()
    expect((await until('.error')).textContent).to.contain('Bestätigen Sie')
    await expect(element).to.be.accessible()
    root.querySelector<HTMLInputElement>('#accept')!.click()
    button(root, 'Jetzt übernehmen').click()
    while (!asked.some(({ method }) => method === 'POST')) await aTimeout(5)
    expect(asked.find(({ method }) => method === 'POST')!.body).to.deep.equal({ accept: true })
  })

  it('says why a file cannot be used, and lets it be checked again', async () => {
    const failure = { code: 'file-unreadable' as const, detail: 'The table lacks the column Name.' }
    const { element, root, until } = await open([{ state: 'failed', report: null, failure }])
    expect((await until('.problem')).textContent).to.contain('lässt sich nicht lesen')
    expect(button(root, 'Noch einmal prüfen')).to.not.equal(undefined)
    await expect(element).to.be.accessible()
  })

  it('says that nothing was done where data have changed meanwhile', async () => {
    const { until } = await open([{ isStale: true }])
    expect((await until('.aside')).textContent).to.contain('Nichts wurde übernommen')
  })

  it('deletes file and result', async () => {
    const { root, until, gone } = await open([{}], {
      'DELETE /imports/a': new Response(null, { status: 204 }),
    })
    await until('#result')
    button(root, 'löschen').click()
    while (gone.length === 0) await aTimeout(5)
    expect(gone).to.deep.equal(['/desk/imports'])
  })
})
