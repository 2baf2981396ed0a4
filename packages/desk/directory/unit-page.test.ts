import { aTimeout, expect, fixture, html } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import type { OpeningHours, Scope } from '@amtsweg/contract'
import { sampleUnit } from '@amtsweg/kit/testing.ts'
import { type Answers, type Asked, fakeDesk, problem } from '../shell/testing.ts'
import type { UnitPage } from './unit-page.ts'
import './unit-page.ts'

const record = {
  id: sampleUnit.id,
  tier: 'municipal',
  names: { de: sampleUnit.name },
  addresses: [],
  contacts: [],
}
const tagged = (body: object, etag: string) => Response.json(body, { headers: { etag } })
const path = `/units/${sampleUnit.id}`
const answers = (more: Answers = {}): Answers => ({
  [`GET ${path}`]: sampleUnit,
  [`GET ${path}/record`]: () => tagged(record, '"r1"'),
  [`GET ${path}/hours`]: () => tagged(sampleUnit.hours!, '"h1"'),
  [`PUT ${path}/hours`]: ({ body }: Asked) =>
    Response.json(body, { headers: { etag: '"h2"', 'amtsweg-change': '7' } }),
  'POST /history/7/undo': { subject: `${path}/hours`, change: '8' },
  ...more,
})

async function open(more?: Answers, id = sampleUnit.id, scopes?: readonly Scope[]) {
  const parts = fakeDesk(answers(more), scopes)
  const page = await fixture<UnitPage>(
    html`<desk-unit-page lang="de" .desk=${parts.desk} .params=${{ id }}></desk-unit-page>`,
  )
  while (!page.shadowRoot!.querySelector('[role=tablist]')) await aTimeout(5)
  return { page, ...parts }
}
const hoursOf = (page: UnitPage) => page.shadowRoot!.querySelector('desk-hours')!
const field = (root: Element, id: string) => root.shadowRoot!.querySelector<HTMLInputElement>(`#${id}`)!
const until = async (isSo: () => unknown) => {
  while (!isSo()) await aTimeout(5)
}

describe('desk-unit-page', () => {
  it('changes an hour and saves it by the keyboard alone', async () => {
    const { page, asked, notices } = await open()
    field(hoursOf(page), 'day-1').focus()
    field(hoursOf(page), 'day-1').select()
    await sendKeys({ type: '8-12' })
    expect(page.isUnsaved).to.equal(true)
    await sendKeys({ press: 'Control+s' })
    await until(() => notices.length)
    const put = asked.find(({ method }) => method === 'PUT')!
    expect(put.headers.get('if-match')).to.equal('"h1"')
    expect((put.body as { spans: object[] }).spans[0]).to.deep.equal({
      weekday: 1,
      opens: '08:00',
      closes: '12:00',
    })
    await until(() => !page.isUnsaved)
    await expect(page).to.be.accessible()
  })

  it('saves an hour by Enter', async () => {
    const { page, notices } = await open()
    field(hoursOf(page), 'day-1').focus()
    field(hoursOf(page), 'day-1').select()
    await sendKeys({ type: '8-12' })
    await sendKeys({ press: 'Enter' })
    await until(() => notices.length)
    await until(() => !page.isUnsaved)
  })

  it('keeps hours as a draft for later', async () => {
    const drafts: Asked[] = []
    const { page, gone, desk, asked } = await open()
    const put = desk.api.put
    Object.assign(desk.api, {
      put: (path: string, body: unknown) =>
        path.startsWith('/drafts/')
          ? Promise.resolve(drafts.push({ method: 'PUT', path, body, headers: new Headers() }))
          : put(path, body),
    })
    field(hoursOf(page), 'day-3').focus()
    await sendKeys({ type: '9-10' })
    await page.updateComplete
    await expect(page).to.be.accessible()
    page.shadowRoot!.querySelector<HTMLElement>('.save-bar .quiet')!.click()
    await until(() => gone.length)
    expect(drafts[0]!.body).to.deep.include({ subject: `${path}/hours`, basedOn: '"h1"' })
    expect(gone[0]).to.match(/^\/desk\/changes\/[\da-f-]{36}$/)
    expect(page.isUnsaved).to.equal(false)
    expect(asked.some(({ method }) => method === 'PUT')).to.equal(false)
  })

  it('takes back what was saved', async () => {
    const { page, asked, notices } = await open()
    field(hoursOf(page), 'day-3').focus()
    await sendKeys({ type: '9-10' })
    await sendKeys({ press: 'Control+s' })
    await until(() => notices.length)
    await notices[0]!.undo!()
    expect(asked.some(({ path }) => path === '/history/7/undo')).to.equal(true)
    expect(notices[1]!.text).to.contain('Der frühere Stand gilt wieder')
  })

  /** Hours that somebody else has changed on one day after they were read here. */
  function fasterOn(weekday: number) {
    let saved: OpeningHours = sampleUnit.hours!
    let tag = '"h1"'
    const change = () => {
      tag = '"h2"'
      const spans = [
        ...saved.spans.filter((span) => span.weekday !== weekday),
        { weekday, opens: '07:00', closes: '09:00' },
      ]
      saved = { ...saved, spans: spans.sort((one, other) => one.weekday - other.weekday) }
    }
    const more: Answers = {
      [`GET ${path}/hours`]: () => tagged(saved, tag),
      [`PUT ${path}/hours`]: ({ body, headers }: Asked) => {
        if (headers.get('if-match') !== tag) return problem(412, 'precondition-failed')
        saved = body as OpeningHours
        return tagged(saved, (tag = '"h3"'))
      },
    }
    const on = (day: number) =>
      saved.spans.filter((span) => span.weekday === day).map(({ opens, closes }) => `${opens}-${closes}`)
    return { more, change, on }
  }

  it('keeps the days of both where somebody else was faster with other days, and says so', async () => {
    const { more, change, on } = fasterOn(6)
    const { page, notices } = await open(more)
    change()
    field(hoursOf(page), 'day-7').focus()
    await sendKeys({ type: '9-10' })
    await sendKeys({ press: 'Control+s' })
    await until(() => notices.length)
    expect([on(6), on(7)]).to.deep.equal([['07:00-09:00'], ['09:00-10:00']])
    expect(notices[0]!.text).to.contain('jemand anderes Samstag geändert')
    await until(() => !page.isUnsaved)
    expect(field(hoursOf(page), 'day-6').value).to.equal('7–9')
  })

  it('asks of the days that both have changed, and loses no other', async () => {
    const { more, change, on } = fasterOn(6)
    const { page, notices } = await open(more)
    change()
    for (const day of ['day-6', 'day-7']) {
      field(hoursOf(page), day).focus()
      await sendKeys({ type: '9-10' })
    }
    await sendKeys({ press: 'Control+s' })
    await until(() => page.shadowRoot!.querySelector('desk-conflict-view'))
    const view = page.shadowRoot!.querySelector('desk-conflict-view')!.shadowRoot!
    await until(() => view.querySelector('legend'))
    expect([...view.querySelectorAll('legend')].map((one) => one.textContent)).to.deep.equal(['Samstag'])
    expect(field(hoursOf(page), 'day-7').value).to.contain('9')
    await expect(page).to.be.accessible()
    view.querySelector<HTMLElement>('input[value=theirs]')!.click()
    view.querySelector<HTMLElement>('.button')!.click()
    await until(() => notices.length)
    expect([on(6), on(7)]).to.deep.equal([['07:00-09:00'], ['09:00-10:00']])
    expect(page.shadowRoot!.querySelector('desk-conflict-view')).to.equal(null)
  })

  it('keeps what is typed while it saves', async () => {
    let answer = () => undefined as void
    const { page, notices, asked } = await open({
      [`PUT ${path}/hours`]: async ({ body }: Asked) => {
        await new Promise<void>((resolve) => (answer = resolve))
        return tagged(body as object, '"h2"')
      },
    })
    field(hoursOf(page), 'day-3').focus()
    await sendKeys({ type: '9-10' })
    await sendKeys({ press: 'Control+s' })
    field(hoursOf(page), 'day-6').focus()
    await sendKeys({ type: '11-12' })
    answer()
    await until(() => notices.length)
    await until(() => asked.filter(({ method, path: one }) => method === 'GET' && one === path).length > 1)
    await aTimeout(20)
    expect(field(hoursOf(page), 'day-6').value).to.equal('11-12')
    expect(page.isUnsaved).to.equal(true)
  })

  it('shows at its field what the server refuses, in the language where it is', async () => {
    const refused = {
      errors: [
        { pointer: '/names/en', detail: 'A text holds a character that cannot be kept: U+0000' },
        { pointer: '/contacts/0', detail: 'The contact cannot be used' },
      ],
    }
    const contacts = [
      { kind: 'phone', value: '' },
      { kind: 'email', value: 'a' },
    ]
    const { page } = await open({
      [`GET ${path}/record`]: () => tagged({ ...record, contacts }, '"r1"'),
      [`PUT ${path}/record`]: problem(422, 'invalid-body', refused),
    })
    page.shadowRoot!.querySelector<HTMLElement>('#tab-record')!.click()
    await page.updateComplete
    field(page, 'name-de').focus()
    await sendKeys({ type: '!' })
    await sendKeys({ press: 'Control+s' })
    await until(() => page.shadowRoot!.querySelector('[data-summary]'))
    expect(field(page, 'name-en').getAttribute('aria-invalid')).to.equal('true')
    expect(field(page, 'contact-1-value').getAttribute('aria-invalid')).to.equal('true')
    expect(page.isUnsaved).to.equal(true)
    await expect(page).to.be.accessible()
  })

  it('takes the same address at a second try for a new office, as the first may have come', async () => {
    const { page, asked } = await open({}, 'new')
    field(page, 'name-de').focus()
    await sendKeys({ type: 'Rathaus' })
    await sendKeys({ press: 'Control+s' })
    await until(() => page.shadowRoot!.querySelector('.problem'))
    await sendKeys({ press: 'Control+s' })
    const puts = () => asked.filter(({ method }) => method === 'PUT')
    await until(() => puts().length > 1)
    expect(puts()[1]!.path).to.equal(puts()[0]!.path)
  })

  it('asks for a German name before it saves a new office', async () => {
    const { page, asked, gone } = await open({ [`PUT /units/rathaus/record`]: record }, 'new')
    expect(page.shadowRoot!.querySelector('desk-hours')).to.equal(null)
    await expect(page).to.be.accessible()
    field(page, 'region-key').focus()
    await sendKeys({ type: ' ' })
    await sendKeys({ press: 'Control+s' })
    await until(() => page.shadowRoot!.querySelector('[data-summary]'))
    expect(asked.filter(({ method }) => method === 'PUT')).to.deep.equal([])
    expect(gone).to.deep.equal([])
  })

  it('shows the office as citizens see it in another language', async () => {
    const { page } = await open()
    page.shadowRoot!.querySelector<HTMLElement>('#tab-preview')!.click()
    await page.updateComplete
    const card = page.shadowRoot!.querySelector('amt-office-card')!
    expect(card.unit!.name).to.equal(sampleUnit.name)
    const select = page.shadowRoot!.querySelector<HTMLSelectElement>('#preview-lang')!
    select.value = 'ar'
    select.dispatchEvent(new Event('change'))
    await page.updateComplete
    expect(card.closest('[lang]')!.getAttribute('lang')).to.equal('ar')
  })

  it('shows who works there to whoever keeps people, and leads to each and to a new one', async () => {
    const id = `p-${'1'.repeat(32)}`
    const functions = [{ unitId: sampleUnit.id, names: { de: 'Wohngeld' } }]
    const people = { items: [{ id, familyName: 'Muster', functions, contacts: [] }], next: null }
    const { page, asked } = await open({ 'GET /people/records': people }, sampleUnit.id, ['people:write'])
    const root = page.shadowRoot!
    root.querySelector<HTMLElement>('#tab-people')!.click()
    await until(() => root.querySelector('desk-unit-people')?.shadowRoot?.querySelector('li'))
    const list = root.querySelector('desk-unit-people')!.shadowRoot!
    expect(list.querySelector('li')!.textContent).to.match(/Muster\s+nur Funktion\s+Wohngeld/)
    const ways = [...list.querySelectorAll('a')].map(({ pathname, search }) => pathname + search)
    expect(ways).to.deep.equal([`/desk/people/${id}`, `/desk/people/new?unit=${sampleUnit.id}`])
    expect(asked.at(-1)!.path).to.equal(`/people/records?unit=${sampleUnit.id}&limit=100`)
    await expect(page).to.be.accessible()
  })

  it('shows nobody to who does not keep people', async () =>
    expect((await open()).page.shadowRoot!.querySelector('#tab-people')).to.equal(null))

  it('says what went wrong', async () => {
    const parts = fakeDesk({})
    const page = await fixture<UnitPage>(
      html`<desk-unit-page lang="de" .desk=${parts.desk} .params=${{ id: 'x' }}></desk-unit-page>`,
    )
    await until(() => page.shadowRoot!.querySelector('.problem'))
    await expect(page).to.be.accessible()
  })
})
