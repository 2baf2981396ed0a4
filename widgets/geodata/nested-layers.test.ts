import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import { type LayerSettings, readLayers } from './layer-settings.ts'
import type { MapViewer } from './map-viewer.ts'
import { town } from './testing.ts'
import './map-viewer.ts'

const patience = { timeout: 10_000 }

/** Of a page with this inside the map viewer. */
function settings(inside: string): readonly LayerSettings[] {
  const host = document.createElement('div')
  host.append(document.createRange().createContextualFragment(inside))
  return readLayers(host)
}

async function viewer(inside: unknown, collections = '') {
  const el = await fixture<MapViewer>(
    html`<amt-map-viewer lang="de" collections=${collections} .client=${town(3).client}
      >${inside}</amt-map-viewer
    >`,
  )
  const names = () =>
    [...el.shadowRoot!.querySelectorAll<HTMLElement>('[part=feature]')].map(({ innerText }) =>
      innerText.trim(),
    )
  const lists = (...wanted: string[]) =>
    waitUntil(() => names().join() === wanted.join(), wanted.join(), patience)
  return { el, lists }
}
const playgrounds = ['Spielplatz Am Anger', 'Spielplatz Hafen', 'Spielplatz Lindenallee']

describe('a nested layer', () => {
  it('says by attributes what it is, also as a div that an editor keeps', () => {
    const [one, other] = settings(
      `<amt-map-layer kind="geojson" href="/dienst" label="Pläne" attribution="Musterstadt"></amt-map-layer>
       <div data-amt="map-layer" data-kind="collection" data-collection="kitas" data-color-by="plaetze" data-classes="99"></div>`,
    )
    expect(one).to.deep.include({
      kind: 'geojson',
      href: new URL('/dienst', document.baseURI).href,
      label: 'Pläne',
    })
    expect(other).to.deep.include({ kind: 'collection', collection: 'kitas', colorBy: 'plaetze', classes: 7 })
  })

  for (const [why, inside] of [
    ['of a kind that is not drawn', '<amt-map-layer kind="wms" href="/x" attribution="x"></amt-map-layer>'],
    ['of no kind', '<amt-map-layer href="/x" attribution="x"></amt-map-layer>'],
    ['without address', '<amt-map-layer kind="kml" attribution="x"></amt-map-layer>'],
    ['by a script', '<amt-map-layer kind="kml" attribution="x" href="javascript:alert(1)"></amt-map-layer>'],
    ['of others without their name', '<amt-map-layer kind="gpx" href="https://x.example/"></amt-map-layer>'],
    ['of no collection', '<amt-map-layer kind="collection"></amt-map-layer>'],
  ] as const)
    it(`is told of in the console and not shown: ${why}`, () => {
      const { warn } = console
      const said: unknown[] = []
      console.warn = (text: unknown) => said.push(text)
      try {
        expect(settings(inside)).to.deep.equal([])
        expect(said).to.have.length(1)
      } finally {
        console.warn = warn
      }
    })

  it('adds a collection to the others', async () => {
    const { el, lists } = await viewer(
      html`<amt-map-layer kind="collection" collection="kitas"></amt-map-layer>`,
      'playgrounds',
    )
    await lists('Kita Regenbogen', ...playgrounds)
    await expect(el).to.be.accessible()
  })

  it('is followed when it comes, changes or goes, as is the list of collections', async () => {
    const { el, lists } = await viewer(
      html`<div data-amt="map-layer" data-kind="collection" data-collection="kitas"></div>`,
    )
    await lists('Kita Regenbogen')
    el.firstElementChild!.setAttribute('data-collection', 'playgrounds')
    await lists(...playgrounds)
    el.firstElementChild!.remove()
    el.collections = 'kitas'
    await lists('Kita Regenbogen')
    el.collections = 'playgrounds'
    await lists(...playgrounds)
    el.collections = ''
    await waitUntil(() => el.shadowRoot!.querySelector('slot') && !el.shadowRoot!.querySelector('section'))
  })
})
