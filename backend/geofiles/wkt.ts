import type { Geometry, Position } from '../geometry/geometry.ts'
import type { Fault } from './finding.ts'
import { type Shape, unreadable } from './geometry-shape.ts'
import { hasHeights } from './wkb-writer.ts'

const names = {
  POINT: 'Point',
  LINESTRING: 'LineString',
  POLYGON: 'Polygon',
  MULTIPOINT: 'MultiPoint',
  MULTILINESTRING: 'MultiLineString',
  MULTIPOLYGON: 'MultiPolygon',
  GEOMETRYCOLLECTION: 'GeometryCollection',
} as const
const curves = /^(CIRCULARSTRING|COMPOUNDCURVE|CURVEPOLYGON|MULTICURVE|MULTISURFACE)/i
const deepest = 4

class Malformed extends Error {}

/** A geometry in well-known text (ISO 13249-3), with PostGIS's number of the system before it or without. Measures are left out. */
export function readWkt(text: string): Shape & { readonly system?: string } {
  const [, srid, body = text] = /^\s*SRID=(\d{1,6});(.*)$/is.exec(text) ?? []
  if (curves.test(body.trimStart())) return { geometry: null, faults: [{ code: 'geometry-curve' }] }
  const reader = { text: body, at: 0, measured: false }
  try {
    const geometry = readGeometry(reader, 0)
    if (word(reader, /\s*\S/y)) return unreadable
    const faults: readonly Fault[] = reader.measured ? [{ code: 'measures-dropped' }] : []
    return { geometry, faults, ...(srid ? { system: `EPSG:${srid}` } : {}) }
  } catch (cause) {
    if (cause instanceof Malformed) return unreadable
    throw cause
  }
}

export const looksLikeWkt = (text: string): boolean =>
  /^\s*(SRID=\d+;)?\s*(MULTI)?(POINT|LINESTRING|POLYGON|GEOMETRYCOLLECTION)\b/i.test(text)

interface Reader {
  readonly text: string
  at: number
  measured: boolean
}

/** What stands next, if it is of this kind. Patterns are sticky. */
function word(reader: Reader, pattern: RegExp): string | undefined {
  pattern.lastIndex = reader.at
  const [found] = pattern.exec(reader.text) ?? []
  if (found !== undefined) reader.at += found.length
  return found?.trim()
}

const need = (reader: Reader, pattern: RegExp): string => {
  const found = word(reader, pattern)
  if (found === undefined) throw new Malformed()
  return found
}

const isNext = (reader: Reader, pattern: RegExp) => word(reader, pattern) !== undefined

function readGeometry(reader: Reader, depth: number): Geometry {
  const name = need(reader, /\s*[A-Z]+/iy).toUpperCase()
  const [, plain = name, glued = ''] = /^(.*[A-Y])(ZM|Z|M)$/.exec(name) ?? []
  const known = Object.hasOwn(names, name) ? name : plain
  if (!Object.hasOwn(names, known) || depth > deepest) throw new Malformed()
  const dimension = known === name ? (word(reader, /\s*(ZM|Z|M)\b/iy) ?? '').toUpperCase() : glued
  const type = names[known as keyof typeof names]
  const empty = isNext(reader, /\s*EMPTY\b/iy)
  if (type === 'GeometryCollection')
    return { type, geometries: empty ? [] : list(reader, () => readGeometry(reader, depth + 1)) }
  if (empty) return { type, coordinates: [] } as Geometry
  const position = () => readPosition(reader, dimension)
  const line = () => list(reader, position)
  const rings = () => list(reader, line)
  switch (type) {
    case 'Point': {
      const [only, ...more] = line()
      if (!only || more.length > 0) throw new Malformed()
      return { type, coordinates: only }
    }
    case 'LineString':
      return { type, coordinates: line() }
    case 'MultiPoint':
      // Points stand in brackets, and in older texts without.
      return { type, coordinates: list(reader, () => bracketed(reader, position)) }
    case 'Polygon':
    case 'MultiLineString':
      return { type, coordinates: rings() }
    case 'MultiPolygon':
      return { type, coordinates: list(reader, rings) }
  }
}

function list<Part>(reader: Reader, read: () => Part): Part[] {
  need(reader, /\s*\(/y)
  const parts = [read()]
  while (isNext(reader, /\s*,/y)) parts.push(read())
  need(reader, /\s*\)/y)
  return parts
}

function bracketed<Part>(reader: Reader, read: () => Part): Part {
  if (!isNext(reader, /\s*\(/y)) return read()
  const part = read()
  need(reader, /\s*\)/y)
  return part
}

function readPosition(reader: Reader, dimension: string): Position {
  const numbers: number[] = []
  for (let next = number(reader); next !== undefined; next = number(reader)) numbers.push(next)
  if (numbers.length < 2 || numbers.length > 4) throw new Malformed()
  const measured = dimension.endsWith('M') || numbers.length === 4
  reader.measured ||= measured
  return numbers.slice(0, dimension === 'M' ? 2 : 3)
}

function number(reader: Reader): number | undefined {
  const text = word(reader, /\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?/iy)
  return text === undefined ? undefined : Number(text)
}

/** A geometry as well-known text; numbers as JavaScript writes them, which loses nothing. */
export function toWkt(geometry: Geometry): string {
  const z = hasHeights(geometry)
  return textOf(geometry, z)
}

function textOf(geometry: Geometry, z: boolean): string {
  const name = `${geometry.type.toUpperCase()}${z ? ' Z' : ''}`
  if (geometry.type === 'GeometryCollection')
    return `${name} ${geometry.geometries.length === 0 ? 'EMPTY' : `(${geometry.geometries.map((part) => textOf(part, z)).join(', ')})`}`
  if (geometry.coordinates.length === 0) return `${name} EMPTY`
  if (geometry.type === 'Point') return `${name} (${nested(geometry.coordinates, z)})`
  return `${name} ${nested(geometry.type === 'MultiPoint' ? geometry.coordinates.map((one) => [one]) : geometry.coordinates, z)}`
}

type Nested = Position | readonly Nested[]

const nested = (coordinates: Nested, z: boolean): string =>
  typeof coordinates[0] === 'number'
    ? (coordinates as Position).concat(z && coordinates.length === 2 ? [0] : []).join(' ')
    : `(${(coordinates as readonly Nested[]).map((part) => nested(part, z)).join(', ')})`
