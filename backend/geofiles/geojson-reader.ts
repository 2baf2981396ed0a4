import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { systemOfName } from './declared-system.ts'
import { type Fault, GeofileError } from './finding.ts'
import type { DeclaredSystem, Geofile, ReadFeature } from './geofile.ts'
import { toShape } from './geometry-shape.ts'
import { type JsonPiece, jsonPieces } from './json-pieces.ts'
import { flatProperties } from './properties.ts'

type Encoding = 'utf-8' | 'windows-1252'
type Json = Readonly<Record<string, unknown>>

/** RFC 7946: without a member `crs`, which older files have, longitude and latitude. */
const byFormat = { ...systemOfName('CRS84'), said: '' }

const geometries = new Set([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
])

/** GeoJSON (RFC 7946), and sequences of it by RFC 8142 or one object per line. It is gone through once to know that it is whole. */
export async function openGeojson(path: string): Promise<Pick<Geofile, Opened>> {
  let declared: DeclaredSystem = byFormat
  let encoding: Encoding = 'utf-8'
  let name = ''
  let count = 0
  let tops = 0
  for await (const piece of piecesOf(path)) {
    if (encoding === 'utf-8' && !isUtf8(piece.bytes)) encoding = 'windows-1252'
    if (piece.kind === 'member') count += 1
    else {
      tops += 1
      // Of a sequence only the first value is looked at: the others are read when their turn comes.
      if (tops > 1) count += 1
      else {
        const top = parse(piece, encoding, 1)
        if (top['type'] === 'FeatureCollection') {
          declared = declaredIn(top) ?? declared
          name = typeof top['name'] === 'string' ? top['name'] : ''
        } else {
          if (top['type'] === 'Topology') throw new GeofileError('format-topojson')
          if (!isOne(top)) throw new GeofileError('format-unknown')
          declared = declaredIn(top) ?? declared
          count += 1
        }
      }
    }
  }
  if (tops === 0) throw new GeofileError('file-truncated')
  return {
    format: tops > 1 ? 'geojsonseq' : 'geojson',
    layers: [{ name, count }],
    layer: name,
    declared,
    encoding,
    fields: [],
    faults: encoding === 'utf-8' ? [] : [{ code: 'encoding-guessed', detail: { encoding: 'Windows-1252' } }],
    features: () => features(path, encoding),
  }
}
type Opened = Exclude<keyof Geofile, 'close'>

const piecesOf = (path: string) => jsonPieces(createReadStream(path, { highWaterMark: 256 * 1024 }))
const isOne = ({ type }: Json) => type === 'Feature' || geometries.has(String(type))

async function* features(path: string, encoding: Encoding): AsyncGenerator<ReadFeature, void> {
  let position = 0
  for await (const piece of piecesOf(path)) {
    const value = parse(piece, encoding, position + 1)
    if (piece.kind === 'member' || isOne(value)) yield toFeature(value, ++position)
  }
}

function parse({ bytes }: JsonPiece, encoding: Encoding, position: number): Json {
  const text = encoding === 'utf-8' ? bytes.toString('utf8') : new TextDecoder(encoding).decode(bytes)
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return value as Json
  } catch (cause) {
    throw new GeofileError('json-broken', { position }, cause)
  }
  throw new GeofileError('json-broken', { position })
}

function toFeature(value: Json, position: number): ReadFeature {
  const feature = value['type'] === 'Feature'
  const { geometry, faults } = toShape(feature ? value['geometry'] : value)
  const { properties, nested } = flatProperties(value['properties'])
  const { id } = value
  const all: readonly Fault[] = nested ? [...faults, { code: 'value-nested' }] : faults
  return {
    ...(typeof id === 'string' || typeof id === 'number' ? { id } : {}),
    geometry,
    properties,
    position,
    ...(all.length > 0 ? { faults: all } : {}),
  }
}

/** `{ type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::25833' } }`, as GeoJSON 2008 had it and GDAL still writes it. */
function declaredIn({ crs }: Json): DeclaredSystem | undefined {
  if (typeof crs !== 'object' || crs === null) return undefined
  const { properties } = crs as Json
  const { name, code } = (properties ?? {}) as Json
  if (typeof name === 'string') return systemOfName(name)
  return typeof code === 'number' || typeof code === 'string' ? systemOfName(`EPSG:${code}`) : undefined
}
