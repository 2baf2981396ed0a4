import type { Geometry, Position } from '../geometry/geometry.ts'
import { systemOfName } from './declared-system.ts'
import type { Fault } from './finding.ts'
import type { DeclaredSystem } from './geofile.ts'
import { type Shape, unreadable } from './geometry-shape.ts'
import { arcPoints } from './gml-arc.ts'
import { childrenNamed, numbersIn, type XmlElement } from './xml-records.ts'

class Malformed extends Error {}
class Curved extends Error {}

interface Reading {
  readonly dimension: number
  /** The system of this name wants north first (EPSG register). */
  readonly northFirst: boolean
  arcs: boolean
}

/** An area of GML 3.2 (ISO 19136), x east first whatever its system wants. Arcs become lines. */
export function readGmlArea(
  element: XmlElement,
  outer: string | undefined,
): Shape & { declared?: DeclaredSystem } {
  const said = element.attributes['srsName'] ?? outer
  const declared = said === undefined ? undefined : systemOfName(said)
  const dimension = Number(element.attributes['srsDimension'] ?? 2)
  if (dimension !== 2 && dimension !== 3) return unreadable
  const reading = { dimension, northFirst: said !== undefined && isNorthFirst(said, declared), arcs: false }
  try {
    const polygons = areas(element, reading)
    const [first, ...more] = polygons
    if (!first) return { geometry: null, faults: [], ...(declared ? { declared } : {}) }
    const geometry: Geometry =
      more.length > 0
        ? { type: 'MultiPolygon', coordinates: polygons }
        : { type: 'Polygon', coordinates: first }
    const faults: readonly Fault[] = reading.arcs ? [{ code: 'arcs-as-lines' }] : []
    return { geometry, faults, ...(declared ? { declared } : {}) }
  } catch (cause) {
    if (cause instanceof Curved) return { geometry: null, faults: [{ code: 'geometry-curve' }] }
    if (cause instanceof Malformed) return unreadable
    throw cause
  }
}

/** Only names of the URN and address kind bind to the register's order of axes (OGC 08-038r7); short names mean x first. */
function isNorthFirst(said: string, declared: DeclaredSystem | undefined): boolean {
  if (!/^(urn:(x-)?ogc|https?:)/i.test(said)) return false
  return /[:/]304[45]$/.test(said) || declared?.system?.axes === 'north-east'
}

/** What holds areas, and what only holds those. */
const wrappers = new Set(['surfaceMember', 'surfaceMembers', 'patches', 'polygonMember', 'baseSurface'])
const holders = new Set([
  'MultiSurface',
  'CompositeSurface',
  'Surface',
  'MultiPolygon',
  'PolyhedralSurface',
  'OrientableSurface',
])

function areas(element: XmlElement, reading: Reading): Position[][][] {
  if (element.name === 'Polygon' || element.name === 'PolygonPatch') return [rings(element, reading)]
  if (element.name === 'Rectangle') return [rings(element, reading)]
  if (!holders.has(element.name) && !wrappers.has(element.name)) throw new Malformed()
  return element.children
    .filter(({ name }) => wrappers.has(name) || holders.has(name) || name.startsWith('Polygon'))
    .flatMap((part) => areas(part, reading))
}

const rings = (polygon: XmlElement, reading: Reading): Position[][] =>
  ['exterior', 'interior'].flatMap((side) =>
    childrenNamed(polygon, side).flatMap(({ children }) => children.map((ring) => ringOf(ring, reading))),
  )

function ringOf(element: XmlElement, reading: Reading): Position[] {
  if (element.name === 'LinearRing') return positionsIn(element, reading)
  if (element.name !== 'Ring') throw new Malformed()
  return chained(
    childrenNamed(element, 'curveMember').flatMap(({ children }) =>
      children.map((curve) => curveOf(curve, reading)),
    ),
  )
}

function curveOf(element: XmlElement, reading: Reading): Position[] {
  switch (element.name) {
    case 'LineString':
    case 'LineStringSegment':
    case 'GeodesicString':
      return positionsIn(element, reading)
    case 'Curve':
      return chained(
        childrenNamed(element, 'segments').flatMap(({ children }) =>
          children.map((segment) => curveOf(segment, reading)),
        ),
      )
    case 'CompositeCurve':
      return chained(
        childrenNamed(element, 'curveMember').flatMap(({ children }) =>
          children.map((one) => curveOf(one, reading)),
        ),
      )
    case 'Arc':
    case 'ArcString':
    case 'Circle':
      return arcsOf(positionsIn(element, reading), element.name === 'Circle', reading)
    default:
      throw new Curved()
  }
}

function arcsOf(points: readonly Position[], circle: boolean, reading: Reading): Position[] {
  if (points.length < 3 || points.length % 2 === 0) throw new Malformed()
  reading.arcs = true
  const arcs: Position[][] = []
  for (let index = 0; index + 2 < points.length; index += 2)
    arcs.push(arcPoints(points[index] ?? [], points[index + 1] ?? [], points[index + 2] ?? [], circle))
  return chained(arcs)
}

/** Pieces one after the other; where one ends as the next begins, the place is written once. */
function chained(pieces: readonly Position[][]): Position[] {
  const chain: Position[] = []
  for (const piece of pieces) {
    const [first] = piece
    const last = chain.at(-1)
    const meets = last && first && last[0] === first[0] && last[1] === first[1]
    for (const position of meets ? piece.slice(1) : piece) chain.push(position)
  }
  return chain
}

function positionsIn(element: XmlElement, { dimension: outer, northFirst }: Reading): Position[] {
  const lists = element.children.filter(({ name }) => name === 'posList' || name === 'pos')
  const positions: Position[] = []
  for (const list of lists) {
    const dimension = Number(list.attributes['srsDimension'] ?? outer)
    const numbers = numbersIn(list.text)
    if (!numbers || (dimension !== 2 && dimension !== 3) || numbers.length % dimension !== 0)
      throw new Malformed()
    for (let index = 0; index < numbers.length; index += dimension) {
      const [first = 0, second = 0, ...height] = numbers.slice(index, index + dimension)
      positions.push(northFirst ? [second, first, ...height] : [first, second, ...height])
    }
  }
  return positions
}
