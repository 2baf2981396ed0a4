import { html } from 'hono/html'
import type { Collection, OgcPage, ShowPage } from '../../geodata/index.ts'
import { pageHeaders } from '../../http/headers.ts'
import type { Html } from '../layout.ts'
import { apiOperations } from './api.ts'
import { collectionFacts, collectionList, hasMap } from './collections.ts'
import { featureFacts, featureList, type ShownFeature } from './features.ts'
import { type LinkOfDocument, ogcLayout, type Step } from './layout.ts'
import { tileMatrices, tileMatrixSets, tilesetFacts, tilesetList } from './tiles.ts'

/** Shows what the API says as a page that needs no script. Its headers let no other page show it as its own. */
export const showOgcPage: ShowPage = (page) => {
  const { links: all = [] } = page.document as { readonly links?: readonly LinkOfDocument[] }
  // Templates are no addresses that one could go to.
  const links = all.filter(({ href }) => !href.includes('{'))
  const title = titleOf(page)
  return {
    text: ogcLayout({
      ...{ title, way: wayTo(page), links: [...links, ...ownLinks(page)], body: bodyOf(page) },
      hasMap: page.kind === 'collection' && hasMap(page.collection),
    }),
    headers: pageHeaders,
  }
}

function titleOf({ kind, collection, document }: OgcPage): string {
  if (kind === 'feature' && collection) return nameOf(document as ShownFeature, collection)
  if (kind === 'queryables') return `Eigenschaften: ${collection?.title}`
  if (kind === 'tilesets' || kind === 'tileset') return `Vektorkacheln: ${collection?.title}`
  if (collection) return collection.title
  const titles = {
    landing: 'Geodaten',
    conformance: 'Konformität',
    api: 'Schnittstelle',
    collections: 'Datensätze',
    tileMatrixSets: 'Kachelschemata',
    tileMatrixSet: 'Kachelschema',
  }
  return titles[kind as keyof typeof titles]
}

const nameOf = ({ id, properties }: ShownFeature, { titleProperty = '' }: Collection): string =>
  String(properties[titleProperty] ?? id)

function wayTo({ kind, root, collection }: OgcPage): readonly Step[] {
  const way = [{ href: `${root}?f=html`, title: 'Geodaten' }]
  if (kind !== 'landing') way.push({ href: `${root}/collections?f=html`, title: 'Datensätze' })
  if (!collection || kind === 'collection') return way
  const there = `${root}/collections/${encodeURIComponent(collection.id)}`
  way.push({ href: `${there}?f=html`, title: collection.title })
  if (kind === 'tileset') way.push({ href: `${there}/tiles?f=html`, title: 'Vektorkacheln' })
  if (kind === 'feature') way.push({ href: `${there}/items?f=html`, title: 'Objekte' })
  return way
}

/** Documents that are schemas or descriptions have no links of their own. */
function ownLinks({ kind, root, collection }: OgcPage): readonly LinkOfDocument[] {
  if (kind === 'api')
    return [
      { href: `${root}/api?f=json`, rel: 'alternate', type: 'application/json', title: 'Als OpenAPI 3.0' },
    ]
  if (kind !== 'queryables' || !collection) return []
  const href = `${root}/collections/${encodeURIComponent(collection.id)}/queryables?f=json`
  return [{ href, rel: 'alternate', type: 'application/schema+json', title: 'Als JSON Schema' }]
}

function bodyOf(page: OgcPage): Html {
  const { kind, root, document, collection } = page
  switch (kind) {
    case 'landing':
      return html`<p class="lead">
          Spielplätze, Kitas, Wahlbezirke und mehr: frei zu lesen und weiterzuverwenden, mit Angabe der
          Quelle.
        </p>
        <p><a class="button" href="${root}/collections?f=html">Datensätze ansehen</a></p>
        <p>
          QGIS, GDAL und jedes andere Programm, das „OGC API – Features“ versteht, liest die Daten unter
          <code>${root}</code>.
        </p>`
    case 'conformance':
      return html`<ul>
        ${(document as { readonly conformsTo: readonly string[] }).conformsTo.map((one) => html`<li><a href="${one}">${one}</a></li>`)}
      </ul>`
    case 'api':
      return apiOperations(document)
    case 'collections':
      return collectionList(root, document)
    case 'collection':
      return collectionFacts(root, collection as Collection, document)
    case 'queryables':
      return queryables(document)
    case 'items':
      return featureList(root, collection as Collection, document)
    case 'feature':
      return featureFacts(document as ShownFeature)
    case 'tileMatrixSets':
      return tileMatrixSets(root, document)
    case 'tileMatrixSet':
      return tileMatrices(document)
    case 'tilesets':
      return tilesetList(document)
    case 'tileset':
      return tilesetFacts(document)
  }
}

interface Schema {
  readonly properties: Readonly<Record<string, { readonly type?: string; readonly format?: string }>>
}

const queryables = (document: object): Html =>
  html`<p>Nach diesen Eigenschaften lässt sich filtern (CQL2, Parameter <code>filter</code>).</p>
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Art</th>
          </tr>
        </thead>
        <tbody>
          ${Object.entries((document as Schema).properties).map(
            ([name, { type, format }]) =>
              html`<tr>
                <th scope="row"><code>${name}</code></th>
                <td>${format ?? type ?? ''}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`
