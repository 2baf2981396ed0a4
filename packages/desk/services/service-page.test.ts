import { aTimeout, expect, fixture, html } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import type { Service } from '@amtsweg/contract'
import { type Answers, type Asked, fakeDesk, problem } from '../shell/testing.ts'
import { emptyService, ownProvenance } from './service-draft.ts'
import type { ServicePage } from './service-page.ts'
import './service-page.ts'

const area = '130765654'
const ofLand: Service = {
  ...emptyService('13', 'Land'),
  id: 'hund',
  title: 'Hund anmelden',
  modules: [{ code: '06', lang: 'de', content: ['Melden Sie ihn.'], supplements: [] }],
}
const own: Service = {
  ...ofLand,
  provenance: { ...ownProvenance(area, 'Musterstadt'), source: 'authority-musterstadt' },
}
const record = {
  id: 'hund',
  ...{ regionKey: area, audience: ['citizen'], titles: { de: 'Hund anmelden' }, keywords: {} },
  modules: [{ code: '06', lang: 'de', html: '<p>Melden Sie ihn.</p>' }],
  documents: [{ name: 'Ausweis', required: true, lang: 'de' }],
}
const tagged = (body: object, etag: string) => Response.json(body, { headers: { etag } })
const at = '/services/hund'
const answers = (service: Service, more: Answers = {}): Answers => ({
  [`GET ${at}`]: service,
  [`GET ${at}/record`]: () => tagged(record, '"r1"'),
  [`PUT ${at}/record`]: ({ body }: Asked) => tagged(body as object, '"r2"'),
  [`GET ${at}/supplements/${area}`]: () => tagged({ service: 'hund', regionKey: area, items: [] }, '"s1"'),
  [`PUT ${at}/supplements/${area}`]: ({ body }: Asked) => tagged(body as object, '"s2"'),
  [`GET ${at}/parts/${area}`]: () =>
    tagged({ service: 'hund', regionKey: area, fees: [], forms: [], onlineServices: [] }, '"p1"'),
  [`PUT ${at}/parts/${area}`]: ({ body }: Asked) => tagged(body as object, '"p2"'),
  [`GET ${at}/withdrawals/${area}`]: () => tagged({ service: 'hund', regionKey: area, reasons: {} }, '"w1"'),
  [`PUT ${at}/withdrawals/${area}`]: ({ body }: Asked) => tagged(body as object, '"w2"'),
  ...more,
})

async function open(given: Answers, id = 'hund') {
  const parts = fakeDesk(given)
  const page = await fixture<ServicePage>(
    html`<desk-service-page lang="de" .desk=${parts.desk} .params=${{ id }}></desk-service-page>`,
  )
  await until(() => page.shadowRoot!.querySelector('[role=tablist]'))
  return { page, ...parts, puts: () => parts.asked.filter(({ method }) => method === 'PUT') }
}
const until = async (isSo: () => unknown) => {
  while (!isSo()) await aTimeout(5)
}
const inside = <Kind extends HTMLElement = HTMLElement>(page: ServicePage, selector: string) =>
  page.shadowRoot!.querySelector<Kind>(selector)!
const text = (page: ServicePage, at = 0) =>
  page.shadowRoot!.querySelectorAll('desk-text')[at]!.shadowRoot!.querySelector('textarea')!
/** Begins to add something to the first text above; the field takes the focus. */
const add = async (page: ServicePage) => {
  inside(page, '.module .quiet').click()
  await until(() => page.shadowRoot!.activeElement?.shadowRoot?.activeElement)
}
const tab = async (page: ServicePage, id: string) => {
  inside(page, `#tab-${id}`).click()
  await page.updateComplete
}

describe('desk-service-page', () => {
  it('publishes a new service by the keyboard: a title, a text, Ctrl + S', async () => {
    const { page, puts } = await open({ ...answers(own) }, 'new')
    await expect(page).to.be.accessible()
    inside(page, '#title').focus()
    await sendKeys({ type: 'Baum fällen' })
    text(page).focus()
    await sendKeys({ type: 'Fragen Sie vorher.' })
    await sendKeys({ press: 'Control+s' })
    await until(() => puts().length)
    const [put] = puts()
    expect(put!.path).to.match(/^\/services\/baum-faellen-[\da-f]{8}\/record$/)
    expect(put!.headers.get('if-none-match')).to.equal('*')
    expect(put!.body).to.deep.include({ titles: { de: 'Baum fällen' }, regionKey: area })
  })

  it('says what is missing before it publishes', async () => {
    const { page, puts } = await open({}, 'new')
    await sendKeys({ press: 'Control+s' })
    await until(() => inside(page, '[data-summary]'))
    expect(puts()).to.deep.equal([])
    await expect(page).to.be.accessible()
  })

  it('changes a description of one’s own and keeps what the desk does not show', async () => {
    const { page, puts, notices } = await open(answers(own))
    inside<HTMLInputElement>(page, '#title').focus()
    await sendKeys({ type: '!' })
    expect(page.isUnsaved).to.equal(true)
    await sendKeys({ press: 'Control+s' })
    await until(() => notices.length)
    expect(puts()[0]!.headers.get('if-match')).to.equal('"r1"')
    expect((puts()[0]!.body as typeof record).documents).to.deep.equal(record.documents)
    await until(() => !page.isUnsaved)
  })

  it('saves keywords whose field is not left yet', async () => {
    const { page, puts, notices } = await open(answers(own))
    inside<HTMLInputElement>(page, '#keywords-de').focus()
    await sendKeys({ type: 'Hundesteuer, Welpe, ' })
    expect(inside<HTMLInputElement>(page, '#keywords-de').value).to.equal('Hundesteuer, Welpe, ')
    expect(page.isUnsaved).to.equal(true)
    await sendKeys({ press: 'Control+s' })
    await until(() => notices.length)
    expect(puts()[0]!.body).to.deep.include({ keywords: { de: ['Hundesteuer', 'Welpe'] } })
    expect(puts()[0]!.body).not.to.have.property('typedKeywords')
  })

  it('keeps what is typed while it saves', async () => {
    let answer = () => undefined as void
    const { page, asked, notices } = await open(
      answers(own, {
        [`PUT ${at}/record`]: async ({ body }: Asked) => {
          await new Promise<void>((resolve) => (answer = resolve))
          return tagged(body as object, '"r2"')
        },
      }),
    )
    inside<HTMLInputElement>(page, '#title').focus()
    await sendKeys({ press: 'End' })
    await sendKeys({ type: '!' })
    await sendKeys({ press: 'Control+s' })
    await sendKeys({ type: '?' })
    answer()
    await until(() => notices.length)
    await until(() => asked.filter(({ path }) => path === `${at}/record`).length > 2)
    await aTimeout(20)
    expect(inside<HTMLInputElement>(page, '#title').value).to.equal('Hund anmelden!?')
    expect(page.isUnsaved).to.equal(true)
  })

  it('shows at its field what the server refuses', async () => {
    const refused = {
      errors: [
        { pointer: '/modules/0/html', detail: 'Too big: expected string to have <=100000 characters' },
      ],
    }
    const { page } = await open(answers(own, { [`PUT ${at}/record`]: problem(422, 'invalid-body', refused) }))
    inside<HTMLInputElement>(page, '#title').focus()
    await sendKeys({ type: '!' })
    await sendKeys({ press: 'Control+s' })
    await until(() => inside(page, '[data-summary]'))
    const editor = page.shadowRoot!.querySelector('#text-06')!
    await until(() => editor.shadowRoot!.querySelector('[aria-invalid]'))
    expect(editor.shadowRoot!.querySelector('.error')!.textContent).to.contain('zu lang')
    await expect(page).to.be.accessible()
    inside(page, '[data-summary] a').click()
    expect(page.shadowRoot!.activeElement).to.equal(editor)
  })

  it('adds to the text of the Land, which stands above', async () => {
    const { page, puts, notices } = await open(answers(ofLand))
    expect(inside(page, '.above').textContent).to.contain('Melden Sie ihn.')
    await expect(page).to.be.accessible()
    await add(page)
    await sendKeys({ type: 'Zimmer 3' })
    await sendKeys({ press: 'Control+s' })
    await until(() => notices.length)
    expect(puts()[0]!.body).to.deep.equal({
      items: [{ code: '06', lang: 'de', mode: 'addition', html: '<p>Zimmer 3</p>' }],
    })
  })

  it('keeps what was changed as drafts for later, one for each part', async () => {
    const kept: unknown[] = []
    const { page, desk, gone, puts } = await open(answers(ofLand))
    const put: typeof desk.api.put = (path, body) => {
      kept.push([path.startsWith('/drafts/'), (body as { subject: string }).subject])
      return Promise.resolve({ data: undefined as never, etag: '"d"', change: undefined, status: 200 })
    }
    Object.assign(desk.api, { put })
    const later = () => inside<HTMLButtonElement>(page, '.save-bar .quiet')
    expect(later().disabled).to.equal(true)
    await add(page)
    await sendKeys({ type: 'Zimmer 3' })
    await tab(page, 'offer')
    inside(page, '#offered').click()
    await page.updateComplete
    inside(page, '#reason').focus()
    await sendKeys({ type: 'Gibt es nicht.' })
    await page.updateComplete
    await expect(page).to.be.accessible()
    later().click()
    await until(() => gone.length)
    expect(kept).to.deep.equal([
      [true, `${at}/supplements/${area}`],
      [true, `${at}/withdrawals/${area}`],
    ])
    expect(gone).to.deep.equal(['/desk/changes'])
    expect([puts(), page.isUnsaved]).to.deep.equal([[], false])
  })

  it('takes a fee of one’s own, and refuses what is none', async () => {
    const { page, puts, notices } = await open(answers(ofLand))
    await tab(page, 'parts')
    inside(page, '[aria-labelledby=fees] .quiet').click()
    await page.updateComplete
    inside(page, '#fee-0-amount').focus()
    await sendKeys({ type: 'zehn' })
    await sendKeys({ press: 'Control+s' })
    await until(() => inside(page, '[data-summary]'))
    await expect(page).to.be.accessible()
    inside<HTMLInputElement>(page, '#fee-0-amount').focus()
    inside<HTMLInputElement>(page, '#fee-0-amount').select()
    await sendKeys({ type: '12,50' })
    await sendKeys({ press: 'Control+s' })
    await until(() => notices.length)
    expect(puts()[0]!.body).to.deep.include({
      fees: [{ kind: 'fixed', amountCents: 1250, currency: 'EUR', advancePayment: false, lang: 'de' }],
    })
  })

  it('withdraws a service with a reason', async () => {
    const { page, puts, notices } = await open(answers(ofLand))
    await tab(page, 'offer')
    inside(page, '#offered').click()
    await page.updateComplete
    await expect(page).to.be.accessible()
    inside(page, '#reason').focus()
    await sendKeys({ type: 'Gibt es nicht.' })
    await sendKeys({ press: 'Control+s' })
    await until(() => notices.length)
    expect(puts()[0]!.body).to.deep.equal({ reasons: { de: 'Gibt es nicht.' } })
  })

  it('keeps what was typed where somebody else was faster', async () => {
    let faster = true
    const { page, puts, notices } = await open(
      answers(ofLand, {
        [`PUT ${at}/supplements/${area}`]: ({ body }: Asked) =>
          faster ? problem(412, 'precondition-failed') : tagged(body as object, '"s3"'),
      }),
    )
    await add(page)
    await sendKeys({ type: 'Zimmer 3' })
    await sendKeys({ press: 'Control+s' })
    await until(() => inside(page, '.problem'))
    expect(text(page).value).to.equal('Zimmer 3')
    expect(inside(page, '.problem ins').textContent).to.contain('Zimmer 3')
    expect(inside(page, '.problem').textContent).not.to.contain(area)
    await expect(page).to.be.accessible()
    faster = false
    inside(page, '.problem .button').click()
    await until(() => notices.length)
    expect(puts().length).to.equal(2)
  })

  it('says what went wrong', async () => {
    const parts = fakeDesk({})
    const page = await fixture<ServicePage>(
      html`<desk-service-page lang="de" .desk=${parts.desk} .params=${{ id: 'x' }}></desk-service-page>`,
    )
    await until(() => inside(page, '.problem'))
    await expect(page).to.be.accessible()
  })
})
