import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import type { Draft, Scope } from '@amtsweg/contract'
import type { Desk } from '../shell/desk.ts'
import type { PageTitledEvent } from '../shell/page.ts'
import { type Answers, fakeDesk, problem, sampleGrant } from '../shell/testing.ts'
import { sampleDraft } from './testing.ts'
import './change-page.ts'

const colleague = { authors: [{ clerk: 'c2', token: null }] }
const answerWith = (body: unknown, etag: string) => Response.json(body, { headers: { etag } })

/** The page of a draft, upon what its subject says now. */
async function open(
  draft: Draft,
  {
    answers = {},
    fourEyes = true,
    now = { etag: '"alt"', data: draft.base } as { etag: string; data: unknown },
    scopes = [...sampleGrant.scopes, 'changes:approve'] as Scope[],
  } = {},
) {
  const all: Answers = {
    'GET /drafts/draft-0001': () => answerWith(draft, '"d1"'),
    'GET /drafts': { items: [{ ...draft, name: 'Neues Rathaus' }], next: null },
    'GET /units/rathaus/hours': () => answerWith(now.data, now.etag),
    ...answers,
  }
  const fake = fakeDesk(all, scopes)
  const desk: Desk = { ...fake.desk, grant: { ...fake.desk.grant, fourEyes } }
  const page = await fixture<HTMLElementTagNameMap['desk-change-page']>(
    html`<desk-change-page .desk=${desk} .params=${{ id: 'draft-0001' }}></desk-change-page>`,
  )
  const root = page.shadowRoot!
  await waitUntil(() => root.querySelector('.steps') ?? root.querySelector('.tag'))
  await page.updateComplete
  const button = (text: string) =>
    [...root.querySelectorAll<HTMLButtonElement>('button')].find((one) => one.textContent.trim() === text)
  return { ...fake, page, root, button }
}
const stepsIn = (root: ShadowRoot) =>
  [...root.querySelectorAll('.steps button')].map((one) => one.textContent.trim())

describe('the page of a draft', () => {
  it('is called as its subject is, not as that stands in addresses', async () => {
    const titles: string[] = []
    const listen = (event: Event) => void titles.push((event as PageTitledEvent).title)
    addEventListener('desk-page-titled', listen)
    await open(sampleDraft())
    removeEventListener('desk-page-titled', listen)
    expect(titles.at(-1)).to.equal('Öffnungszeiten: Neues Rathaus')
  })

  it('shows what changes, word by word, and says it to who listens', async () => {
    const { root, page } = await open(sampleDraft())
    expect(root.querySelector('del')!.textContent).to.contain('08:00')
    expect(root.querySelector('ins')!.textContent).to.match(/neu: .*09:00/)
    expect(root.textContent).to.contain('Montag')
    await expect(page).to.be.accessible()
  })

  const draftSteps = ['Zur Freigabe geben', 'Entwurf verwerfen']
  const steps: readonly (readonly [name: string, Partial<Draft>, boolean, readonly string[]])[] = [
    ['mine, with a second person', {}, true, draftSteps],
    ['mine, without', {}, false, ['Jetzt veröffentlichen', 'Später veröffentlichen', 'Entwurf verwerfen']],
    ['unfinished', { errors: [{ pointer: '/spans', detail: 'Required' }] }, true, ['Entwurf verwerfen']],
    ['mine and submitted', { state: 'submitted' }, true, ['Zurückziehen', 'Entwurf verwerfen']],
    [
      'a colleague’s and submitted',
      { ...colleague, state: 'submitted' },
      true,
      ['Freigeben', 'Zurückgeben', 'Zurückziehen', 'Entwurf verwerfen'],
    ],
    [
      'approved of',
      { state: 'approved', approvedBy: { clerk: 'c2', token: null } },
      true,
      ['Jetzt veröffentlichen', 'Später veröffentlichen', 'Zurückziehen', 'Entwurf verwerfen'],
    ],
    ['published', { state: 'published', change: '7' }, true, []],
  ]
  for (const [name, more, fourEyes, expected] of steps)
    it(`${name}: offers what can be done`, async () => {
      const { root, page } = await open(sampleDraft(more), { fourEyes })
      expect(stepsIn(root)).to.deep.equal(expected)
      await expect(page).to.be.accessible()
    })

  it('is approved of by keyboard, with the tag of what was seen', async () => {
    const draft = sampleDraft({ ...colleague, state: 'submitted' })
    const { asked, notices, button } = await open(draft, {
      answers: {
        'POST /drafts/draft-0001/approve': () =>
          answerWith({ ...draft, state: 'approved', approvedBy: { clerk: 'c1', token: null } }, '"d2"'),
      },
    })
    button('Freigeben')!.focus()
    await sendKeys({ press: 'Enter' })
    await waitUntil(() => notices.length > 0)
    const sent = asked.find(({ method }) => method === 'POST')!
    expect(sent.headers.get('if-match')).to.equal('"d1"')
    expect(notices[0]!.text).to.contain('Freigegeben')
  })

  it('is given back with a reason only', async () => {
    const draft = sampleDraft({ ...colleague, state: 'submitted' })
    const { asked, root, page, button } = await open(draft, {
      answers: {
        'POST /drafts/draft-0001/reject': () => answerWith({ ...draft, state: 'rejected' }, '"d2"'),
      },
    })
    button('Zurückgeben')!.click()
    await page.updateComplete
    const form = () => root.querySelector('form')!
    form().requestSubmit()
    await waitUntil(() => root.querySelector('[data-summary]'))
    await expect(page).to.be.accessible()
    const area = root.querySelector('textarea')!
    area.value = 'Bitte ohne Abkürzung'
    area.dispatchEvent(new InputEvent('input'))
    form().requestSubmit()
    await waitUntil(() => asked.some(({ method }) => method === 'POST'))
    expect(asked.find(({ method }) => method === 'POST')!.body).to.deep.equal({
      reason: 'Bitte ohne Abkürzung',
    })
  })

  it('is set to a time on clocks in Germany', async () => {
    const { asked, root, page, button } = await open(sampleDraft(), {
      fourEyes: false,
      answers: {
        'POST /drafts/draft-0001/schedule': () =>
          answerWith(sampleDraft({ state: 'scheduled', publishAt: '2096-12-24T11:00:00Z' }), '"d2"'),
      },
    })
    button('Später veröffentlichen')!.click()
    await page.updateComplete
    await expect(page).to.be.accessible()
    const set = (id: string, value: string) => {
      const input = root.querySelector<HTMLInputElement>(`#${id}`)!
      input.value = value
      input.dispatchEvent(new InputEvent('input'))
    }
    root.querySelector('form')!.requestSubmit()
    await waitUntil(() => root.querySelector('[data-summary]'))
    set('day', '2096-12-24')
    set('time', '12:00')
    root.querySelector('form')!.requestSubmit()
    await waitUntil(() => asked.some(({ method }) => method === 'POST'))
    expect(asked.find(({ method }) => method === 'POST')!.body).to.deep.equal({
      at: '2096-12-24T11:00:00.000Z',
    })
    await waitUntil(() => root.textContent?.includes('24. Dezember 2096'))
  })
})

describe('a draft that somebody was faster than', () => {
  const base = sampleDraft().base as object

  it('is put upon what is there now, and what only one side changed stays', async () => {
    const now = { ...base, exceptions: [{ from: '2026-12-24', to: '2026-12-24', spans: [] }] }
    const { asked, root, page, button } = await open(sampleDraft(), {
      now: { etag: '"neu"', data: now },
      answers: { 'PUT /drafts/draft-0001': sampleDraft() },
    })
    expect(stepsIn(root)).to.deep.equal(['Entwurf verwerfen'])
    await expect(page).to.be.accessible()
    button('Auf den heutigen Stand übernehmen')!.click()
    await waitUntil(() => asked.some(({ method }) => method === 'PUT'))
    const { body } = asked.find(({ method }) => method === 'PUT')!
    expect(body).to.deep.include({ basedOn: '"neu"' })
    expect((body as { wanted: object }).wanted).to.deep.equal({
      ...(sampleDraft().wanted as object),
      exceptions: now.exceptions,
    })
  })

  it('asks where both have changed the same', async () => {
    const theirs = [{ weekday: 1, opens: '10:00', closes: '12:00' }]
    const { asked, root, page } = await open(sampleDraft(), {
      now: { etag: '"neu"', data: { ...base, spans: theirs } },
      answers: { 'PUT /drafts/draft-0001': sampleDraft() },
    })
    const view = root.querySelector('desk-conflict-view')!
    await view.updateComplete
    await expect(page).to.be.accessible()
    view.shadowRoot!.querySelector<HTMLInputElement>('input[value=theirs]')!.click()
    view.shadowRoot!.querySelector('form')!.requestSubmit()
    await waitUntil(() => asked.some(({ method }) => method === 'PUT'))
    const { body } = asked.find(({ method }) => method === 'PUT')!
    expect((body as { wanted: { spans: unknown } }).wanted.spans).to.deep.equal(theirs)
  })

  it('tells the truth where it is refused for another reason', async () => {
    const { root, button } = await open(sampleDraft(), {
      fourEyes: false,
      answers: { 'POST /drafts/draft-0001/publish': problem(409, 'kept-by-import') },
    })
    button('Jetzt veröffentlichen')!.click()
    await waitUntil(() => root.querySelector('[role=alert]'))
    expect(root.querySelector('[role=alert]')!.textContent).to.contain('Import')
  })
})
