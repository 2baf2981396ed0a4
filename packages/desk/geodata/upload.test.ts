import { expect, fixture, html } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import type { GeoReport, Import } from '@amtsweg/contract'
import { type Answers, type Asked, fakeDesk, problem } from '../shell/testing.ts'
import { report, until } from './testing.ts'
import type { Upload, VersionWantedEvent } from './upload.ts'
import './upload.ts'

const sample: Import = {
  ...{ id: 'a', kind: 'geodata', complete: false, fileName: 'plaetze.geojson', parts: 1, bytes: 9 },
  ...{ state: 'checked', createdAt: '2026-11-30T09:00:00Z', updatedAt: '2026-11-30T09:00:00Z' },
  ...{ keptUntil: '2026-12-30T09:00:00Z', report: null, isStale: false, failure: null },
  geodata: { options: { collection: 'playgrounds' }, report },
}
const found = (changes: Partial<GeoReport>): Import => ({
  ...sample,
  geodata: { options: { collection: 'playgrounds' }, report: { ...report, ...changes } },
})
const features = {
  ...{ type: 'FeatureCollection', numberMatched: 2_000 },
  features: ['Am Wall', 'Am See'].map((name, index) => ({
    ...{ type: 'Feature', id: name, properties: { name, year: 2000 + index } },
    geometry: index ? null : { type: 'Point', coordinates: [11.1, 53.4] },
  })),
}
const outlines = {
  type: 'FeatureCollection',
  features: [
    {
      ...{ type: 'Feature', id: '130765654', properties: { name: 'Musterstadt' } },
      geometry: { type: 'Polygon', coordinates: [[[11, 53], [12, 53], [12, 54], [11, 53]]] }, // prettier-ignore
    },
  ],
}

async function open(result: Import, answers: Answers = {}) {
  const parts = fakeDesk(
    {
      'POST /imports': { ...sample, state: 'receiving' },
      'PUT /imports/a/parts/0': { ...sample, state: 'receiving' },
      'POST /imports/a/check': { ...sample, state: 'waiting' },
      'GET /imports/a': () => Promise.resolve(result),
      'DELETE /imports/a': new Response(null, { status: 204 }),
      'GET /geodata/collections/playgrounds/versions/2/features': features,
      'GET /areas/130765654/outlines': outlines,
      ...answers,
    },
    ['geodata:write'],
  )
  const element = await fixture<Upload>(
    html`<desk-geodata-upload
      lang="de"
      collection="playgrounds"
      title-property="name"
      .desk=${parts.desk}
    ></desk-geodata-upload>`,
  )
  const root = element.shadowRoot!
  const button = (words: string) =>
    [...root.querySelectorAll('button')].find(({ textContent }) => textContent.includes(words))!
  const choose = async (...names: readonly string[]) => {
    const transfer = new DataTransfer()
    for (const name of names) transfer.items.add(new File(['{"type":"x"}'], name))
    const input = root.querySelector<HTMLInputElement>('#file')!
    input.files = transfer.files
    input.dispatchEvent(new Event('change'))
    await element.updateComplete
  }
  const check = async () => {
    await choose('plaetze.geojson')
    button('Hochladen und prüfen').click()
    await until(() => root.querySelector('#result, .problem'))
  }
  return { element, root, button, choose, check, ...parts }
}
const orders = (asked: readonly Asked[]) =>
  asked.filter(({ method, path }) => method === 'POST' && path === '/imports').map(({ body }) => body)

describe('desk-geodata-upload', () => {
  it('sends a file for its collection, tells what the check found, and offers to publish it', async () => {
    const findings: GeoReport['findings'] = [
      { code: 'b', severity: 'note', count: 1, positions: [], words: 'Eine Spalte wurde ausgelassen.' },
      { code: 'a', severity: 'warning', count: 12, positions: [3, 7], words: 'Objekte liegen doppelt.' },
    ]
    const { element, root, button, check, asked } = await open(found({ findings }))
    const wanted: VersionWantedEvent[] = []
    element.addEventListener('desk-version-wanted', (event) => wanted.push(event))
    await check()
    expect(orders(asked)).to.deep.equal([
      {
        ...{ kind: 'geodata', complete: false, fileName: 'plaetze.geojson' },
        geodata: { collection: 'playgrounds' },
      },
    ])
    await until(() => root.activeElement?.id === 'result')
    const told = root.querySelector('.facts')!.textContent.replace(/\s+/g, ' ')
    expect(told).to.match(/Objekte 2 .*Punkte: 2.*Länge und Breite \(WGS 84\).*11,10° bis 11,20° Länge/)
    const graveness = [...root.querySelectorAll('h4')].map(({ textContent }) => textContent)
    expect(graveness.slice(0, 2)).to.deep.equal(['Warnungen: Bitte ansehen', 'Hinweise: Nichts zu tun'])
    expect(root.querySelector('.findings .help')!.textContent).to.equal('Objekte 3, 7 und weitere')
    const preview = root.querySelector('desk-version-preview')!.shadowRoot!
    await until(() => preview.querySelector('.names'))
    await expect(element).to.be.accessible()
    button('Als Fassung 2 veröffentlichen').click()
    button('Später veröffentlichen').click()
    expect(wanted.map(({ version, isLater }) => [version, isLater])).to.deep.equal([
      [2, false],
      [2, true],
    ])
    element.published = 2
    await element.updateComplete
    expect(button('Als Fassung 2 veröffentlichen')).to.equal(undefined)
  })

  it('shows what lies where on a map and as a list, and both choose the same', async () => {
    const { root, check } = await open(sample)
    await check()
    const preview = root.querySelector('desk-version-preview')!
    const shown = preview.shadowRoot!
    await until(() => shown.querySelector('.names'))
    expect(shown.textContent).to.contain('Gezeigt werden die ersten 2 von 2.000 Objekten.')
    const map = shown.querySelector('desk-feature-map')!
    await until(() => map.shadowRoot!.querySelector('canvas'))
    const [first, second] = shown.querySelectorAll<HTMLElement>('.names button')
    second!.focus()
    await sendKeys({ press: 'Enter' })
    await until(() => second!.ariaPressed === 'true')
    expect(shown.querySelector('[role=status]')!.textContent).to.equal('Ausgewählt: Am See')
    expect(shown.textContent).to.contain('Dieses Objekt hat keine Lage.')
    // The only point that has a place lies in the middle of the map.
    map.shadowRoot!.querySelector<HTMLElement>('#map')!.focus()
    while (first!.ariaPressed !== 'true') await sendKeys({ press: 'Enter' })
    await expect(preview).to.be.accessible()
  })

  it('takes from the fields of the file what names a feature and when it is', async () => {
    const { element, root, check, asked } = await open(sample)
    await check()
    root.querySelector<HTMLElement>('summary')!.click()
    await expect(element).to.be.accessible()
    for (const [role, name] of [
      ['idProperty', 'name'],
      ['beginsProperty', 'year'],
    ] as const) {
      const select = root.querySelector<HTMLSelectElement>(`#${role}`)!
      select.value = name
      select.dispatchEvent(new Event('change'))
    }
    root.querySelector<HTMLElement>('[data-roles]')!.click()
    const sent = () => asked.filter(({ method, path }) => method === 'POST' && path === '/imports')
    await until(() => sent().length === 2)
    expect(sent()[1]!.body).to.deep.include({
      geodata: { collection: 'playgrounds', idProperty: 'name', beginsProperty: 'year' },
    })
  })

  it('reads the same file in another system, with its axes swapped, or another of its layers', async () => {
    const { element, root, button, check, asked } = await open(
      found({ publishable: false, version: null, suggestions: ['25833'], layers: ['a', 'b'], layer: 'a' }),
    )
    await check()
    const again = async (words: string) => {
      const before = orders(asked).length
      button(words).click()
      await until(() => orders(asked).length > before && !element.isBusy && root.querySelector('#result'))
      return (orders(asked).at(-1) as { geodata: object }).geodata
    }
    const collection = 'playgrounds'
    expect(button('Als Fassung')).to.equal(undefined)
    expect(await again('Noch einmal prüfen als UTM Zone 33')).to.deep.equal({ collection, system: '25833' })
    expect(await again('Achsen vertauschen')).to.deep.equal({ collection, system: '25833', swapAxes: true })
    const layer = root.querySelector<HTMLSelectElement>('#layer')!
    layer.value = 'b'
    layer.dispatchEvent(new Event('change'))
    await element.updateComplete
    expect(await again('Diese Ebene prüfen')).to.include({ layer: 'b' })
    // What was checked before is thrown away.
    expect(asked.filter(({ method }) => method === 'DELETE')).to.have.length(3)
  })

  it('wants one file, and says so', async () => {
    const { element, root, button, choose, asked } = await open(sample)
    button('Hochladen und prüfen').click()
    await until(() => root.activeElement?.matches('[data-summary]'))
    await choose('a.kml', 'b.kml')
    expect(root.querySelector('#file-error')!.textContent).to.contain('nur eine Datei')
    expect(asked).to.deep.equal([])
    await expect(element).to.be.accessible()
  })

  for (const [what, answer, words] of [
    ['is too large', async () => problem(413, 'import-too-large'), 'zu groß'],
    ['is cut off by a lost connection', () => Promise.reject(new TypeError('gone')), 'antwortet nicht'],
  ] as const)
    it(`says that a file ${what}, keeps it, and tries again`, async () => {
      let isBroken = true
      const part = async () => (isBroken ? answer() : sample)
      const { element, root, button, check } = await open(sample, { 'PUT /imports/a/parts/0': part })
      await check()
      expect(root.querySelector('.problem')!.textContent).to.contain(words)
      expect(root.querySelector('.drop .help[role=status]')!.textContent).to.equal('plaetze.geojson')
      await expect(element).to.be.accessible()
      isBroken = false
      button('Noch einmal versuchen').click()
      await until(() => root.querySelector('#result'))
    })

  it('is cancelled on its way, and the file stays chosen', async () => {
    let end = (_: unknown) => {}
    const waits = () => new Promise<never>((_, reject) => (end = reject))
    const { element, root, button, choose } = await open(sample, { 'POST /imports/a/check': waits })
    await choose('plaetze.geojson')
    button('Hochladen und prüfen').click()
    await until(() => button('Abbrechen'))
    expect(element.isBusy).to.equal(true)
    await expect(element).to.be.accessible()
    button('Abbrechen').click()
    end(new DOMException('', 'AbortError'))
    await until(() => button('Hochladen und prüfen'))
    expect(root.textContent).to.contain('Abgebrochen. Die Datei ist noch ausgewählt.')
    expect(root.querySelector('.problem')).to.equal(null)
    expect(root.querySelector('.drop .help[role=status]')!.textContent).to.equal('plaetze.geojson')
  })
})
