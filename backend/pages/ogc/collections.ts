import { html } from 'hono/html'
import type { Collection } from '../../geodata/index.ts'
import type { Html } from '../layout.ts'

interface Listed {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly itemCount: number
  readonly attribution: string
}

const count = (items: number) => items.toLocaleString('de')

/** Every collection with what it holds and whose it is. */
export function collectionList(root: string, document: object): Html {
  const { collections } = document as { readonly collections: readonly Listed[] }
  if (collections.length === 0) return html`<p>Hier ist noch nichts veröffentlicht.</p>`
  return html`<ul class="list">
    ${collections.map(
      ({ id, title, description, itemCount, attribution }) =>
        html`<li>
          <a href="${root}/collections/${encodeURIComponent(id)}?f=html">${title}</a>
          <span class="muted">${count(itemCount)} Objekte</span>
          <span class="note">${description}</span>
          <span class="note">${attribution}</span>
        </li>`,
    )}
  </ul>`
}

interface Described {
  readonly attribution: string
  readonly updated: string
  readonly crs: readonly string[]
  readonly storageCrs: string
  readonly extent: {
    readonly spatial?: { readonly bbox: readonly (readonly number[])[] }
    readonly temporal?: { readonly interval: readonly (readonly string[])[] }
  }
}

const day = (time: string) =>
  new Date(time).toLocaleDateString('de', { dateStyle: 'long', timeZone: 'Europe/Berlin' })

/** The map asks as everybody does, so it shows what everybody may see. */
export const hasMap = (collection: Collection | undefined): boolean => collection?.audience === 'public'

/** What a collection is, whose, and under which terms. */
export function collectionFacts(root: string, collection: Collection, document: object): Html {
  const { attribution, updated, crs, storageCrs, extent } = document as Described
  const { id, description, keywords, licence, provider, sourceUri, version } = collection
  const [box] = extent.spatial?.bbox ?? []
  const [interval] = extent.temporal?.interval ?? []
  return html`<p class="lead">${description}</p>
    <p>
      <a class="button" href="${root}/collections/${encodeURIComponent(id)}/items?f=html">Objekte ansehen</a>
    </p>
    ${hasMap(collection) ? html`<amt-map-viewer collections="${id}"></amt-map-viewer>` : ''}
    <dl class="facts">
      <div>
        <dt>Objekte</dt>
        <dd>${count(version.features)}</dd>
      </div>
      <div>
        <dt>Stand</dt>
        <dd>${day(updated)} (Fassung ${version.number})</dd>
      </div>
      <div>
        <dt>Bereitgestellt von</dt>
        <dd>${provider}</dd>
      </div>
      <div>
        <dt>Lizenz</dt>
        <dd><a href="${licence.uri}">${licence.name}</a></dd>
      </div>
      <div>
        <dt>Quelle</dt>
        <dd><a href="${sourceUri}">${sourceUri}</a></dd>
      </div>
      <div>
        <dt>Quellenvermerk</dt>
        <dd>${attribution}</dd>
      </div>
      ${
        keywords.length > 0
          ? html`<div>
              <dt>Schlagwörter</dt>
              <dd>${keywords.join(', ')}</dd>
            </div>`
          : ''
      }
      ${
        box
          ? html`<div>
              <dt>Ausdehnung (Länge, Breite)</dt>
              <dd>${box.join(', ')}</dd>
            </div>`
          : ''
      }
      ${
        interval
          ? html`<div>
              <dt>Zeitraum</dt>
              <dd>${interval.join(' bis ')}</dd>
            </div>`
          : ''
      }
      <div>
        <dt>Geliefert in</dt>
        <dd>${storageCrs}</dd>
      </div>
    </dl>
    <h2>Koordinatensysteme</h2>
    <ul>
      ${crs.map((uri) => html`<li><a href="${uri}">${uri}</a></li>`)}
    </ul>`
}
