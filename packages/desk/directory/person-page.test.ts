import { aTimeout, expect, fixture, html } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import type { PersonEdit } from '@amtsweg/contract'
import { type Answers, type Asked, fakeDesk, problem } from '../shell/testing.ts'
import type { PeoplePage } from './people-page.ts'
import { peopleWords } from './people-words.ts'
import { newPersonId, personDraftOf, personErrors, sentPerson } from './person-draft.ts'
import type { PersonPage } from './person-page.ts'
import './people-page.ts'
import './person-page.ts'

const id = `p-${'0'.repeat(32)}`
const erika: PersonEdit = {
  ...{ givenName: 'Erika', familyName: 'Muster', room: '12', services: ['wohngeld'] },
  functions: [{ unitId: 'rathaus', names: { de: 'Wohngeld', en: 'Housing benefit' } }],
  topics: ['Miete'],
  contacts: [
    { kind: 'phone', value: '03883 1', label: 'Zentrale' },
    { kind: 'fax', value: '03883 2' },
  ],
  substitute: { id },
  naming: { basis: 'consent', since: '2026-01-01' },
}
const path = `/people/${id}/record`
const until = async (isSo: () => unknown) => {
  while (!isSo()) await aTimeout(5)
}

describe('a person who is being typed', () => {
  it('says the same as before where nothing was typed, and keeps what the desk does not show', () =>
    expect(sentPerson(erika, personDraftOf(erika))).to.deep.equal(erika))

  it('has no name to show without a consent', () =>
    expect(sentPerson(erika, { ...personDraftOf(erika), basis: '' }).naming).to.equal(undefined))

  it('is refused without name, function, date of consent, or with days the wrong way round', () => {
    const wrong = { ...personDraftOf({}), basis: 'consent' as const, from: '2026-02-02', until: '2026-02-01' }
    expect(Object.keys(personErrors(wrong, peopleWords))).to.deep.equal([
      'familyName',
      'functionName',
      'unitId',
      'since',
      'until',
    ])
    expect(personErrors(personDraftOf(erika), peopleWords)).to.deep.equal({})
  })

  it('gets an id that tells nothing', () => expect(newPersonId()).to.match(/^p-[\da-f]{32}$/))
})

describe('desk-person-page', () => {
  async function open(answers: Answers, wanted = id) {
    const named: Answers = {
      'GET /units/rathaus': { id: 'rathaus', name: 'Rathaus', parent: { id: 'stadt', name: 'Stadt' } },
      'GET /units': { items: [{ id: 'archiv', name: 'Archiv', regionName: 'Musterstadt' }], next: null },
    }
    const parts = fakeDesk({ ...named, ...answers }, ['people:write'])
    const page = await fixture<PersonPage>(
      html`<desk-person-page lang="de" .desk=${parts.desk} .params=${{ id: wanted }}></desk-person-page>`,
    )
    await until(() => page.shadowRoot!.querySelector('form, .problem'))
    return { page, form: page.shadowRoot!, ...parts }
  }
  const tagged = () => Response.json({ id, ...erika }, { headers: { etag: '"1"' } })

  it('saves what was typed, by the keyboard', async () => {
    const { page, form, asked, gone } = await open({
      [`GET ${path}`]: tagged,
      [`PUT ${path}`]: ({ body }: Asked) => body as object,
    })
    await expect(page).to.be.accessible()
    form.querySelector<HTMLElement>('#room')!.focus()
    await sendKeys({ type: '3' })
    expect(page.isUnsaved).to.equal(true)
    await sendKeys({ press: 'Control+s' })
    await until(() => gone.length)
    const put = asked.find(({ method }) => method === 'PUT')!
    expect(put.headers.get('if-match')).to.equal('"1"')
    expect(put.body).to.deep.equal({ ...erika, room: '123' })
  })

  it('makes nobody of a mistyped address', async () => {
    const { desk } = fakeDesk({ [`GET ${path}`]: { id } }, ['people:write'])
    const page = await fixture<PersonPage>(
      html`<desk-person-page lang="de" .desk=${desk} .params=${{ id }}></desk-person-page>`,
    )
    await until(() => page.shadowRoot!.querySelector('[role="alert"]'))
    expect(page.shadowRoot!.textContent).to.contain('Diese Person gibt es nicht')
    expect(page.shadowRoot!.querySelector('input')).to.equal(null)
  })

  it('says what is missing', async () => {
    const { page, form, asked } = await open({}, 'new')
    form.querySelector<HTMLElement>('.save-bar .button')!.click()
    await until(() => form.querySelector('[data-summary]'))
    expect(asked).to.deep.equal([])
    await expect(page).to.be.accessible()
  })

  it('keeps what was typed where somebody else was faster, shows what differs, and saves it upon that', async () => {
    let isFaster = true
    const { page, form, asked, gone } = await open({
      [`GET ${path}`]: () => Response.json({ id, ...erika }, { headers: { etag: isFaster ? '"1"' : '"2"' } }),
      [`PUT ${path}`]: ({ body }: Asked) => {
        if (!isFaster) return body as object
        isFaster = false
        return problem(412, 'precondition-failed')
      },
    })
    form.querySelector<HTMLElement>('#room')!.focus()
    await sendKeys({ type: '3' })
    await sendKeys({ press: 'Control+s' })
    await until(() => form.activeElement?.role === 'alert')
    expect(form.querySelector<HTMLInputElement>('#room')!.value).to.equal('123')
    expect(form.querySelector('.problem dt')!.textContent).to.equal('Zimmer')
    await expect(page).to.be.accessible()
    form.querySelector<HTMLElement>('.problem .button')!.click()
    await until(() => gone.length)
    const puts = asked.filter(({ method }) => method === 'PUT')
    expect(puts.map(({ headers }) => headers.get('if-match'))).to.deep.equal(['"1"', '"2"'])
  })

  it('is kept as a draft for later', async () => {
    const { page, form, asked } = await open({ [`GET ${path}`]: tagged })
    form.querySelector<HTMLElement>('#room')!.focus()
    await sendKeys({ type: '3' })
    await page.updateComplete
    form.querySelector<HTMLElement>('.save-bar .quiet')!.click()
    await until(() => asked.some(({ path: to }) => to.startsWith('/drafts/')))
    const { body } = asked.find(({ path: to }) => to.startsWith('/drafts/'))!
    expect(body).to.deep.equal({ subject: path, wanted: { ...erika, room: '123' }, basedOn: '"1"' })
    expect(asked.some(({ method, path: to }) => method === 'PUT' && to === path)).to.equal(false)
    // The server here takes no draft: nothing is lost by that.
    await until(() => form.querySelector('.problem'))
    expect(page.isUnsaved).to.equal(true)
  })

  it('names the office and who stands in instead of their ids, and finds others by name', async () => {
    const max = { ...erika, id: `p-${'1'.repeat(32)}`, givenName: 'Max' }
    const substituted = { ...erika, substitute: { id: max.id, covers: 'Miete' } }
    const { page, form, asked, gone } = await open({
      [`GET ${path}`]: () => Response.json({ id, ...substituted }, { headers: { etag: '"1"' } }),
      [`GET /people/${max.id}/record`]: max,
      'GET /people/records': { items: [{ id, ...erika }, max], next: null },
      [`PUT ${path}`]: ({ body }: Asked) => body as object,
    })
    const picker = (name: string) => form.querySelector(`#${name}`)!.shadowRoot!
    const field = (name: string) => picker(name).querySelector('amt-combobox')!.shadowRoot!
    await until(() => picker('unitId').querySelector('strong')?.textContent === 'Rathaus')
    await until(() => picker('substituteId').querySelector('strong')?.textContent === 'Max Muster')
    expect(picker('unitId').textContent).to.contain('Stadt')
    await expect(page).to.be.accessible()

    picker('unitId').querySelector('button')!.focus()
    await sendKeys({ press: 'Enter' })
    await until(() => picker('unitId').querySelector('amt-combobox'))
    await aTimeout(20)
    await sendKeys({ type: 'arch' })
    await until(() => field('unitId').querySelector('[role=option]'))
    expect(field('unitId').querySelector('[role=option]')!.textContent).to.contain('Musterstadt')
    await expect(page).to.be.accessible()
    await sendKeys({ press: 'ArrowDown' })
    await sendKeys({ press: 'Enter' })
    await until(() => picker('unitId').querySelector('strong')?.textContent === 'Archiv')

    picker('substituteId').querySelector('button')!.click()
    await until(() => picker('substituteId').querySelector('amt-combobox'))
    await aTimeout(20)
    await sendKeys({ type: 'muster' })
    await until(() => field('substituteId').querySelector('[role=option]'))
    // Nobody stands in for themselves, and no name stands in an address.
    expect(field('substituteId').querySelectorAll('[role=option]')).to.have.length(1)
    expect(asked.map(({ path: to }) => to).join()).not.to.contain('muster')
    await sendKeys({ press: 'Control+s' })
    await until(() => gone.length)
    const put = asked.find(({ method }) => method === 'PUT')!.body as PersonEdit
    expect([put.functions[0]!.unitId, put.substitute]).to.deep.equal(['archiv', undefined])
  })

  it('says that an office is gone, and lets another be chosen', async () => {
    const { form, page } = await open({
      [`GET ${path}`]: tagged,
      'GET /units/rathaus': problem(404, 'unit-unknown'),
    })
    const picker = form.querySelector('#unitId')!.shadowRoot!
    await until(() => picker.querySelector('.error'))
    expect(picker.textContent).to.contain('Das gibt es nicht mehr.')
    await expect(page).to.be.accessible()
  })
})

describe('desk-people-page', () => {
  it('lists people, and finds them without naming them in an address', async () => {
    const max = { ...erika, id: `p-${'1'.repeat(32)}`, givenName: 'Max', naming: undefined }
    const { desk, asked } = fakeDesk({
      'GET /people/records': { items: [{ id, ...erika }, max], next: null },
    })
    const page = await fixture<PeoplePage>(
      html`<desk-people-page lang="de" .desk=${desk}></desk-people-page>`,
    )
    const rows = () => [
      ...page.shadowRoot!.querySelector('desk-list')!.shadowRoot!.querySelectorAll('[role=row]'),
    ]
    await until(() => rows().length === 2)
    expect(rows().map((row) => row.querySelector('.tag')!.textContent)).to.deep.equal([
      ...['Name wird gezeigt', 'nur Funktion'],
    ])
    await expect(page).to.be.accessible()
    page.shadowRoot!.querySelector('input')!.focus()
    await sendKeys({ type: 'max' })
    await until(() => rows().length === 1)
    expect(asked.map(({ path }) => path).join()).not.to.contain('max')
  })
})
