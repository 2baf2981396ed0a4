import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import { fakeClient } from '@amtsweg/kit/testing.ts'
import { classesOf } from './choropleth.ts'
import type { MapViewer } from './map-viewer.ts'
import { sampleDistricts } from './samples.ts'
import './map-viewer.ts'

const patience = { timeout: 20_000 }

describe('classes of values', () => {
  for (const [what, values, wanted, classes] of [
    ['as many in each', [4, 1, 3, 2], 2, ['1-2: 2', '3-4: 2']],
    ['what is equal is never parted', [1, 1, 1, 1, 9], 2, ['1-1: 4', '9-9: 1']],
    ['fewer where there are fewer values', [5, 5], 5, ['5-5: 2']],
    ['negative numbers', [-3, 0, -1.5], 3, ['-3--3: 1', '-1.5--1.5: 1', '0-0: 1']],
    ['nothing of nothing', [], 5, []],
  ] as const)
    it(what, () =>
      expect(classesOf(values, wanted).map(({ from, to, count }) => `${from}-${to}: ${count}`)).to.deep.equal(
        classes,
      ),
    )

  it('hold every value once, whatever the values are', () => {
    for (let count = 0; count < 60; count++)
      for (let wanted = 2; wanted <= 7; wanted++) {
        const values = Array.from({ length: count }, (_, index) => (index * index * 7) % 23)
        const classes = classesOf(values, wanted)
        expect(classes.length).to.be.at.most(wanted)
        expect(classes.reduce((sum, one) => sum + one.count, 0)).to.equal(count)
        for (const { from, to, count } of classes)
          expect(values.filter((value) => value >= from && value <= to)).to.have.length(count)
      }
  })
})

describe('areas coloured by a number', () => {
  async function viewer() {
    const href = URL.createObjectURL(new Blob([JSON.stringify(sampleDistricts)]))
    const el = await fixture<MapViewer>(
      html`<amt-map-viewer lang="de" .client=${fakeClient()}>
        <amt-map-layer kind="geojson" href=${href} label="Ortsteile" attribution="Musterstadt, CC0 1.0" color-by="einwohner" classes="2"></amt-map-layer>
      </amt-map-viewer>`,
    ) // prettier-ignore
    const find = (selector: string) => el.shadowRoot!.querySelector<HTMLElement>(selector)
    await waitUntil(() => find('[part=values]'), 'values', patience)
    return { el, find }
  }

  it('have a legend with ranges and counts, and all values as a table, the largest first', async () => {
    const { el, find } = await viewer()
    const lines = [...el.shadowRoot!.querySelectorAll<HTMLElement>('[part=values] li')]
    const text = (one: HTMLElement) => one.innerText.replace(/\s+/g, ' ').trim()
    expect(lines.map(text)).to.deep.equal([
      '1 120–800 (Einträge: 2)',
      '2 1.500–12.000 (Einträge: 2)',
      'Kein Wert (Einträge: 1)',
    ])
    find('[part=values] summary')!.click()
    await waitUntil(() => find('table')!.checkVisibility(), 'table')
    const rows = [...el.shadowRoot!.querySelectorAll<HTMLElement>('tbody tr')].map(text)
    expect(rows).to.deep.equal([
      'Altstadt 12.000',
      'Hafen 1.500',
      'Anger 800',
      'Süderberg 120',
      'Moor Kein Wert',
    ])
    expect(find('[part=feature]')!.innerText).to.match(/Altstadt\s+12\.000/)
    await expect(el).to.be.accessible()
  })

  it('are drawn by their class, with its number on them', async () => {
    const { el, find } = await viewer()
    await waitUntil(() => find('amt-map-canvas')?.shadowRoot?.querySelector('canvas'), 'canvas', patience)
    const colours = () => {
      const canvas = find('amt-map-canvas')!.shadowRoot!.querySelector('canvas')!
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
      return new Set(Array.from({ length: data.length / 4 }, (_, at) => data[at * 4 + 3]! >> 4))
    }
    // Clear, half and full.
    await waitUntil(() => colours().size > 2, 'several fillings', patience)
    await expect(el).to.be.accessible()
  })
})
