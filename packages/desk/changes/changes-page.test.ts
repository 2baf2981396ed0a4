import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import type { HistoryItem, Scope } from '@amtsweg/contract'
import { type Answers, fakeDesk, problem, sampleGrant } from '../shell/testing.ts'
import { sampleDraft } from './testing.ts'
import './changes-page.ts'

const change: HistoryItem = {
  id: '7',
  at: '2026-11-30T09:00:00Z',
  by: { clerk: 'c2', token: null },
  action: 'unit.put',
  subject: '/units/rathaus/record',
  name: 'Rathaus',
  undoes: null,
  kept: true,
}

async function open(
  answers: Answers = {},
  scopes: readonly Scope[] = [...sampleGrant.scopes, 'changes:approve'],
) {
  const fake = fakeDesk(
    { 'GET /drafts': { items: [], next: null }, 'GET /history': { items: [change], next: null }, ...answers },
    scopes,
  )
  const page = await fixture<HTMLElementTagNameMap['desk-changes-page']>(
    html`<desk-changes-page .desk=${fake.desk}></desk-changes-page>`,
  )
  const root = page.shadowRoot!
  await waitUntil(() => root.querySelector('[role=tabpanel]') ?? root.querySelector('[role=alert]'))
  return { ...fake, page, root }
}
const drafts = (...items: readonly object[]) => ({ 'GET /drafts': { items, next: null } })
const selected = (root: ShadowRoot) => root.querySelector('[aria-selected=true]')!.textContent.trim()

describe('changes', () => {
  it('begin with what needs this person', async () => {
    const some = drafts(sampleDraft(), sampleDraft({ id: 'draft-0002', state: 'submitted' }))
    expect(selected((await open(some)).root)).to.equal('Zur Freigabe (1)')
    expect(selected((await open(some, sampleGrant.scopes)).root)).to.equal('Entwürfe (1)')
    expect(selected((await open()).root)).to.equal('Veröffentlicht')
  })

  it('can be gone through by keyboard, each kind of them', async () => {
    const { root, page } = await open(
      drafts(sampleDraft({ state: 'scheduled', publishAt: '2026-12-24T11:00:00Z' })),
    )
    root.querySelector<HTMLElement>('[role=tab]')!.click()
    await page.updateComplete
    expect(root.textContent).to.contain('Kein Entwurf ist offen.')
    root.querySelector<HTMLElement>('[role=tab]')!.focus()
    for (const _ of [1, 2]) await sendKeys({ press: 'ArrowRight' })
    await page.updateComplete
    expect(root.textContent).to.contain('24. Dezember 2026 um 12:00')
    expect(root.querySelector('.list a')!.getAttribute('href')).to.equal('/desk/changes/draft-0001')
    await expect(page).to.be.accessible()
  })

  it('that are published are undone', async () => {
    const { root, page, asked, notices } = await open({
      'POST /history/7/undo': { subject: change.subject, change: '8' },
    })
    await expect(page).to.be.accessible()
    root.querySelector<HTMLElement>('.list button')!.click()
    await waitUntil(() => notices.length > 0)
    expect(notices[0]!.text).to.equal('Der frühere Stand gilt wieder.')
    expect(asked.filter(({ path }) => path.startsWith('/history?'))).to.have.length.greaterThan(0)
  })

  it('that were changed again stay as they are', async () => {
    const { root, notices } = await open({ 'POST /history/7/undo': problem(412, 'precondition-failed') })
    root.querySelector<HTMLElement>('.list button')!.click()
    await waitUntil(() => notices.length > 0)
    expect(notices[0]!.text).to.contain('Es bleibt dabei')
  })

  it('that cannot be undone offer nothing', async () => {
    const { root } = await open({ 'GET /history': { items: [{ ...change, kept: false }], next: null } })
    expect(root.querySelector('.list button')).to.equal(null)
  })

  it('that cannot be asked for say so, and ask again', async () => {
    const { root, page } = await open({ 'GET /drafts': problem(503, 'unavailable') })
    expect(root.querySelector('[role=alert] button')).not.to.equal(null)
    await expect(page).to.be.accessible()
  })
})
