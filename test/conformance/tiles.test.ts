import { beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase } from '@amtsweg/backend/database/testing.ts'
import { describeGeo } from '../optional-geo.ts'
import { breakServer, type Defect } from './broken-server.ts'
import { readTileByGdal } from './geo-clients.ts'
import { runMethods } from './method.ts'
import { openService } from './service.ts'
import { tilesMethods } from './tiles.ts'
import { matricesOf, tileAddress, tilesetsOf } from './tilesets.ts'
import { serveTown } from './town.ts'

let whole: string
beforeAll(async () => {
  whole = await serveTown(await openTestDatabase())
})

const outcomesOf = (address: string) => runMethods(openService(address), tilesMethods)

test('our server passes the abstract tests of OGC API Tiles', async () => {
  const outcomes = await outcomesOf(whole)
  expect(outcomes.filter(({ state }) => state !== 'passed')).toEqual([])
  expect(outcomes).toHaveLength(16)
})

const tile = /^\/collections\/[^/]+\/tiles\/\w+\/\d+\/\d+\/\d+/
const inJson = (page: RegExp, from: RegExp, to: string): Defect => ({
  spoil(passing) {
    if (page.test(passing.path)) passing.text = passing.text.replaceAll(from, to)
  },
})

describe('it finds a server that', () => {
  test.each<readonly [string, Defect, readonly string[]]>([
    [
      'has tiles everywhere',
      { spoil: (passing) => void (tile.test(passing.path) && (passing.status = 200)) },
      ['tc-error'],
    ],
    [
      'does not say which columns it has',
      inJson(/^\/api/, /#\/components\/parameters\/tileCol/g, '#/components/parameters/f'),
      ['tc-tilecol-definition'],
    ],
    [
      'swaps rows and columns',
      inJson(/tiles\/\w+\?/, /\{tileRow\}\/\{tileCol\}/g, '{tileCol}/{tileRow}'),
      ['tc-op', 'tc-success', 'tc-error', 'content'],
    ],
    [
      'has a set that begins elsewhere',
      inJson(/^\/tileMatrixSets\//, /"pointOfOrigin":\[-20/g, '"pointOfOrigin":[-19'),
      ['tc-op', 'content'],
    ],
    [
      'does not say that its template is one',
      inJson(/tiles\/\w+\?/, /"templated":true,?/g, '"more":1,'),
      ['description'],
    ],
    ['lists tiles without their set', inJson(/\/tiles\?/, /tiling-scheme/g, 'tiling'), ['tileset-links']],
    [
      'does not link collections to their tiles',
      inJson(/^\/collections\?|^\/collections$/, /tilesets-vector/g, 'tilesets'),
      ['desc-links'],
    ],
    [
      'claims nothing of it',
      inJson(/^\/conformance/, /ogcapi-tiles-1/g, 'ogcapi-tiles-0'),
      ['conformance-success'],
    ],
    [
      'has no list of tiles',
      { spoil: (passing) => void (/\/tiles(\?|$)/.test(passing.path) && (passing.status = 404)) },
      ['operation'],
    ],
  ])('%s', async (_, defect, names) => {
    const outcomes = await outcomesOf(await breakServer(whole, defect))
    const failed = outcomes.filter(({ state }) => state === 'failed').map(({ method }) => method)
    expect(failed).toEqual(expect.arrayContaining([...names]))
  })
})

describeGeo('GDAL', ['gdal'], () => {
  test('reads a tile, and puts points where they are', async () => {
    const service = openService(whole)
    const tileset = (await tilesetsOf(service)).find(({ at }) => at.includes('/trees/tiles/WebMercatorQuad'))
    const matrix = tileset && (await matricesOf(service, tileset)).get('8')
    if (!tileset || !matrix) throw new Error('There are no tiles of trees')
    const place = { matrix, row: 82, column: 136 }
    const read = await readTileByGdal(tileAddress(tileset, place), place)
    // A step of its grid is some 40 metres.
    expect(read.size).toBeGreaterThan(5)
    for (const [id, [lon = NaN, lat = NaN]] of read) {
      const at = Number(id.split('-')[1])
      expect(Math.abs(lon - (11 + (at % 5) / 10))).toBeLessThan(0.001)
      expect(Math.abs(lat - (53.2 + Math.floor(at / 5) / 10))).toBeLessThan(0.001)
    }
  })
})
