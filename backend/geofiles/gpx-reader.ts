import type { Geometry, Position } from '../geometry/geometry.ts'
import { systemOfName } from './declared-system.ts'
import type { Geofile, PropertyValue, ReadFeature } from './geofile.ts'
import { type Shape, unreadable } from './geometry-shape.ts'
import { child, childrenNamed, numberIn, textIn, type XmlElement, xmlElements } from './xml-records.ts'

const kinds: Readonly<Record<string, string>> = { wpt: 'waypoint', rte: 'route', trk: 'track' }

/** GPX 1.0 and 1.1: waypoints, routes and tracks, in longitude and latitude. Times of single points are left out. */
export function openGpx(path: string): Omit<Geofile, 'close'> {
  return {
    format: 'gpx',
    layers: [{ name: '' }],
    layer: '',
    declared: { ...systemOfName('CRS84'), said: '' },
    encoding: 'utf-8',
    fields: [],
    faults: [],
    features: () => features(path),
  }
}

async function* features(path: string): AsyncGenerator<ReadFeature, void> {
  let position = 0
  for await (const element of xmlElements(
    path,
    ({ name, depth }) => depth === 1 && Object.hasOwn(kinds, name),
  )) {
    const { geometry, faults } = shapeOf(element)
    position += 1
    yield { geometry, properties: propertiesOf(element), position, ...(faults.length > 0 ? { faults } : {}) }
  }
}

const plain = ['name', 'desc', 'cmt', 'sym', 'type', 'time', 'src'] as const

function propertiesOf(element: XmlElement): Record<string, PropertyValue> {
  const link = child(element, 'link')?.attributes['href']
  const entries: (readonly [string, string | undefined])[] = [
    ['kind', kinds[element.name]],
    ...plain.map((name) => [name, textIn(element, name)] as const),
    ['link', link ?? textIn(element, 'url')],
  ]
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Record<
    string,
    PropertyValue
  >
}

function shapeOf(element: XmlElement): Shape {
  if (element.name === 'wpt') return shape((read) => ({ type: 'Point', coordinates: read(element) }))
  const lines =
    element.name === 'rte'
      ? [childrenNamed(element, 'rtept')]
      : childrenNamed(element, 'trkseg').map((segment) => childrenNamed(segment, 'trkpt'))
  return shape((read) => {
    // A device that was switched off at once leaves a segment of one point, which is no line.
    const segments = lines.map((line) => line.map(read)).filter((line) => line.length > 1)
    const [first = []] = segments
    if (segments.length <= 1) return { type: 'LineString', coordinates: first }
    return { type: 'MultiLineString', coordinates: segments }
  })
}

class Malformed extends Error {}

function shape(make: (read: (point: XmlElement) => Position) => Geometry): Shape {
  try {
    return { geometry: make(positionOf), faults: [] }
  } catch (cause) {
    if (cause instanceof Malformed) return unreadable
    throw cause
  }
}

function positionOf(point: XmlElement): Position {
  const { lon, lat } = point.attributes
  const height = textIn(point, 'ele')
  const numbers = [lon, lat, ...(height === undefined ? [] : [height])].map((text) => numberIn(text ?? ''))
  if (!numbers.every(Number.isFinite)) throw new Malformed()
  return numbers
}
