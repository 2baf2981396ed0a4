import { expect, fixture, html } from '@open-wc/testing'
import { mapColours } from './map-colours.styles.ts'
import { readPalette } from './map-palette.ts'

const luminance = (colour: string) => {
  const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? [])
    .map((part) => Number(part) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
const contrast = (a: string, b: string) => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other)
  return (light + 0.05) / (dark + 0.05)
}

for (const scheme of ['light', 'dark'])
  it(`on every colour of a map the ink can be read, where it is ${scheme}`, async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`)
    const root = host.attachShadow({ mode: 'open' })
    root.adoptedStyleSheets = [mapColours.styleSheet!]
    host.style.colorScheme = scheme
    const { ink, ground, bad, accent, fills } = readPalette(root)
    expect(new Set(fills).size).to.equal(8)
    for (const fill of [...fills, ground]) expect(contrast(ink, fill), fill).to.be.at.least(7)
    for (const line of [bad, accent]) expect(contrast(line, ground)).to.be.at.least(4.5)
  })
