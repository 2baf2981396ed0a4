import { html, nothing } from 'lit'
import type { GeodataMessages } from '@amtsweg/messages'
import { localeOf } from '@amtsweg/messages/languages.ts'
import { classesOf, type ValueClass, valueOf } from './choropleth.ts'
import type { Layer, MapFeature, Shading } from './features.ts'
import type { LayerSettings } from './layer-settings.ts'

/** Rows of the table: it is there to be read. */
const mostRows = 1_000

/** From light to full; what has no value (`at` below 0) is left clear. */
const shadeOpacity = (at: number, of: number): number => (at < 0 ? 0 : (at + 1) / of)

/** How the areas of a layer are coloured by a number that they have. */
export function shadingOf({ colorBy, classes }: LayerSettings): Shading {
  const known = new WeakMap<Layer, readonly ValueClass[]>()
  const classesIn = (layer: Layer): readonly ValueClass[] => {
    const before = known.get(layer)
    if (before) return before
    const values = layer.features.flatMap(({ feature }) => valueOf(feature, colorBy) ?? [])
    const found = classesOf(values, classes)
    known.set(layer, found)
    return found
  }
  const valueIn = ({ feature }: MapFeature) => valueOf(feature, colorBy)
  return {
    shadeOf(one) {
      const value = valueIn(one)
      const all = classesIn(one.layer)
      const at = value === undefined ? -1 : all.findIndex(({ to }) => value <= to)
      return { at, of: all.length }
    },
    valueText: (one, m, lang) => valueIn(one)?.toLocaleString(localeOf(lang)) ?? m.noValue,
    part: (layer, index, m, lang) => part(layer, index, classesIn(layer), colorBy, valueIn, m, lang),
  }
}

/** What the colours mean, and all values as a table, the largest first: the map's twin. */
function part(
  { features, labels, collection }: Layer,
  index: number,
  classes: readonly ValueClass[],
  colorBy: string,
  valueIn: (one: MapFeature) => number | undefined,
  m: GeodataMessages,
  lang: string,
): unknown {
  const { title = collection.id, titleProperty = 'name' } = collection
  const label = labels?.[colorBy]?.title ?? colorBy
  const numbers = new Intl.NumberFormat(localeOf(lang))
  const without = features.filter((one) => valueIn(one) === undefined).length
  const swatch = (at: number) => html`
    <svg class="symbol c${index % 8}" viewBox="0 0 24 24" aria-hidden="true">
      <path
        d="M2 2h20v20H2Z"
        stroke="currentColor"
        stroke-width="2"
        fill-opacity=${shadeOpacity(at, classes.length)}
      />
    </svg>
  `
  const line = (at: number, range: string, count: number) =>
    html`<li>
      ${swatch(at)} ${at < 0 ? nothing : html`<b>${numbers.format(at + 1)}</b>`} <span>${range}</span>
      <span class="muted">(${m.found(numbers.format(count), numbers.format(count))})</span>
    </li>`
  const rows = [...features].sort((one, other) => (valueIn(other) ?? -Infinity) - (valueIn(one) ?? -Infinity))
  return html`<div part="values" role="group" aria-label="${title}: ${label}">
    <p><strong lang="de">${title}: ${label}</strong></p>
    <ul class="small">
      ${classes.map(({ from, to, count }, at) => line(at, from === to ? numbers.format(from) : numbers.formatRange(from, to), count))}
      ${without ? line(-1, m.noValue, without) : nothing}
    </ul>
    <details>
      <summary>${m.values}</summary>
      <table>
        <caption class="visually-hidden" lang="de">
          ${title}: ${label}
        </caption>
        <thead>
          <tr lang="de">
            <th scope="col">${labels?.[titleProperty]?.title ?? titleProperty}</th>
            <th scope="col">${label}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.slice(0, mostRows).map((one) => {
            const value = valueIn(one)
            return html`<tr>
              <th scope="row" lang="de">${one.name || m.unnamed}</th>
              <td>${value === undefined ? m.noValue : numbers.format(value)}</td>
            </tr>`
          })}
        </tbody>
      </table>
      ${rows.length > mostRows ? m.partial(numbers.format(mostRows), numbers.format(rows.length)) : nothing}
    </details>
  </div>`
}
