import type { Context, Hono } from 'hono'
import type { Db } from '../database/database.ts'
import type { Tile, TileMatrixSet } from '../geometry/tile-matrix-set.ts'
import { ProblemError } from '../http/problem.ts'
import type { Env } from '../http/router.ts'
import { type askedRoutes, mayAsk, unusable } from './asked-routes.ts'
import type { Collection } from './collection.ts'
import { limitedMemory } from './limited-memory.ts'
import type { Surroundings } from './ogc-documents.ts'
import { json } from './ogc-links.ts'
import type { OgcPage } from './ogc-page.ts'
import { mvt } from './ogc-tile-links.ts'
import {
  findTileMatrixSet,
  rangeOf,
  tileMatrixSetPage,
  tileMatrixSetsPage,
  tilesetPage,
  tilesetsPage,
} from './ogc-tiles.ts'
import { tileFeatures } from './tile-features.ts'
import { encodeTile } from './vector-tile.ts'

interface Parts extends Pick<ReturnType<typeof askedRoutes>, 'asked' | 'send'> {
  readonly db: Db
  readonly around: (c: Context<Env>) => Surroundings
  /** Sends a document as JSON or as a page. */
  readonly sendDocument: (
    c: Context<Env>,
    format: Surroundings['format'],
    type: string,
    page: Omit<OgcPage, 'root'>,
  ) => Response
}

/** Bytes of tiles that are kept. */
const room = 32 * 1024 * 1024

/** OGC API Tiles: vector tiles of each collection, made when they are asked for. */
export function addTileRoutes(router: Hono<Env>, { db, asked, around, send, sendDocument }: Parts): void {
  const keep = limitedMemory<Uint8Array | undefined>(
    room,
    (key, bytes) => (bytes?.length ?? 0) + key.length * 2 + 200,
  )

  router.get('/tileMatrixSets', (c) => {
    mayAsk(c, 'f')
    const here = around(c)
    const document = tileMatrixSetsPage(here)
    return sendDocument(c, here.format, json, { kind: 'tileMatrixSets', document })
  })

  router.get('/tileMatrixSets/:tileMatrixSetId', (c) => {
    mayAsk(c, 'f')
    const here = around(c)
    const document = tileMatrixSetPage(here, setOf(c))
    return sendDocument(c, here.format, json, { kind: 'tileMatrixSet', document })
  })

  router.get('/collections/:collectionId/tiles', async (c) => {
    mayAsk(c, 'f')
    const here = around(c)
    const collection = await asked(c)
    const document = tilesetsPage(here, collection)
    return sendDocument(c, here.format, json, { kind: 'tilesets', document, collection })
  })

  router.get('/collections/:collectionId/tiles/:tileMatrixSetId', async (c) => {
    mayAsk(c, 'f')
    const here = around(c)
    const collection = await asked(c)
    const document = tilesetPage(here, collection, setOf(c))
    if (!document) throw new ProblemError('tile-unknown')
    return sendDocument(c, here.format, json, { kind: 'tileset', document, collection })
  })

  router.get('/collections/:collectionId/tiles/:tileMatrixSetId/:tileMatrix/:tileRow/:tileCol', async (c) => {
    mayAsk(c, 'f')
    const f = c.req.query('f')
    if (f !== undefined && f !== 'mvt') throw unusable('f', 'It takes mvt')
    const collection = await asked(c)
    const tile = tileOf(c, collection)
    const { id } = collection.version
    const bytes = await keep(`${id} ${tile.set.id} ${tile.matrix} ${tile.row} ${tile.column}`, async () =>
      encodeTile(collection.id, await tileFeatures(db, collection.version, tile), tile),
    )
    const headers = { link: `<${collection.licence.uri}>; rel="license"` }
    // Nothing to draw is no error, and no tile either (20-057, /req/core/tc-error).
    const drawn = bytes ? { text: bytes } : { text: '', status: 204 as const }
    return send(c, { type: mvt, ...drawn, headers, collection })
  })
}

function setOf(c: Context<Env>): TileMatrixSet {
  const set = findTileMatrixSet(c.req.param('tileMatrixSetId') ?? '')
  if (!set) throw new ProblemError('tile-unknown')
  return set
}

/** The tile of the path, if the collection has anything thereabouts. */
function tileOf(c: Context<Env>, collection: Collection): Tile {
  const set = setOf(c)
  const [matrix, row, column] = ['tileMatrix', 'tileRow', 'tileCol'].map((name) =>
    wholeNumber(c.req.param(name)),
  )
  if (matrix === undefined || row === undefined || column === undefined)
    throw new ProblemError('tile-unknown')
  const range = rangeOf(collection, set, matrix)
  const isThere =
    range &&
    row >= range.minRow &&
    row <= range.maxRow &&
    column >= range.minColumn &&
    column <= range.maxColumn
  if (!isThere) throw new ProblemError('tile-unknown')
  return { set, matrix, row, column }
}

const wholeNumber = (text: string | undefined): number | undefined =>
  /^\d{1,8}$/.test(text ?? '') ? Number(text) : undefined
