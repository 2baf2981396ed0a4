import { aTimeout, expect, fixture, html } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import type { AreaOutlines, ResponsibilityMap as Answer } from '@amtsweg/contract'
import { type Answers, fakeDesk, problem } from '../shell/testing.ts'
import type { ResponsibilityMap } from './responsibility-map.ts'
import './responsibility-map.ts'

const area = '130765654'
const keyOf = (index: number) => `${area}00${index}`
const amt = { id: 'amt', name: 'Amt Musterland', origin: 'derived' as const }
const answer: Answer = {
  service: { id: 'hund', title: 'Hund anmelden', lang: 'de' },
  area: { regionKey: area, name: 'Musterland' },
  answers: [
    { kind: 'answered', units: [amt], recordedFor: { regionKey: '13', name: 'Musterstaat' } },
    { kind: 'gap', units: [] },
    {
      kind: 'overlap',
      units: [amt, { ...amt, id: 'stadt', name: 'Stadt Muster', origin: 'own' }],
      recordedFor: { regionKey: keyOf(3), name: 'Ort 3' },
    },
  ],
  areas: [0, 0, 1, 2].map((index, place) => ({
    regionKey: keyOf(place),
    name: `Ort ${place}`,
    answer: index,
  })),
}
const squareAt = (x: number): [number, number][] => [
  [x, 53],
  [x + 1, 53],
  [x + 1, 54],
  [x, 54],
  [x, 53],
]
/** In a row: Ort 1 lies in the middle. */
const outlines: AreaOutlines = {
  type: 'FeatureCollection',
  features: [0, 1, 2].map((index) => ({
    type: 'Feature',
    id: keyOf(index),
    properties: { regionKey: keyOf(index), name: `Ort ${index}` },
    geometry: { type: 'MultiPolygon', coordinates: [[squareAt(10 + index)]] },
  })),
  sources: [
    {
      ...{
        id: 'bkg',
        name: 'VG250',
        invented: false,
        attribution: '© GeoBasis-DE / BKG 2016 (Daten verändert)',
      },
      ...{ licence: 'GeoNutzV', licenceUrl: 'https://www.gesetze-im-internet.de/geonutzv/' },
    },
  ],
}
const answers = (more: Answers = {}): Answers => ({
  'GET /responsibility-map': answer,
  [`GET /areas/${area}/outlines`]: outlines,
  ...more,
})
const until = async (isSo: () => unknown) => {
  while (!isSo()) await aTimeout(5)
}

async function open(more?: Answers) {
  const parts = fakeDesk(answers(more))
  const element = await fixture<ResponsibilityMap>(
    html`<desk-responsibility-map lang="de" .desk=${parts.desk} service="hund"></desk-responsibility-map>`,
  )
  const root = element.shadowRoot!
  const map = () =>
    root.querySelector('desk-area-map')?.shadowRoot?.querySelector<HTMLElement>('.ol-viewport')
  return { element, root, map, ...parts }
}
const texts = (root: ParentNode, selector: string) =>
  [...root.querySelectorAll(selector)].map((one) => one.textContent.replace(/\s+/g, ' ').trim())

describe('desk-responsibility-map', () => {
  it('says in words all that the map shows, what is wrong first', async () => {
    const { element, root, map, asked } = await open()
    await until(map)
    expect(asked.map(({ path }) => path)).to.include('/responsibility-map?service=hund')
    expect(texts(root, 'summary')).to.deep.equal([
      'Lücke, niemand eingetragen: 1 Gemeinde',
      '1 Überschneidung, Amt Musterland, Stadt Muster: 1 Gemeinde',
      '2 Amt Musterland: 2 Gemeinden',
    ])
    expect(texts(root, '.areas button')).to.deep.equal(['Ort 2'])
    expect(root.textContent).to.contain('GeoBasis-DE').and.to.contain('GeoNutzV')
    await expect(element).to.be.accessible()
  })

  it('tells of a Gemeinde chosen in the list who answers and where to go on', async () => {
    const { element, root, map } = await open()
    await until(map)
    root.querySelectorAll<HTMLElement>('summary')[2]!.click()
    await until(() => root.querySelectorAll('details')[2]!.querySelector('button'))
    root.querySelectorAll('details')[2]!.querySelector('button')!.click()
    await element.updateComplete
    expect(texts(root, '[role=status]')).to.deep.equal(['Ort 0: Zuständig ist Amt Musterland.'])
    expect(root.querySelector('#chosen')!.textContent).to.contain('Übernommen: Es ist für Musterstaat')
    expect([...root.querySelectorAll('#chosen a')].map((link) => link.getAttribute('href'))).to.deep.equal([
      '/desk/units/amt',
      `/desk/responsibilities?by=place&area=${keyOf(0)}`,
      '/desk/responsibilities?by=service&service=hund',
    ])
    expect(texts(root, '[aria-pressed=true]')).to.deep.equal(['Ort 0 (übernommen)'])
    await expect(element).to.be.accessible()
  })

  it('is chosen from by the keyboard alone: Enter takes the middle', async () => {
    const { root, map } = await open()
    await until(map)
    const frame = root.querySelector('desk-area-map')!.shadowRoot!.querySelector<HTMLElement>('#map')!
    await until(() => frame.querySelector('canvas'))
    frame.focus()
    await sendKeys({ press: 'Enter' })
    await until(() => texts(root, '[role=status]')[0]?.startsWith('Ort 1'))
    expect(texts(root, '[aria-pressed=true]')).to.deep.equal(['Ort 1 (übernommen)'])
  })

  it('leaves the wheel to the page, but for Ctrl and the wheel', async () => {
    const { map } = await open()
    await until(() => map()?.querySelector('canvas'))
    const turn = (ctrlKey: boolean) => {
      const event = new WheelEvent('wheel', {
        deltaY: 50,
        ctrlKey,
        bubbles: true,
        cancelable: true,
        composed: true,
      })
      map()!.dispatchEvent(event)
      return event.defaultPrevented
    }
    expect([turn(false), turn(true)]).to.deep.equal([false, true])
    expect(getComputedStyle(map()!).touchAction).to.equal('pan-x pan-y')
  })

  it('says which import brings outlines where there are none, and keeps the list', async () => {
    const { element, root } = await open({
      [`GET /areas/${area}/outlines`]: { type: 'FeatureCollection', features: [], sources: [] },
    })
    await until(() => root.querySelector('.empty'))
    expect(root.querySelector('.empty')!.textContent).to.contain('amtsweg import')
    expect(root.querySelectorAll('summary').length).to.equal(3)
    await expect(element).to.be.accessible()
  })

  it('keeps the list where the outlines do not come, and asks again', async () => {
    let isBroken = true
    const { root, map } = await open({
      [`GET /areas/${area}/outlines`]: () =>
        Promise.resolve(isBroken ? problem(503, 'overloaded') : outlines),
    })
    await until(() => root.querySelector('.problem'))
    expect(root.querySelectorAll('summary').length).to.equal(3)
    isBroken = false
    root.querySelector<HTMLElement>('.problem button')!.click()
    await until(map)
  })

  it('says what went wrong', async () => {
    const { element, root } = await open({ 'GET /responsibility-map': problem(404, 'service-unknown') })
    await until(() => root.querySelector('.problem'))
    expect(root.textContent).to.contain('Diese Leistung gibt es nicht')
    await expect(element).to.be.accessible()
  })
})
