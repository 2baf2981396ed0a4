import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { openGeopackage } from '@amtsweg/backend/geofiles/geopackage-reader.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { type Position, positionsOf } from './boxes.ts'
import { entries, members } from './json.ts'
import type { Place } from './tilesets.ts'

/** Runs a program and gives what it wrote; throws what it complained of. */
async function run(program: string, options: readonly string[], input = ''): Promise<string> {
  const child = spawn(program, options, { stdio: ['pipe', 'pipe', 'pipe'] })
  child.stdin.end(input)
  const ended = new Promise<number | null>((resolve, reject) =>
    child.once('close', resolve).once('error', reject),
  )
  const [output, complaint] = await Promise.all([text(child.stdout), text(child.stderr)])
  if ((await ended) !== 0) throw new Error(`${program} failed: ${complaint || output}`)
  return output
}

/** What ogrinfo says of a collection: how many features, and their extent. */
export const ogrinfo = (address: string, collection: string): Promise<string> =>
  run('ogrinfo', ['-ro', '-so', `OAPIF:${address}`, collection])

/**
 * Reads a whole collection by GDAL, page by page; gives the positions of each feature by its name. By way of a file of numbers that are not
 * written out: GDAL takes long rows of noughts and nines in texts for errors of rounding.
 */
export async function readByGdal(
  address: string,
  collection: string,
  pageSize: number,
): Promise<ReadonlyMap<string, readonly Position[]>> {
  const path = join(temporaryFolder(), 'read.gpkg')
  await run('ogr2ogr', ['-f', 'GPKG', path, `OAPIF:${address}`, collection, '-oo', `PAGE_SIZE=${pageSize}`])
  const file = openGeopackage(path, {})
  const read = new Map<string, readonly Position[]>()
  for await (const { properties, geometry } of file.features())
    read.set(String(properties['name']), positionsOf(geometry))
  file.close()
  return read
}

/** Reads one tile of points by GDAL; gives longitude and latitude of each by the id of its feature. */
export async function readTileByGdal(
  address: string,
  { matrix, row, column }: Place,
): Promise<ReadonlyMap<string, Position>> {
  const folder = temporaryFolder()
  const [tile, path] = [join(folder, 'tile.mvt'), join(folder, 'tile.geojson')]
  writeFileSync(tile, new Uint8Array(await (await fetch(address)).arrayBuffer()))
  const options = Object.entries({ X: column, Y: row, Z: matrix.id }).flatMap(([name, value]) => [
    '-oo',
    `${name}=${value}`,
  ])
  await run('ogr2ogr', ['-f', 'GeoJSON', '-t_srs', 'EPSG:4326', path, tile, ...options])
  const features = entries(members(JSON.parse(readFileSync(path, 'utf8')))['features']).map(members)
  return new Map(
    features.map(({ properties, geometry }): [string, Position] => {
      const [position = [NaN, NaN] as const] = positionsOf(geometry)
      return [String(members(properties)['featureId']), position]
    }),
  )
}

/** Longitudes and latitudes in another system as PROJ converts them, in the order of its axes. */
export async function convertByProj(
  code: string,
  positions: readonly Position[],
): Promise<readonly Position[]> {
  const lines = positions.map(([lon, lat]) => `${lat} ${lon}`)
  const output = await run('cs2cs', ['-f', '%.12f', 'EPSG:4326', systemForProj(code)], lines.join('\n'))
  return output
    .trim()
    .split('\n')
    .map((line): Position => {
      const [first, second] = line.trim().split(/\s+/)
      return [Number(first), Number(second)]
    })
}

const systemForProj = (code: string) => (code === 'CRS84' ? 'OGC:CRS84' : `EPSG:${code}`)

/** What OWSLib makes of a server. */
export interface Walked {
  readonly conformance: readonly string[]
  readonly collections: readonly string[]
  readonly matched: number
  readonly returned: number
  readonly item: { readonly id: string }
  readonly queryables: object
}

const script = `
import json, sys
from owslib.ogcapi.features import Features
address, name = sys.argv[1:]
service = Features(address)
page = service.collection_items(name, limit=3)
print(json.dumps({
  'conformance': service.conformance()['conformsTo'],
  'collections': service.feature_collections(),
  'matched': page['numberMatched'],
  'returned': len(page['features']),
  'item': service.collection_item(name, page['features'][0]['id']),
  'queryables': service.collection_queryables(name),
}))
`

/** Walks from the landing page to a feature with OWSLib, by Debian's Python. */
export const walkByOwslib = async (address: string, collection: string): Promise<Walked> =>
  JSON.parse(await run('/usr/bin/python3', ['-c', script, `${address}/`, collection])) as Walked
