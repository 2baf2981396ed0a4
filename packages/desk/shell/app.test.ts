import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing'
import { sendKeys, setViewport } from '@web/test-runner-commands'
import type { Desk } from './desk.ts'
import { type Answers, fakeFetch, problem, sampleGrant, sampleSession } from './testing.ts'
import './app.ts'

const realFetch = window.fetch
const address = location.href
const patience = { timeout: 10_000 }
let app: HTMLElementTagNameMap['desk-app']

async function open(path: string, answers: Answers) {
  const { fetch, asked } = fakeFetch({ 'GET /history': { items: [] }, ...answers })
  window.fetch = (input, init) =>
    String(input).startsWith('/api/') ? fetch(input, init) : realFetch(input, init)
  history.replaceState(null, '', path)
  app = await fixture(html`<desk-app></desk-app>`)
  return asked
}
const root = () => app.shadowRoot!
const heading = () => root().querySelector('h1')?.textContent
const isAt = (title: string) => waitUntil(() => heading() === title, `the heading is ${title}`, patience)
const form = () =>
  root().querySelector('desk-sign-in-page')?.shadowRoot?.querySelector('desk-sign-in-form')?.shadowRoot

/** Looks for something that comes with a module. */
async function found<E extends Element | ShadowRoot>(look: () => E | null | undefined): Promise<E> {
  await waitUntil(() => look(), 'it is there', patience)
  return look()!
}

async function fill(input: HTMLInputElement, value: string) {
  input.focus()
  await sendKeys({ type: value })
}

describe('<desk-app>', () => {
  afterEach(() => {
    window.fetch = realFetch
    history.replaceState(null, '', address)
    sessionStorage.clear()
  })

  it('shows who is signed in what they may open, and nothing of what is not there', async () => {
    await open('/desk/', { 'GET /session': sampleSession })
    await isAt('Übersicht')
    const nav = root().querySelector('nav')!
    expect(nav.querySelector('a')!.getAttribute('aria-current')).to.equal('page')
    expect(nav.textContent).not.to.match(/Zahlungen|Meldewesen|Geodaten|Statistik|Formulare/)
    expect(document.title).to.equal('Übersicht – Arbeitsplatz')
    await expect(app).to.be.accessible()
  })

  it('leads who is not signed in to the sign-in, and then to where they wanted', async () => {
    let isSignedIn = false
    await open('/desk/?from=mail', {
      'GET /session': () => (isSignedIn ? sampleSession : problem(401, 'session-missing')),
      'GET /sign-in': { local: true, passkeys: false, providers: [] },
      'POST /sign-in/password': () => ({ state: 'second-factor', factors: ['totp'] }),
      'POST /sign-in/totp': () => {
        isSignedIn = true
        return { state: 'signed-in' }
      },
    })
    await isAt('Anmelden')
    await fill(
      await found(() => form()?.querySelector<HTMLInputElement>('#login')),
      'erika@musterstadt.example',
    )
    await fill(form()!.querySelector('#password')!, 'Guten Morgen Musterstadt')
    await expect(app).to.be.accessible()
    await sendKeys({ press: 'Enter' })
    const step = await found(() => form()?.querySelector('desk-second-step')?.shadowRoot)
    const code = await found(() => step.querySelector<HTMLInputElement>('#code'))
    await waitUntil(() => step.activeElement === code, 'the next field has the focus', patience)
    await sendKeys({ type: '123 456' })
    await sendKeys({ press: 'Enter' })
    await isAt('Übersicht')
    expect(location.pathname + location.search).to.equal('/desk/?from=mail')
  })

  it('says of an address without page that there is none, and shows a way on', async () => {
    await open('/desk/gibt-es-nicht', { 'GET /session': sampleSession })
    await isAt('Diese Seite gibt es nicht')
    root().querySelector<HTMLElement>('main p a')!.click()
    await isAt('Übersicht')
    expect(location.pathname).to.equal('/desk/')
    await waitUntil(() => root().activeElement?.localName === 'h1', 'the heading has the focus', patience)
  })

  it('lets who works for several choose, and asks in the name of the chosen one', async () => {
    const grants = [
      sampleGrant,
      { ...sampleGrant, authority: 'beispielhagen', name: 'Gemeinde Beispielhagen' },
    ]
    const asked = await open('/desk/', { 'GET /session': { ...sampleSession, grants } })
    await isAt('Übersicht')
    const select = root().querySelector('select')!
    select.value = 'beispielhagen'
    select.dispatchEvent(new Event('change'))
    await waitUntil(
      () => asked.at(-1)!.headers.get('amtsweg-authority') === 'beispielhagen',
      'it is asked for the other',
      patience,
    )
  })

  it('knows before a page is drawn whether an authority wants four eyes, for who administers all', async () => {
    const whole = { ...sampleGrant, authority: null, name: '', regionKey: null }
    await open('/desk/', {
      'GET /session': { ...sampleSession, grants: [whole] },
      'GET /authorities': {
        items: [{ id: 'beispielhagen', name: 'Gemeinde Beispielhagen', regionKey: '13' }],
      },
      'GET /authorities/beispielhagen/settings': { id: 'beispielhagen', fourEyes: true },
    })
    const page = () =>
      root().querySelector<HTMLElement & { readonly desk: Desk }>('desk-overview-page')?.desk.grant
    await waitUntil(() => page()?.authority === null, 'it begins with all', patience)
    const select = root().querySelector('select')!
    select.value = 'beispielhagen'
    select.dispatchEvent(new Event('change'))
    await waitUntil(() => page()?.authority === 'beispielhagen', 'it is the page of the other', patience)
    expect(page()!.fourEyes).to.equal(true)
    expect(select.value).to.equal('beispielhagen')
    await expect(app).to.be.accessible()
  })

  it('asks for the sign-in above the page when the session is over, and goes on where it was', async () => {
    let isLost = true
    await open('/desk/', {
      'GET /session': sampleSession,
      'GET /history': () => (isLost ? problem(401, 'session-missing') : { items: [] }),
      'GET /sign-in': { local: true, passkeys: false, providers: [] },
      'POST /sign-in/password': () => {
        isLost = false
        return { state: 'signed-in' }
      },
    })
    const dialog = await found(() => root().querySelector('desk-dialog'))
    const inside = await found(() =>
      dialog.querySelector('desk-sign-in-form')?.shadowRoot?.querySelector('form'),
    )
    await expect(app).to.be.accessible()
    await fill(inside.querySelector('#login')!, 'erika@musterstadt.example')
    await fill(inside.querySelector('#password')!, 'Guten Morgen Musterstadt')
    await sendKeys({ press: 'Enter' })
    await waitUntil(() => !root().querySelector('desk-dialog'), 'the dialog is gone', patience)
    expect(heading()).to.equal('Übersicht')
  })

  it('hides its navigation behind a button where there is little room', async () => {
    await setViewport({ width: 360, height: 700 })
    await open('/desk/', { 'GET /session': sampleSession })
    await isAt('Übersicht')
    const button = root().querySelector<HTMLButtonElement>('.menu')!
    const link = root().querySelector('nav a')!
    expect(link.checkVisibility()).to.be.false
    button.click()
    await app.updateComplete
    expect(link.checkVisibility()).to.be.true
    expect(button.getAttribute('aria-expanded')).to.equal('true')
    expect(document.documentElement.scrollWidth).to.equal(360)
    await setViewport({ width: 1280, height: 800 })
    await aTimeout(0)
  })

  it('says what failed at the start, and tries again', async () => {
    let isDown = true
    await open('/desk/', { 'GET /session': () => (isDown ? problem(503, 'unavailable') : sampleSession) })
    const retry = await found(() => root().querySelector<HTMLButtonElement>('[role=alert] button'))
    isDown = false
    retry.click()
    await isAt('Übersicht')
  })
})
