import { html } from 'hono/html'
import type { Collection } from '../../geodata/index.ts'
import type { Html } from '../layout.ts'

/** A feature as its JSON says it. */
export interface ShownFeature {
  readonly id: string
  readonly geometry: { readonly type: string; readonly coordinates?: unknown } | null
  readonly properties: Readonly<Record<string, unknown>>
}

interface Page {
  readonly features: readonly ShownFeature[]
  readonly numberMatched: number
  readonly attribution: string
  readonly links: readonly { readonly rel: string; readonly href: string; readonly title?: string }[]
}

function text(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const facts = ({ geometry, properties }: ShownFeature): Html =>
  html`<dl class="facts">
    ${Object.entries(properties).map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${text(value)}</dd>
        </div>`,
    )}
    <div>
      <dt>Geometrie</dt>
      <dd>${placeOf(geometry)}</dd>
    </div>
  </dl>`

/** Points in full, everything else by its kind: thousands of coordinates tell a reader nothing, and the JSON has them. */
function placeOf(geometry: ShownFeature['geometry']): string {
  if (geometry === null) return 'keine'
  return geometry.type === 'Point' ? `Punkt ${text(geometry.coordinates)}` : geometry.type
}

/** Features of a page, each with what it says. */
export function featureList(root: string, { id, titleProperty = '' }: Collection, document: object): Html {
  const { features, numberMatched, attribution, links } = document as Page
  const way = (rel: string) => links.find((link) => link.rel === rel)
  const [prev, next] = [way('prev'), way('next')]
  const there = `${root}/collections/${encodeURIComponent(id)}/items`
  return html`<p>
      ${numberMatched.toLocaleString('de')}
      Objekte${features.length < numberMatched ? html`, ${features.length.toLocaleString('de')} davon auf dieser Seite` : ''}
    </p>
    <ul class="list">
      ${features.map(
        (feature) =>
          html`<li>
            <a href="${there}/${encodeURIComponent(feature.id)}?f=html"
              >${text(feature.properties[titleProperty] ?? feature.id)}</a
            >
            ${facts(feature)}
          </li>`,
      )}
    </ul>
    <p class="muted">${attribution}</p>
    <nav aria-label="Seiten">
      ${prev ? html`<a class="button" href="${prev.href}">Vorige Seite</a>` : ''}
      ${next ? html`<a class="button" href="${next.href}">Nächste Seite</a>` : ''}
    </nav>`
}

/** One feature, with its coordinates as its JSON has them. */
export const featureFacts = (feature: ShownFeature): Html =>
  html`${facts(feature)}
  ${
    feature.geometry
      ? html`<details>
          <summary>Koordinaten (Länge, Breite)</summary>
          <pre>${JSON.stringify(feature.geometry)}</pre>
        </details>`
      : ''
  }`
