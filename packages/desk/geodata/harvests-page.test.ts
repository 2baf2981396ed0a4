import { aTimeout, expect, fixture, html } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import type { GeoHarvest, GeoOffer } from '@amtsweg/contract'
import { type Answers, fakeDesk, problem } from '../shell/testing.ts'
import type { HarvestsPage } from './harvests-page.ts'
import { playgrounds, until } from './testing.ts'
import './harvests-page.ts'

const harvest = (more: Partial<GeoHarvest> = {}): GeoHarvest => ({
  ...{ id: 'h1', authority: 'musterstadt', collection: 'strand', kind: 'node', hasToken: true, node: null },
  ...{ url: 'https://geo.beispielhagen.example/ogc/collections/beaches', audience: null, licence: null },
  ...{ provider: null, everyMinutes: 1_440, state: 'waiting', read: null, expected: null, features: 1_234 },
  ...{ put: 12, gone: 1, triedAt: '2026-11-30T09:00:00Z', succeededAt: '2026-11-30T09:00:00Z' },
  ...{ changedAt: '2026-11-29T09:00:00Z', nextDueAt: '2126-12-01T09:00:00Z', error: null },
  ...more,
})
const offer = (more: Partial<GeoOffer> = {}): GeoOffer => ({
  ...{ id: 'trees', url: 'https://geo.example/api/collections/trees', title: 'Bäume', description: '' },
  ...{ kind: 'ogc-features', licence: 'cc0-1.0', provider: 'Beispielhagen', audience: null, error: null },
  ...more,
})
const benches = { id: 'benches', url: 'https://geo.example/api/collections/benches', title: 'Bänke' }
const nothing = () => new Response(null, { status: 204 })

async function open(answers: Answers, ...items: readonly GeoHarvest[]) {
  const parts = fakeDesk({ 'GET /geodata/harvests': { items }, ...answers }, ['geodata:write'])
  const page = await fixture<HarvestsPage>(
    html`<desk-harvests-page lang="de" .desk=${parts.desk}></desk-harvests-page>`,
  )
  const root = page.shadowRoot!
  await until(() => root.querySelector('.card, .empty, .problem'))
  const form = root.querySelector('desk-harvest-add')!.shadowRoot!
  const press = (selector: string, within: ShadowRoot = root) =>
    within.querySelector<HTMLElement>(selector)!.click()
  const type = async (selector: string, text: string, within: ShadowRoot = root) => {
    within.querySelector<HTMLElement>(selector)!.focus()
    await sendKeys({ type: text })
  }
  const text = (within: ShadowRoot = root) => within.textContent!.replaceAll(/\s+/g, ' ')
  const sent = (method: string, path: string) =>
    parts.asked.filter((one) => one.method === method && one.path === path).map(({ body }) => body)
  return { page, root, form, press, type, text, sent, ...parts }
}

describe('desk-harvests-page', () => {
  it('tells where each copy is from, how it goes, and what to do where it does not', async () => {
    const { page, text } = await open(
      {},
      harvest(),
      harvest({
        ...{ id: 'h2', collection: 'wald', state: 'failing', audience: 'authority' },
        error: { code: 'unreachable', text: 'Der andere Server antwortet nicht.' },
      }),
      harvest({ id: 'h3', collection: 'see', state: 'paused', nextDueAt: null }),
    )
    for (const told of [
      ...['In Ordnung', '1.234', '12 neu oder geändert, 1 gelöscht', 'Amtsweg-Server', 'So viele wie dort'],
      ...['Gestört', 'Der andere Server antwortet nicht.', 'Zuletzt geglückt', 'Höchstens: Nur wir'],
      ...['Ruht', 'keiner, solange die Kopie ruht'],
    ])
      expect(text()).to.contain(told)
    await expect(page).to.be.accessible()
  })

  it('shows how far a long first visit has come', async () => {
    const { page, root, text } = await open(
      {},
      harvest({ state: 'working', succeededAt: null, read: 50_000, expected: 200_000, features: 0 }),
    )
    expect(text()).to.contain('Wird zum ersten Mal geholt')
    expect(text()).to.contain('50.000 von 200.000 Objekten gelesen')
    expect(root.querySelector('progress')!.position).to.equal(0.25)
    expect(root.querySelector('[data-act=run]')).to.equal(null)
    await expect(page).to.be.accessible()
  })

  it('looks what another server has and copies what is chosen, by keyboard', async () => {
    const refusing = offer({
      ...{ id: 'ours', url: 'https://geo.example/api/collections/ours', title: 'Unsere' },
      error: { code: 'own-data', text: 'Eine Kopie von hier.' },
    })
    const { page, form, type, press, text, sent, notices } = await open({
      'POST /geodata/harvests/offers': {
        items: [offer(), offer({ ...benches, licence: null }), refusing],
        error: null,
      },
      'POST /geodata/harvests': harvest(),
    })
    await type('#url', 'geo.example/api', form)
    expect(page.isUnsaved).to.equal(true)
    await sendKeys({ press: 'Enter' })
    await until(() => form.activeElement?.id === 'found')
    expect(sent('POST', '/geodata/harvests/offers')).to.deep.equal([
      { url: 'https://geo.example/api', token: null },
    ])
    expect(text(form)).to.contain('Eine Kopie von hier.')
    expect(form.querySelector<HTMLInputElement>('#offer-2')!.disabled).to.equal(true)
    press('[data-copy]', form)
    await until(() => form.querySelector('#choice-error'))
    await expect(page).to.be.accessible()

    for (const id of ['offer-0', 'offer-1']) {
      form.querySelector<HTMLElement>(`#${id}`)!.focus()
      await sendKeys({ press: 'Space' })
    }
    expect(form.querySelector<HTMLInputElement>('#copy-1')!.value).to.equal('baenke')
    press('[data-copy]', form)
    await until(() => form.querySelector('#licence-error'))
    await expect(page).to.be.accessible()
    const licence = form.querySelector<HTMLSelectElement>('#licence')!
    licence.value = 'cc-by-4.0'
    licence.dispatchEvent(new Event('change'))
    press('[data-copy]', form)
    await until(() => notices.length)
    const same = { token: null, audience: null, licence: 'cc-by-4.0', provider: null, everyMinutes: 1_440 }
    expect(sent('POST', '/geodata/harvests')).to.deep.equal([
      { url: offer().url, collection: 'baeume', ...same },
      { url: benches.url, collection: 'baenke', ...same },
    ])
    expect(page.isUnsaved).to.equal(false)
  })

  it('says why there is nothing, and what is wrong with an address, and keeps what was typed', async () => {
    const { form, type, press, text, page } = await open({
      'POST /geodata/harvests/offers': {
        items: [],
        error: { code: 'unreachable', text: 'Antwortet nicht.' },
      },
    })
    press('[data-look]', form)
    await until(() => form.querySelector('#url-error'))
    await type('#url', 'https://geo.example', form)
    press('[data-look]', form)
    await until(() => text(form).includes('Antwortet nicht.'))
    expect(form.querySelector<HTMLInputElement>('#url')!.value).to.equal('https://geo.example')
    await expect(page).to.be.accessible()
  })

  it('asks for another id where one is taken, and orders nothing twice', async () => {
    let count = 0
    const { form, type, press, sent } = await open({
      'POST /geodata/harvests/offers': { items: [offer(), offer(benches)], error: null },
      'POST /geodata/harvests': async () =>
        ++count === 2 ? problem(409, 'collection-taken') : Response.json(harvest()),
    })
    await type('#url', 'https://geo.example', form)
    press('[data-look]', form)
    await until(() => form.querySelector('#offer-0'))
    press('#offer-0', form)
    press('#offer-1', form)
    await until(() => form.querySelector('#copy-1'))
    press('[data-copy]', form)
    await until(() => form.querySelector('#copy-1-error'))
    expect(form.querySelector('#copy-0')).to.equal(null)
    await type('#copy-1', '-2', form)
    press('[data-copy]', form)
    await until(() => sent('POST', '/geodata/harvests').length === 3)
    expect(
      sent('POST', '/geodata/harvests').map((body) => (body as { collection: string }).collection),
    ).to.deep.equal(['baeume', 'baenke', 'baenke-2'])
  })

  it('brings at once, pauses, and goes on with the same settings', async () => {
    const { press, sent, notices, asked } = await open(
      { 'POST /geodata/harvests/h1/run': nothing, 'PUT /geodata/harvests/h1': harvest() },
      harvest({ audience: 'authorities' }),
    )
    press('[data-act=run]')
    await until(() => notices.length === 1)
    await until(() => asked.filter(({ method }) => method === 'GET').length === 2)
    await aTimeout(0)
    press('[data-act=pause]')
    await until(() => notices.length === 2)
    expect(sent('PUT', '/geodata/harvests/h1')).to.deep.equal([
      { audience: 'authorities', licence: null, provider: null, everyMinutes: 1_440, paused: true },
    ])
  })

  it('changes how a copy goes on, and leads back to where one was', async () => {
    const { page, root, press, type, sent } = await open({ 'PUT /geodata/harvests/h1': harvest() }, harvest())
    press('[data-act=edit]')
    await until(() => root.activeElement?.id === 'edit-audience')
    await expect(page).to.be.accessible()
    expect(page.isUnsaved).to.equal(true)
    await type('#edit-token', 'amt_neu')
    await sendKeys({ press: 'Enter' })
    await until(() => root.activeElement?.matches('[data-act=edit]'))
    expect(sent('PUT', '/geodata/harvests/h1')).to.deep.equal([
      { audience: null, licence: null, provider: null, everyMinutes: 1_440, token: 'amt_neu', paused: false },
    ])
  })

  it('takes a copy off the net only after it rests', async () => {
    const path = '/geodata/collections/strand/record'
    const { page, press, asked, root } = await open(
      {
        'PUT /geodata/harvests/h1': harvest({ state: 'paused' }),
        [`GET ${path}`]: () => Response.json({ ...playgrounds, id: 'strand' }, { headers: { etag: '"1"' } }),
        [`PUT ${path}`]: { ...playgrounds, version: null },
      },
      harvest(),
    )
    press('[data-act=hide]')
    await until(() => root.querySelector('[data-answer=hide]'))
    await expect(page).to.be.accessible()
    press('[data-answer=hide]')
    await until(() => asked.some(({ method, path: to }) => method === 'PUT' && to === path))
    const puts = asked.filter(({ method }) => method === 'PUT')
    expect(puts.map(({ path: to }) => to)).to.deep.equal(['/geodata/harvests/h1', path])
    expect(puts[0]!.body).to.include({ paused: true })
    expect(puts[1]!.body).to.include({ version: null })
  })

  for (const copy of ['keep', 'copy'] as const)
    it(`asks before it ends, and what is to become of the copy: ${copy}`, async () => {
      const { press, asked, root, notices } = await open(
        { 'DELETE /geodata/harvests/h1': nothing },
        harvest(),
      )
      press('[data-act=remove]')
      await until(() => root.querySelector(`[data-answer=${copy}]`))
      press(`[data-answer=${copy}]`)
      await until(() => notices.length)
      const wanted = copy === 'copy' ? 'remove' : 'keep'
      expect(asked.find(({ method }) => method === 'DELETE')!.path).to.equal(
        `/geodata/harvests/h1?copy=${wanted}`,
      )
    })
})
