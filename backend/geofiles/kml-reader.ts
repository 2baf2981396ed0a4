import type { Geometry, Position } from '../geometry/geometry.ts'
import { systemOfName } from './declared-system.ts'
import type { Geofile, PropertyValue, ReadFeature } from './geofile.ts'
import { type Shape, unreadable } from './geometry-shape.ts'
import { child, childrenNamed, numberIn, textIn, type XmlElement, xmlElements } from './xml-records.ts'

/** KML 2.2 (OGC 07-147r2): its placemarks, always in longitude and latitude. Overlays and links to other files are left alone. */
export function openKml(path: string): Omit<Geofile, 'close'> {
  return {
    format: 'kml',
    layers: [{ name: '' }],
    layer: '',
    declared: { ...systemOfName('CRS84'), said: '' },
    encoding: 'utf-8',
    fields: [],
    faults: [],
    features: () => features(path),
  }
}

type Types = ReadonlyMap<string, string>

async function* features(path: string): AsyncGenerator<ReadFeature, void> {
  const types = new Map<string, string>()
  let position = 0
  for await (const element of xmlElements(path, ({ name }) => name === 'Placemark' || name === 'Schema'))
    if (element.name === 'Placemark') yield toFeature(element, types, ++position)
    else
      for (const { attributes } of childrenNamed(element, 'SimpleField'))
        types.set(attributes['name'] ?? '', attributes['type'] ?? '')
}

function toFeature(placemark: XmlElement, types: Types, position: number): ReadFeature {
  const { geometry, faults } = shapeOf(placemark)
  const id = placemark.attributes['id']
  return {
    ...(id ? { id } : {}),
    geometry,
    properties: propertiesOf(placemark, types),
    position,
    ...(faults.length > 0 ? { faults } : {}),
  }
}

const plain = ['name', 'description', 'address', 'phoneNumber'] as const

function propertiesOf(placemark: XmlElement, types: Types): Record<string, PropertyValue> {
  const span = child(placemark, 'TimeSpan')
  const stamp = child(placemark, 'TimeStamp')
  const extended = child(placemark, 'ExtendedData')
  const data = extended ? childrenNamed(extended, 'Data') : []
  const simple = extended
    ? childrenNamed(extended, 'SchemaData').flatMap((one) => childrenNamed(one, 'SimpleData'))
    : []
  const entries: (readonly [string, PropertyValue | undefined])[] = [
    ...plain.map((name) => [name, textIn(placemark, name)] as const),
    ['when', stamp && textIn(stamp, 'when')],
    ['begin', span && textIn(span, 'begin')],
    ['end', span && textIn(span, 'end')],
    ...data.map((one) => [one.attributes['name'] ?? '', textIn(one, 'value') ?? null] as const),
    ...simple.map((one) => {
      const name = one.attributes['name'] ?? ''
      return [name, typed(one.text.trim(), types.get(name))] as const
    }),
  ]
  return Object.fromEntries(entries.filter(([name, value]) => name !== '' && value !== undefined)) as Record<
    string,
    PropertyValue
  >
}

function typed(text: string, type: string | undefined): PropertyValue {
  if (text === '') return null
  if (type === 'bool') return text === '1' || text.toLowerCase() === 'true'
  if (!/^(u?int|u?short|float|double)$/.test(type ?? '')) return text
  const number = Number(text)
  return Number.isFinite(number) ? number : text
}

const kinds = new Set([
  'Point',
  'LineString',
  'LinearRing',
  'Polygon',
  'MultiGeometry',
  'Track',
  'MultiTrack',
])
const deepest = 4

class Malformed extends Error {}

function shapeOf(placemark: XmlElement): Shape {
  const element = placemark.children.find(({ name }) => kinds.has(name))
  if (!element) return { geometry: null, faults: [] }
  try {
    return { geometry: readGeometry(element, 0), faults: [] }
  } catch (cause) {
    if (cause instanceof Malformed) return unreadable
    throw cause
  }
}

function readGeometry(element: XmlElement, depth: number): Geometry {
  if (depth > deepest) throw new Malformed()
  switch (element.name) {
    case 'Point': {
      const [coordinates = []] = positionsIn(element)
      return { type: 'Point', coordinates }
    }
    case 'LineString':
    case 'LinearRing':
      return { type: 'LineString', coordinates: positionsIn(element) }
    case 'Polygon':
      return { type: 'Polygon', coordinates: ringsOf(element) }
    case 'Track':
      return { type: 'LineString', coordinates: trackOf(element) }
    default:
      return joined(
        element.children.filter(({ name }) => kinds.has(name)).map((part) => readGeometry(part, depth + 1)),
      )
  }
}

/** Several of one kind are one geometry of several parts. */
function joined(parts: Geometry[]): Geometry {
  const types = new Set(parts.map(({ type }) => type))
  const [type] = types
  const simple = type === 'Point' || type === 'LineString' || type === 'Polygon'
  if (types.size !== 1 || !simple) return { type: 'GeometryCollection', geometries: parts }
  const coordinates = parts.map((part) => (part as { coordinates: unknown }).coordinates)
  return { type: `Multi${type}`, coordinates } as Geometry
}

const ringsOf = (polygon: XmlElement): Position[][] =>
  ['outerBoundaryIs', 'innerBoundaryIs'].flatMap((side) =>
    childrenNamed(polygon, side).flatMap((boundary) =>
      childrenNamed(boundary, 'LinearRing').map(positionsIn),
    ),
  )

/** `longitude,latitude[,height]` with white space between. */
function positionsIn(element: XmlElement): Position[] {
  const text = child(element, 'coordinates')?.text.trim() ?? ''
  if (text === '') return []
  return flat(text.split(/\s+/).map((tuple) => toPosition(tuple.split(','))))
}

const trackOf = (track: XmlElement): Position[] =>
  flat(childrenNamed(track, 'coord').map(({ text }) => toPosition(text.trim().split(/\s+/))))

function toPosition(texts: readonly string[]): Position {
  const numbers = texts.map(numberIn)
  // "11.4,53.6," says no height.
  if (texts.length === 3 && texts[2]?.trim() === '') numbers.pop()
  if (numbers.length < 2 || !numbers.every(Number.isFinite)) throw new Malformed()
  return numbers.slice(0, 3)
}

/** Most programs write a height of 0 where they know none. */
const flat = (positions: Position[]): Position[] =>
  positions.every((position) => (position[2] ?? 0) === 0)
    ? positions.map((position) => position.slice(0, 2))
    : positions
