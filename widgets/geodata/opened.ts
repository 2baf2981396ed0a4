import { html, nothing } from 'lit'
import type { GeodataMessages } from '@amtsweg/messages'
import { localeOf } from '@amtsweg/messages/languages.ts'
import type { Layer, MapFeature } from './features.ts'

const day = /^\d{4}-\d\d-\d\d(?:T|$)/
const web = /^https?:\/\/\S+$/

/** As `date` of the kit, which lies in a chunk with the card of an office: six kilobytes for one line. */
function dateText(iso: string, lang: string): string {
  const time = new Date(iso)
  const format = new Intl.DateTimeFormat(localeOf(lang), { dateStyle: 'medium', timeZone: 'Europe/Berlin' })
  return Number.isNaN(time.getTime()) ? iso : format.format(time)
}

function shown(value: unknown, m: GeodataMessages, lang: string): unknown {
  if (typeof value === 'boolean') return value ? m.yes : m.no
  if (typeof value === 'number') return value.toLocaleString(localeOf(lang))
  const text = typeof value === 'object' ? JSON.stringify(value) : `${value as string}`
  if (web.test(text)) return html`<a href=${text} rel="noopener">${text}</a>`
  return day.test(text) ? dateText(text, lang) : text
}

/** A list to choose from stays short. */
const mostValues = 12

/** Properties of few values, as lists to choose one from. */
export function filtersPart(
  layers: readonly Layer[],
  chosen: ReadonlyMap<string, string>,
  choose: (name: string, value: string) => void,
  m: GeodataMessages,
): unknown {
  const fields = new Map(layers.flatMap((layer) => fieldsOf(layer).map((field) => [field.name, field])))
  return html`<div class="fields">
    ${[...fields.values()].map(
      ({ name, label, values }) =>
        html`<label>
          <span lang="de">${label}</span>
          <select @change=${({ target }: Event) => choose(name, (target as HTMLSelectElement).value)}>
            <option value="" ?selected=${!chosen.get(name)}>${m.any}</option>
            ${values.map(
              (value) =>
                html`<option value=${value} ?selected=${chosen.get(name) === value}>
                  ${{ true: m.yes, false: m.no }[value] ?? value}
                </option>`,
            )}
          </select>
        </label>`,
    )}
  </div>`
}

function fieldsOf({ features, labels = {}, collection: { titleProperty } }: Layer) {
  return Object.entries(labels).flatMap(([name, { title, format, type }]) => {
    if (name === titleProperty || format || !/^(string|boolean|integer)$/.test(type ?? '')) return []
    const values = new Set(features.flatMap(({ feature }) => feature.properties?.[name] ?? []).map(String))
    return values.size > 1 && values.size <= mostValues
      ? [{ name, label: title ?? name, values: [...values].sort() }]
      : []
  })
}

/** All that is known of a feature, and where it comes from. */
export function detailsPart({ feature, layer }: MapFeature, m: GeodataMessages, lang: string): unknown {
  const { collection, labels = {} } = layer
  const { attribution, licence, titleProperty } = collection
  const rows = Object.entries(feature.properties ?? {}).filter(
    ([name, value]) => name !== titleProperty && value != null && value !== '',
  )
  return html`
    <dl lang="de">
      ${rows.map(
        ([name, value]) =>
          html`<div>
            <dt>${labels[name]?.title ?? name}</dt>
            <dd>${shown(value, m, lang)}</dd>
          </div>`,
      )}
    </dl>
    ${
      attribution
        ? html`<p class="small muted">
            ${m.source}: <span lang="de">${attribution}</span>
            ${licence ? html`(<a href=${licence.uri} rel="noopener license">${licence.name}</a>)` : nothing}
          </p>`
        : nothing
    }
  `
}

/** "350 m", "2,3 km". */
export function lengthText(metres: number, lang: string): string {
  const isFar = metres >= 1_000
  return new Intl.NumberFormat(localeOf(lang), {
    style: 'unit',
    unit: isFar ? 'kilometer' : 'meter',
    maximumFractionDigits: isFar && metres < 10_000 ? 1 : 0,
  }).format(isFar ? metres / 1_000 : Math.round(metres / 10) * 10)
}
