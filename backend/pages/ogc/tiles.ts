import { html } from 'hono/html'
import type { Html } from '../layout.ts'
import type { LinkOfDocument } from './layout.ts'

interface Listed {
  readonly id: string
  readonly title: string
  readonly crs: string
}

const lead = html`<p class="lead">
  Vektorkacheln sind Ausschnitte der Daten für Karten: Ein Kartenprogramm lädt nur, was es gerade zeigt.
</p>`

/** Every set of matrices that tiles come in. */
export function tileMatrixSets(root: string, document: object): Html {
  const { tileMatrixSets: sets } = document as { readonly tileMatrixSets: readonly Listed[] }
  return html`${lead}
    <ul class="list">
      ${sets.map(
        ({ id, title, crs }) =>
          html`<li>
            <a href="${root}/tileMatrixSets/${id}?f=html">${id}</a>
            <span class="note" lang="en">${title}</span>
            <span class="note">${crs}</span>
          </li>`,
      )}
    </ul>`
}

interface Matrices {
  readonly title: string
  readonly crs: string
  readonly uri: string
  readonly tileMatrices: readonly {
    readonly id: string
    readonly scaleDenominator: number
    readonly cellSize: number
    readonly matrixWidth: number
    readonly matrixHeight: number
  }[]
}

const rounded = (value: number) => value.toLocaleString('de', { maximumSignificantDigits: 6 })

/** One set, matrix by matrix. */
export function tileMatrices(document: object): Html {
  const { title, crs, uri, tileMatrices: matrices } = document as Matrices
  return html`<p class="lead" lang="en">${title}</p>
    <p>Register: <a href="${uri}">${uri}</a>, Koordinatensystem: <a href="${crs}">${crs}</a></p>
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th scope="col">Stufe</th>
            <th scope="col">Maßstab 1 zu</th>
            <th scope="col">Meter je Bildpunkt</th>
            <th scope="col">Spalten</th>
            <th scope="col">Zeilen</th>
          </tr>
        </thead>
        <tbody>
          ${matrices.map(
            ({ id, scaleDenominator, cellSize, matrixWidth, matrixHeight }) =>
              html`<tr>
                <th scope="row">${id}</th>
                <td>${rounded(scaleDenominator)}</td>
                <td>${rounded(cellSize)}</td>
                <td>${matrixWidth}</td>
                <td>${matrixHeight}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`
}

interface Tileset {
  readonly title: string
  readonly attribution: string
  readonly links: readonly LinkOfDocument[]
}

/** In which sets a collection has tiles. */
export function tilesetList(document: object): Html {
  const { attribution, tilesets } = document as Pick<Tileset, 'attribution'> & {
    readonly tilesets: readonly Tileset[]
  }
  if (tilesets.length === 0) return html`<p>Nichts in diesem Datensatz hat einen Ort.</p>`
  return html`${lead}
    <p>${attribution}</p>
    <ul class="list">
      ${tilesets.map(({ title, links }) => html`<li><a href="${asHtml(links)}">${title}</a></li>`)}
    </ul>`
}

const asHtml = (links: readonly LinkOfDocument[]) => links.find(({ rel }) => rel === 'alternate')?.href ?? ''

interface Limits {
  readonly tileMatrix: string
  readonly minTileRow: number
  readonly maxTileRow: number
  readonly minTileCol: number
  readonly maxTileCol: number
}

/** Where a collection has tiles in one set. */
export function tilesetFacts(document: object): Html {
  const { attribution, links, tileMatrixSetLimits } = document as Tileset & {
    readonly tileMatrixSetLimits: readonly Limits[]
  }
  const template = links.find(({ rel }) => rel === 'item')?.href ?? ''
  return html`<p>${attribution}</p>
    <p>Adresse für Kartenprogramme: <code>${template}</code></p>
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th scope="col">Stufe</th>
            <th scope="col">Zeilen</th>
            <th scope="col">Spalten</th>
          </tr>
        </thead>
        <tbody>
          ${tileMatrixSetLimits.map(
            (one) =>
              html`<tr>
                <th scope="row">${one.tileMatrix}</th>
                <td>${one.minTileRow} bis ${one.maxTileRow}</td>
                <td>${one.minTileCol} bis ${one.maxTileCol}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`
}
