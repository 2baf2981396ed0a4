import { entries, isText, members } from './json.ts'
import { findLink, type Link, linksOf } from './links.ts'
import { Inapplicable } from './method.ts'
import { bodyOf, type Collection, collectionsOf, type Service } from './service.ts'

type Members = Readonly<Record<string, unknown>>

const rels = 'http://www.opengis.net/def/rel/ogc/1.0'
export const tilingScheme = `${rels}/tiling-scheme`
const vectorTilesets = `${rels}/tilesets-vector`
export const mvt = 'application/vnd.mapbox-vector-tile'

/** Tiles of a collection in one set of matrices. */
export interface Tileset {
  readonly collection: Collection
  /** What the list says of it. */
  readonly listed: Members
  /** Its own page, and where that is. */
  readonly described: Members
  readonly at: string
  readonly links: readonly Link[]
}

/** Whether a server claims a class of OGC API Tiles. */
export const claimsTiles = async (service: Service, name: string): Promise<boolean> =>
  (await service.conformance()).includes(`http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/${name}`)

/** Address of the list of a collection's tilesets, as the collection links to it. */
export const tilesetsAddress = (service: Service, { described }: Collection): string | undefined =>
  findLink(linksOf(described, service.base), vectorTilesets, 'application/json')?.href

/** The tilesets of all collections that have some. */
export async function tilesetsOf(service: Service): Promise<readonly Tileset[]> {
  const found: Tileset[] = []
  for (const collection of await collectionsOf(service))
    found.push(...(await tilesetsIn(service, collection)))
  if (found.length === 0) throw new Inapplicable('no collection has tiles')
  return found
}

async function tilesetsIn(service: Service, collection: Collection): Promise<readonly Tileset[]> {
  const address = tilesetsAddress(service, collection)
  if (!address) return []
  const list = await service.get(address)
  const listed = entries(members(bodyOf(list))['tilesets']).map(members)
  return Promise.all(
    listed.map(async (one) => {
      const self = findLink(linksOf(one, list.url), 'self')
      if (!self) throw new Error(`${list.url} has a tileset without a link to itself`)
      const page = await service.get(self.href)
      const described = members(bodyOf(page))
      return { collection, listed: one, described, at: page.url, links: linksOf(described, page.url) }
    }),
  )
}

/** A matrix of a tileset's set. */
export interface Matrix {
  readonly id: string
  readonly left: number
  readonly top: number
  /** Side of a tile. */
  readonly side: number
  readonly columns: number
  readonly rows: number
}

/** The matrices by their ids, as the set's own page tells them. */
export async function matricesOf(service: Service, { links }: Tileset): Promise<ReadonlyMap<string, Matrix>> {
  const link = findLink(links, tilingScheme)
  if (!link) throw new Error(`no link rel="${tilingScheme}"`)
  const set = members(bodyOf(await service.get(link.href)))
  return new Map(
    entries(set['tileMatrices'])
      .map(members)
      .map((one) => {
        const [left, top] = entries(one['pointOfOrigin']).map(Number)
        const id = String(one['id'])
        const side = Number(one['cellSize']) * Number(one['tileWidth'])
        const [columns, rows] = [Number(one['matrixWidth']), Number(one['matrixHeight'])]
        return [id, { id, left: left ?? NaN, top: top ?? NaN, side, columns, rows }]
      }),
  )
}

/** URI of the system of a set. */
export async function systemOf(service: Service, { links }: Tileset): Promise<string> {
  const link = findLink(links, tilingScheme)
  const { crs } = link ? members(bodyOf(await service.get(link.href))) : {}
  return isText(crs) ? crs : ''
}

/** One tile's place in its matrix. */
export interface Place {
  readonly matrix: Matrix
  readonly row: number
  readonly column: number
}

/** Address of a tile, by the template of its tileset. */
export function tileAddress({ described, at }: Tileset, { matrix, row, column }: Place): string {
  const template = entries(described['links'])
    .map(members)
    .find(({ rel, type }) => rel === 'item' && type === mvt)?.['href']
  if (!isText(template)) throw new Error(`${at} has no link rel="item" type="${mvt}"`)
  const filled = template
    .replace('{tileMatrix}', matrix.id)
    .replace('{tileRow}', String(row))
    .replace('{tileCol}', String(column))
  return new URL(filled, at).href
}

/** Rows and columns of a matrix in which there are tiles. */
export function limitsOf({ described }: Tileset, matrix: Matrix): readonly [Place, Place] {
  const limits = entries(described['tileMatrixSetLimits'])
    .map(members)
    .find(({ tileMatrix }) => tileMatrix === matrix.id)
  const number = (name: string, otherwise: number) => Number(limits?.[name] ?? otherwise)
  return [
    { matrix, row: number('minTileRow', 0), column: number('minTileCol', 0) },
    {
      matrix,
      row: number('maxTileRow', matrix.rows - 1),
      column: number('maxTileCol', matrix.columns - 1),
    },
  ]
}
