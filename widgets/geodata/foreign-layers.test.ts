import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import { featuresOf, geometryOf } from './foreign-geometry.ts'
import { sampleGeoJson, sampleGpx, sampleKml } from './foreign-samples.ts'
import type { MapViewer } from './map-viewer.ts'
import { town } from './testing.ts'
import './map-viewer.ts'

const patience = { timeout: 10_000 }
const address = (text: string) => URL.createObjectURL(new Blob([text]))
const layer = (kind: string, href: string, more: { readonly name?: string } = {}) =>
  html`<amt-map-layer
    kind=${kind}
    href=${href}
    label=${`Probe ${kind}`}
    attribution="Wanderverein Musterstadt, CC BY 4.0"
    name-property=${more.name ?? ''}
  ></amt-map-layer>`

async function viewer(inside: unknown, collections = '') {
  const el = await fixture<MapViewer>(
    html`<amt-map-viewer lang="de" collections=${collections} .client=${town(3).client}
      >${inside}</amt-map-viewer
    >`,
  )
  const all = (selector: string) => [...el.shadowRoot!.querySelectorAll<HTMLElement>(selector)]
  const text = () => all('section')[0]?.innerText ?? ''
  const says = (words: string) => waitUntil(() => text().includes(words), words, patience)
  const names = () => all('[part=feature]').map(({ innerText }) => innerText.trim())
  const open = (name: string) =>
    all('[part=feature]')
      .find(({ innerText }) => innerText.trim() === name)!
      .click()
  return { el, all, text, says, names, open }
}

describe('layers of others', () => {
  it('come from GeoJSON, with whatever is wrong in it left out', async () => {
    const { el, all, says, names, open, text } = await viewer(layer('geojson', address(JSON.stringify(sampleGeoJson))))
    await says('Einträge: 5')
    expect(names()).to.have.members(['<img src=x onerror="globalThis.hit=1">', 'Brunnen am Markt', 'In Metern', 'Leer', 'Ohne Namen'])
    open('Brunnen am Markt')
    await says('1.911')
    expect(text()).to.include('Quelle: Wanderverein Musterstadt, CC BY 4.0')
    expect(all('a[href^=javascript], img')).to.deep.equal([])
    expect('hit' in globalThis).to.equal(false)
    await expect(el).to.be.accessible()
  }) // prettier-ignore

  it('come from KML, with their words and without their markup', async () => {
    const { el, all, says, names, open } = await viewer(layer('kml', address(sampleKml)), 'playgrounds')
    await says('Einträge: 5')
    expect(names()).to.include.members(['Rundweg', 'Wanderhütte Süd', 'Spielplatz Hafen'])
    open('Wanderhütte Süd')
    await says('Offen von Mai bis Oktober')
    const terms = all('dt').map(({ innerText }) => innerText)
    expect(terms).to.deep.equal(['description', 'plätze'])
    expect(all('a[href^=javascript], script')).to.deep.equal([])
    expect('hit' in globalThis).to.equal(false)
    await expect(el).to.be.accessible()
  })

  it('take no longer for a text of nothing but the beginnings of tags, and keep it', async () => {
    const text = '<'.repeat(200_000)
    const { says, open } = await viewer(layer('kml', address(sampleKml.replace('bis Oktober', text))))
    await says('Einträge: 2')
    open('Wanderhütte Süd')
    await says('<<<<<<<<')
  }) // prettier-ignore

  it('ask once for a page that a server links for ever', async () => {
    const { fetch } = globalThis
    let asked = 0
    const page = () => {
      asked += 1
      const feature = { type: 'Feature', id: asked, properties: { name: `Weg ${asked}` }, geometry: null }
      const links = [{ rel: 'next', href: 'https://geo.example/collections/wege/items?seite=2' }]
      return { type: 'FeatureCollection', features: [feature], links }
    }
    globalThis.fetch = async (question) => {
      const url = question instanceof Request ? question.url : `${question as string}`
      return url.startsWith('https://geo.example/collections/wege/items') ? Response.json(page()) : Response.json({})
    }
    try {
      const { says } = await viewer(layer('features', 'https://geo.example/collections/wege'))
      await says('Einträge: 2')
      await new Promise((resolve) => setTimeout(resolve, 300))
      expect(asked).to.equal(2)
    } finally {
      globalThis.fetch = fetch
    }
  }) // prettier-ignore

  it('come from GPX: waypoints and tracks', async () => {
    const { el, says, names, open } = await viewer(layer('gpx', address(sampleGpx)))
    await says('Einträge: 2')
    expect(names()).to.deep.equal(['Rastplatz', 'Seerunde'])
    open('Rastplatz')
    await says('Mit Tisch')
    await expect(el).to.be.accessible()
  })

  it('come from a foreign OGC API Features, page by page and from its own address', async () => {
    const { fetch } = globalThis
    const asked: string[] = []
    const item = (id: number) => ({
      ...{ type: 'Feature', id, geometry: { type: 'Point', coordinates: [11.4, 53.6] } },
      properties: { schild: `Parkplatz ${id}`, art: id % 2 ? 'Platz' : 'Haus' },
    })
    globalThis.fetch = (address) => {
      const url = new URL(address as string)
      asked.push(url.href)
      const next = 'https://elsewhere.example/collections/parking/items?limit=1000&offset=2'
      const answers: Readonly<Record<string, object>> = {
        '/collections/parking': { id: 'parking', title: 'Parken' },
        '/collections/parking/queryables': { properties: { art: { title: 'Art', type: 'string' } } },
        '/collections/parking/items': url.searchParams.has('offset')
          ? { type: 'FeatureCollection', features: [item(3)], numberMatched: 3 }
          : { type: 'FeatureCollection', features: [item(1), item(2)], numberMatched: 3, links: [{ rel: 'next', href: next }] },
      }
      return Promise.resolve(Response.json(answers[url.pathname] ?? {}))
    }
    try {
      const { el, says, names, open } = await viewer(
        layer('features', 'https://foreign.example/collections/parking/items', { name: 'schild' }),
      )
      await says('Einträge: 3')
      expect(names()).to.deep.equal(['Parkplatz 1', 'Parkplatz 2', 'Parkplatz 3'])
      open('Parkplatz 2')
      await says('Haus')
      expect(asked.every((one) => one.startsWith('https://foreign.example/collections/parking'))).to.equal(true)
      await expect(el).to.be.accessible()
    } finally {
      globalThis.fetch = fetch
    }
  }) // prettier-ignore

  for (const [what, kind, text, words] of [
    ['no JSON', 'geojson', '{"type":', 'lässt sich nicht lesen'],
    ['no GeoJSON', 'geojson', '[1, 2]', 'lässt sich nicht lesen'],
    ['no XML', 'kml', '<kml><Document>', 'lässt sich nicht lesen'],
    ['another XML', 'gpx', sampleKml, 'lässt sich nicht lesen'],
    ['too large', 'geojson', ' '.repeat(10_000_001), 'zu groß'],
    ['a large XML', 'kml', ' '.repeat(10_000_001), 'zu groß'],
  ] as const)
    it(`are told of where the document is ${what}, and the others stay`, async () => {
      const { el, says, names } = await viewer(layer(kind, address(text)), 'playgrounds')
      await says(words)
      await says(`„Probe ${kind}“ ist gerade nicht verfügbar`)
      expect(names()).to.have.length(3)
      await expect(el).to.be.accessible()
    })

  it('are asked for again where they did not come', async () => {
    const { el, says, all } = await viewer(layer('geojson', '/gibt-es-nicht.json'), 'playgrounds')
    await says('gibt es nicht oder nicht mehr')
    el.querySelector('amt-map-layer')!.setAttribute('href', address(JSON.stringify(sampleGeoJson)))
    await says('Einträge: 8')
    expect(all('[part=retry]')).to.deep.equal([])
  })

  it('stop at ten thousand and say that there are more', async () => {
    const features = Array.from({ length: 10_002 }, (_, id) => ({ ...sampleGeoJson.features[0] as object, id }))
    const { says } = await viewer(layer('geojson', address(JSON.stringify({ type: 'FeatureCollection', features }))))
    await says('Geladen sind 10.000 von 10.002 Einträgen.')
  }) // prettier-ignore
})

describe('what can be drawn of a geometry', () => {
  const point = { type: 'Point', coordinates: [11, 53] }
  for (const [what, geometry, drawable] of [
    ['what every object has is no kind', { type: 'constructor', coordinates: [1, 2] }, false],
    ['a kind that is no text', { type: { toString: 1 }, coordinates: [1, 2] }, false],
    ['a point with a height', { type: 'Point', coordinates: [11, 53, 40] }, true],
    ['a collection with something in it', { type: 'GeometryCollection', geometries: [point, 5] }, true],
    ['an empty point', { type: 'Point', coordinates: [] }, false],
    ['an empty collection', { type: 'GeometryCollection', geometries: [] }, false],
    ['positions of another depth', { type: 'Polygon', coordinates: [[11, 53]] }, false],
    ['texts for numbers', { type: 'Point', coordinates: ['11', '53'] }, false],
    ['metres for degrees', { type: 'Point', coordinates: [658809, 5941696] }, false],
    ['an unknown kind', { type: 'Circle', coordinates: [11, 53] }, false],
    ['no geometry', 'Point', false],
  ] as const)
    it(`${drawable ? 'everything' : 'nothing'}: ${what}`, () =>
      expect(geometryOf(geometry) !== null).to.equal(drawable))

  it('and no deeper than anybody means', () => {
    let deep: object = point
    for (let depth = 0; depth < 10_000; depth++) deep = { type: 'GeometryCollection', geometries: [deep] }
    expect(geometryOf(deep)).to.equal(null)
    expect(featuresOf(deep)).to.equal(undefined)
  })
})
