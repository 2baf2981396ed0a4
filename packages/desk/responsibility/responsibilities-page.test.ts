import { aTimeout, expect, fixture, html } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import type { RecordedResponsibility } from '@amtsweg/contract'
import { type Answers, type Asked, fakeDesk, problem } from '../shell/testing.ts'
import type { ResponsibilitiesPage } from './responsibilities-page.ts'
import './responsibilities-page.ts'

const area = '130765654'
const tagged = (body: object, etag: string) => Response.json(body, { headers: { etag } })
const record: RecordedResponsibility = {
  service: { id: 'hund', title: 'Hund anmelden' },
  area: { regionKey: area, name: 'Musterstadt' },
  role: 'responsible',
  unit: { id: 'rathaus', name: 'Rathaus' },
  origin: 'derived',
}
const stated = `/services/hund/responsibilities/${area}`
const answers = (more: Answers = {}): Answers => ({
  'GET /services': { items: [{ id: 'hund', title: 'Hund anmelden', lang: 'de', online: false }], next: null },
  'GET /services/hund': { id: 'hund', title: 'Hund anmelden' },
  'GET /responsibility-records': { items: [record], next: null, total: 1 },
  [`GET ${stated}`]: () => tagged({ service: 'hund', regionKey: area, items: [] }, '"1"'),
  [`PUT ${stated}`]: ({ body }: Asked) => tagged(body as object, '"2"'),
  'GET /units': { items: [{ id: 'steueramt', name: 'Steueramt', lang: 'de' }], next: null },
  'GET /areas': {
    items: [{ kind: 'gemeinde', label: 'Musterdorf', detail: 'Amt', regionKey: `${area}001`, areaCount: 1 }],
    next: null,
  },
  [`GET /areas/${area}`]: { name: 'Musterstadt' },
  ...more,
})
const until = async (isSo: () => unknown) => {
  while (!isSo()) await aTimeout(5)
}

async function open(query: string, more?: Answers) {
  const parts = fakeDesk(answers(more))
  const page = await fixture<ResponsibilitiesPage>(
    html`<desk-responsibilities-page
      lang="de"
      .desk=${parts.desk}
      .query=${new URLSearchParams(query)}
    ></desk-responsibilities-page>`,
  )
  const child = () => page.shadowRoot!.querySelector('#panel > :last-child')!.shadowRoot!
  return { page, child, ...parts }
}

/** Adds the unit that is found by the keyboard alone. */
async function addUnit(child: () => ShadowRoot) {
  const picker = child().querySelector('desk-picker')!.shadowRoot!
  const field = picker.querySelector('amt-combobox')!.shadowRoot!
  field.querySelector('input')!.focus()
  await sendKeys({ type: 'steuer' })
  await until(() => field.querySelector('[role=option]'))
  await sendKeys({ press: 'ArrowDown' })
  await sendKeys({ press: 'Enter' })
  await until(() => child().querySelector('.group'))
}
const save = (child: () => ShadowRoot) =>
  child().querySelector<HTMLElement>('.save-bar .button:not(.quiet)')!.click()

describe('desk-responsibilities-page', () => {
  it('begins with the services of the area', async () => {
    const { page, child } = await open('')
    await until(() => child().querySelector('[role=row]'))
    expect(child().querySelector('[role=row] a')!.getAttribute('href')).to.equal(
      '/desk/responsibilities?by=service&service=hund',
    )
    await expect(page).to.be.accessible()
  })

  it('shows gaps and overlaps on a tab of their own', async () => {
    const { page, child } = await open('by=gaps', {
      'GET /responsibility-report': {
        area: { regionKey: area, name: 'Musterstadt' },
        counts: { services: 1, places: 0, overlaps: 0 },
        total: 1,
        items: [
          {
            kind: 'service',
            service: { id: 'hund', title: 'Hund anmelden' },
            missing: 1,
            of: 1,
            examples: [],
          },
        ],
        next: null,
      },
    })
    await until(() => child().querySelector('.card'))
    expect(page.shadowRoot!.querySelector('[aria-selected=true]')!.id).to.equal('tab-gaps')
    await expect(page).to.be.accessible()
  })

  it('tells of a service who acts where, and how that is known', async () => {
    const { page, child } = await open('by=service&service=hund')
    await until(() => child().querySelector('table'))
    for (const words of ['Musterstadt', 'Rathaus', 'entscheidet', 'abgeleitet'])
      expect(child().querySelector('tbody')!.textContent).to.contain(words)
    await expect(page).to.be.accessible()
  })

  it('says for one’s own area who answers, by the keyboard', async () => {
    const { page, child, asked, notices } = await open('by=service&service=hund')
    await until(() => child().querySelector('desk-picker'))
    await addUnit(child)
    expect(page.isUnsaved).to.equal(true)
    expect(child().querySelector('[role=status]')!.textContent).to.contain('Steueramt hinzugefügt')
    await expect(page).to.be.accessible()
    save(child)
    await until(() => notices.length)
    const put = asked.find(({ method }) => method === 'PUT')!
    expect(put.headers.get('if-match')).to.equal('"1"')
    expect(put.body).to.deep.equal({ items: [{ unit: 'steueramt', role: 'responsible' }] })
  })

  it('keeps what was chosen as a draft for later', async () => {
    const { page, child, asked, gone } = await open('by=service&service=hund')
    await until(() => child().querySelector('desk-picker'))
    await addUnit(child)
    child().querySelector<HTMLElement>('.save-bar .quiet')!.click()
    await until(() => asked.some(({ path }) => path.startsWith('/drafts/')))
    const draft = asked.find(({ path }) => path.startsWith('/drafts/'))!
    expect(draft.body).to.deep.equal({
      ...{ subject: stated, basedOn: '"1"' },
      wanted: { items: [{ unit: 'steueramt', role: 'responsible' }] },
    })
    // The server here takes no draft: nothing is lost by that.
    await until(() => child().querySelector('.problem'))
    expect([page.isUnsaved, gone]).to.deep.equal([true, []])
  })

  it('keeps what was chosen where somebody else was faster, shows what differs, and saves it upon that', async () => {
    let isFaster = true
    const { page, child, notices } = await open('by=service&service=hund', {
      [`PUT ${stated}`]: ({ body }: Asked) =>
        isFaster ? problem(412, 'precondition-failed') : tagged(body as object, '"3"'),
    })
    await until(() => child().querySelector('desk-picker'))
    await addUnit(child)
    save(child)
    await until(() => child().activeElement?.role === 'alert')
    expect(child().querySelector('legend')!.textContent).to.equal('Steueramt')
    expect(child().querySelector('.problem ins')!.textContent).to.contain('steueramt')
    await expect(page).to.be.accessible()
    isFaster = false
    child().querySelector<HTMLElement>('.problem .button')!.click()
    await until(() => notices.length)
  })

  it('says where nobody is known', async () => {
    const { child } = await open('by=service&service=hund', {
      'GET /responsibility-records': { items: [], next: null, total: 0 },
    })
    await until(() => child().querySelector('.empty'))
    expect(child().textContent).to.contain('niemand bekannt')
  })

  it('tells of a place all services and who answers', async () => {
    const { page, child, asked } = await open('by=place')
    const rows = () => child().querySelector('desk-list')?.shadowRoot?.querySelector('[role=row]')
    await until(rows)
    expect(asked.map(({ path }) => path)).to.include(`/responsibility-records?area=${area}&limit=100`)
    expect(rows()!.textContent).to.contain('Rathaus')
    child().querySelector('input')!.focus()
    await sendKeys({ type: 'dorf' })
    await until(() => child().querySelector('li a'))
    expect(child().querySelector('li a')!.getAttribute('href')).to.equal(
      `/desk/responsibilities?by=place&area=${area}001`,
    )
    await expect(page).to.be.accessible()
  })

  it('says what went wrong', async () => {
    const { page, child } = await open('by=service&service=x')
    await until(() => child().querySelector('.problem'))
    await expect(page).to.be.accessible()
  })
})
