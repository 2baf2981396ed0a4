import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import { sendKeys, sendMouse, setViewport } from '@web/test-runner-commands'
import type { MapCanvas } from './map-canvas.ts'
import type { MapViewer } from './map-viewer.ts'
import { town } from './testing.ts'
import './map-viewer.ts'

/** The first load of a module may take its time on a busy machine. */
const patience = { timeout: 15_000 }

/** A viewer whose map is there and has drawn its features. */
async function mapOf(playgrounds = 25, more: Readonly<Record<string, string | boolean>> = {}) {
  const { client } = town(playgrounds)
  const el = await fixture<MapViewer>(html`<amt-map-viewer lang="de" collections="playgrounds" .client=${client}></amt-map-viewer>`)
  for (const [name, value] of Object.entries(more)) el.setAttribute(name, `${value === true ? '' : value}`)
  const shadow = el.shadowRoot!
  await waitUntil(() => shadow.querySelector('[part=feature]'), 'list', patience)
  // A second map stands below the first, and comes when it is seen.
  if (el.getBoundingClientRect().top > 400) el.scrollIntoView()
  await waitUntil(() => shadow.querySelector('amt-map-canvas')?.shadowRoot?.querySelector('#scale:not([hidden])'), 'map', patience)
  const canvas = shadow.querySelector<MapCanvas>('amt-map-canvas')!
  const find = <One extends HTMLElement>(selector: string) => canvas.shadowRoot!.querySelector<One>(selector)!
  const status = () => shadow.querySelector<HTMLElement>('[role=status]')!.innerText
  const says = (words: string | RegExp) => waitUntil(() => (typeof words === 'string' ? status().includes(words) : words.test(status())), `${words}, not ${status()}`, patience)
  const button = (name: string) => find(`button[aria-label="${name}"]`)
  return { el, shadow, canvas, find, status, says, button, viewport: find('#map') }
} // prettier-ignore

const settled = () => new Promise((resolve) => setTimeout(resolve, 400))

describe('the map of <amt-map-viewer>', () => {
  before(() => setViewport({ width: 1_000, height: 800 }))
  after(() => setViewport({ width: 800, height: 600 }))

  it('is a graphic with a name, says how it is moved, and stands beside its list', async () => {
    const { el, canvas, viewport, find } = await mapOf()
    expect(viewport.getAttribute('role')).to.equal('application')
    expect(viewport.getAttribute('aria-label')).to.include('Alle Einträge stehen auch in der Liste')
    expect(find(`#${viewport.getAttribute('aria-describedby')}`).innerText).to.include('Strg und Mausrad')
    const names = [...canvas.shadowRoot!.querySelectorAll('button')].map((one) => one.ariaLabel ?? one.innerText)
    expect(names).to.deep.equal(['Vergrößern', 'Verkleinern', 'Nach links', 'Nach oben', 'Nach unten', 'Nach rechts', 'Ganze Karte', 'Hilfe zur Bedienung', 'Schließen'])
    await expect(el).to.be.accessible()
  }) // prettier-ignore

  it('reaches and names every feature by keyboard, and opens it in the list', async () => {
    const { el, shadow, viewport, says, status } = await mapOf(12)
    viewport.focus()
    const named = new Set<string>()
    for (let step = 0; step < 12; step++) {
      const before = status()
      await sendKeys({ press: 'Alt+ArrowRight' })
      await waitUntil(() => status() !== before, 'said', patience)
      named.add(/(Spielplatz .*?), \d+ von 12/.exec(status())![1]!)
    }
    expect(named.size).to.equal(12)
    const last = [...named].at(-1)!
    await sendKeys({ press: 'Enter' })
    const open = () => shadow.querySelector<HTMLElement>('[aria-expanded=true]')?.innerText.trim()
    await waitUntil(() => open() === last, last, patience)
    expect(shadow.activeElement).to.equal(shadow.querySelector('amt-map-canvas'))
    await sendKeys({ press: 'Alt+ArrowLeft' })
    await says(/11 von 12/)
    await expect(el).to.be.accessible()
  })

  it('moves by keys and by single presses, and says it once per movement', async () => {
    const { shadow, viewport, says, status, button } = await mapOf()
    const heard: string[] = []
    const region = shadow.querySelector('[role=status]')!
    const ears = new MutationObserver(() => {
      if (heard.at(-1) !== status()) heard.push(status())
    })
    ears.observe(region, { childList: true, characterData: true, subtree: true })
    const before = status()
    button('Vergrößern').click()
    await says('Ausschnitt')
    await settled()
    expect(heard).to.have.length(1)
    expect(before).to.include('Einträge: 25')
    expect(status()).to.match(/Einträge: \d+ von 25/)
    viewport.focus()
    await sendKeys({ press: '-' })
    await waitUntil(() => heard.length === 2, 'zoomed out', patience)
    await sendKeys({ press: 'ArrowRight' })
    await waitUntil(() => heard.length === 3, 'moved', patience)
    await settled()
    expect(heard).to.have.length(3)
    expect(shadow.querySelectorAll('[role=status], [aria-live]')).to.have.length(1)
    ears.disconnect()
  })

  it('shows in the list what is in sight, and everything again', async () => {
    const { shadow, says, button, find } = await mapOf(100)
    button('Vergrößern').click()
    await says(/Einträge: \d{1,2} von 100/)
    find<HTMLButtonElement>('[part=tools] button:not([aria-label])').click()
    await says('Einträge: 100')
    button('Vergrößern').click()
    await says(/Einträge: \d{1,2} von 100/)
    const all = [...shadow.querySelectorAll('button')].find(({ innerText }) => innerText === 'Alles zeigen')!
    all.click()
    await says('Einträge: 100')
  })

  it('says nothing, and lists everything, where only the page has given it another size', async () => {
    const { el, status } = await mapOf()
    el.style.inlineSize = '600px'
    await settled()
    expect(status()).to.equal('Einträge: 25 · Seite 1 von 3')
  })

  it('explains all keys in a dialog, and gives the focus back', async () => {
    const { el, viewport, find, canvas } = await mapOf()
    viewport.focus()
    await sendKeys({ press: '?' })
    const dialog = find<HTMLDialogElement>('dialog')
    expect(dialog.open).to.equal(true)
    for (const words of [
      'Pfeiltasten',
      'Alt und Pfeiltasten',
      'Von Eintrag zu Eintrag gehen',
      'Eintrag öffnen',
    ])
      expect(dialog.innerText).to.include(words)
    await expect(el).to.be.accessible()
    await sendKeys({ press: 'Escape' })
    expect(dialog.open).to.equal(false)
    expect(canvas.shadowRoot!.activeElement).to.equal(viewport)
  })

  it('leaves the wheel to the page, and takes it with Ctrl', async () => {
    const { viewport, says, status } = await mapOf()
    const wheel = (ctrlKey: boolean) => {
      const event = new WheelEvent('wheel', { deltaY: 100, bubbles: true, cancelable: true, composed: true, ctrlKey })
      viewport.querySelector('.ol-viewport')!.dispatchEvent(event)
      return event.defaultPrevented
    }
    const before = status()
    expect(wheel(false)).to.equal(false)
    await settled()
    expect(status()).to.equal(before)
    expect(wheel(true)).to.equal(true)
    await says('Ausschnitt')
  }) // prettier-ignore

  it('leaves one finger to the page', async () => {
    const { viewport } = await mapOf()
    expect(getComputedStyle(viewport.querySelector('.ol-viewport')!).touchAction).to.equal('pan-x pan-y')
  })

  it('takes neither focus nor scroll nor address of the page', async () => {
    const [address, length] = [location.href, history.length]
    const field = document.createElement('input')
    document.body.prepend(field)
    field.focus()
    const { button, says } = await mapOf()
    expect(document.activeElement).to.equal(field)
    const top = scrollY
    button('Nach rechts').click()
    await says('Ausschnitt')
    expect([location.href, history.length, scrollY]).to.deep.equal([address, length, top])
    field.remove()
  })

  it('asks nobody else for anything', async () => {
    performance.clearResourceTimings()
    const { button, says } = await mapOf()
    button('Vergrößern').click()
    await says('Ausschnitt')
    const hosts = new Set(performance.getEntriesByType('resource').map(({ name }) => new URL(name).host))
    expect([...hosts].filter((host) => host !== location.host)).to.deep.equal([])
  })

  it('opens in the list what is pressed on the map', async () => {
    const { shadow, viewport } = await mapOf(1)
    const { left, top, width, height } = viewport.getBoundingClientRect()
    await settled()
    await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + height / 2)] })
    await waitUntil(() => shadow.querySelector('[aria-expanded=true]'), 'open', patience)
  })

  it('hides a layer, and draws it fainter', async () => {
    const { el, find } = await mapOf()
    find('summary').click()
    const box = find<HTMLInputElement>('[type=checkbox]')
    const range = find<HTMLInputElement>('[type=range]')
    expect(range.ariaLabel).to.equal('Deckkraft von „Spielplätze“')
    box.click()
    await waitUntil(() => range.disabled, 'hidden', patience)
    await expect(el).to.be.accessible()
    box.click()
    await waitUntil(() => !range.disabled, 'shown', patience)
  })

  it('draws points that lie together as one when asked to', async () => {
    const { says, viewport } = await mapOf(100, { cluster: true })
    await says('Einträge: 100')
    expect(viewport.querySelector('canvas')).to.exist
  })

  it('stands twice on a page, each for itself', async () => {
    const one = await mapOf(25)
    const other = await mapOf(25)
    other.button('Vergrößern').click()
    await other.says('Ausschnitt')
    expect(one.status()).not.to.include('Ausschnitt')
  })

  it('begins where the page says, as wide as the page says', async () => {
    const { find, el } = await mapOf(25, {
      center: '53.6, 11.4',
      zoom: '17',
      projection: '25833',
      height: '240',
    })
    expect(find('#map').offsetHeight).to.equal(240)
    expect(find('#scale').innerText).to.match(/^\d\d? m$/)
    el.remove()
  })

  it('says so when the map does not come, and the list stays', async () => {
    const { client } = town(3)
    const el = await fixture<MapViewer>(html`<amt-map-viewer lang="de" collections="playgrounds" .client=${client}></amt-map-viewer>`)
    ;(el as unknown as { map: string }).map = 'failed'
    await waitUntil(() => el.shadowRoot!.querySelector('[part=feature]'), 'list', patience)
    expect(el.shadowRoot!.querySelector<HTMLElement>('.sides')!.innerText).to.include('Die Karte ließ sich nicht laden')
    await expect(el).to.be.accessible()
  }) // prettier-ignore

  for (const width of [360, 1_280])
    it(`fits into ${width} pixels`, async () => {
      await setViewport({ width, height: 800 })
      const { el } = await mapOf()
      expect(document.documentElement.scrollWidth).to.be.at.most(width)
      await expect(el).to.be.accessible()
    })
})
