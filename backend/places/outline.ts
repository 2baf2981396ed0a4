/** Longitude and latitude, WGS 84. */
export type Point = readonly [number, number]
export type Polygon = readonly (readonly Point[])[]

/** Where an area lies, as a map has it. */
export interface Outline {
  /** ARS or a prefix, as the map names it. */
  readonly regionKey: string
  readonly name: string
  /** "Stadt", "Gemeinde", "Amt" ..., empty where the map does not say. */
  readonly designation: string
  readonly polygons: readonly Polygon[]
  /** Which feature of the file it was, from 1. */
  readonly position: number
}

/** The smallest box around an outline. */
export interface Box {
  readonly min_lon: number
  readonly min_lat: number
  readonly max_lon: number
  readonly max_lat: number
}

/** Reads one GeoJSON feature (RFC 7946) with the properties of the BKG; text tells what is wrong with it. */
export function readOutline(feature: unknown, position: number): Outline | string {
  const { properties, geometry } = (feature ?? {}) as { properties?: unknown; geometry?: unknown }
  const names = (properties ?? {}) as Readonly<Record<string, unknown>>
  const regionKey = names['ARS'] ?? names['RS']
  const name = names['GEN']
  if (typeof regionKey !== 'string' || !/^(?:\d{2}|\d{3}|\d{5}|\d{9}|\d{12})$/.test(regionKey))
    return 'The feature has no ARS'
  if (typeof name !== 'string' || name === '') return 'The feature has no name (GEN)'
  const polygons = readPolygons(geometry)
  if (typeof polygons === 'string') return polygons
  const designation = typeof names['BEZ'] === 'string' ? names['BEZ'] : ''
  return { regionKey, name, designation, polygons, position }
}

function readPolygons(geometry: unknown): readonly Polygon[] | string {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown }
  const polygons = type === 'Polygon' ? [coordinates] : coordinates
  if ((type !== 'Polygon' && type !== 'MultiPolygon') || !Array.isArray(polygons) || polygons.length === 0)
    return 'The geometry is no polygon'
  if (!polygons.every((rings) => Array.isArray(rings) && rings.length > 0 && rings.every(isRing)))
    return 'A ring is not closed, too short, or not in degrees (WGS 84)'
  return polygons.map((rings: Point[][]) => rings.map((ring) => ring.map(round)))
}

/** At least a triangle, closed, and in degrees: the coordinates of other systems are far larger. */
const isRing = (ring: unknown): boolean =>
  Array.isArray(ring) && ring.length >= 4 && ring.every(isPoint) && isSame(ring[0], ring.at(-1))

const isPoint = (point: unknown): point is Point =>
  Array.isArray(point) && isWithin(point[0], 180) && isWithin(point[1], 90)

const isWithin = (value: unknown, limit: number): boolean =>
  typeof value === 'number' && Math.abs(value) <= limit

const isSame = (a: Point | undefined, b: Point | undefined): boolean => a?.[0] === b?.[0] && a?.[1] === b?.[1]

/** About a metre; maps of 1:250,000 are not that good. */
const round = ([lon, lat]: Point): Point => [Math.round(lon * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5]

export function boxOf(polygons: readonly Polygon[]): Box {
  let [min_lon, min_lat, max_lon, max_lat] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const rings of polygons)
    for (const [lon, lat] of rings[0] ?? []) {
      min_lon = Math.min(min_lon, lon)
      min_lat = Math.min(min_lat, lat)
      max_lon = Math.max(max_lon, lon)
      max_lat = Math.max(max_lat, lat)
    }
  return { min_lon, min_lat, max_lon, max_lat }
}

/** GeoJSON geometry as it is stored. */
export const toGeometry = (polygons: readonly Polygon[]): string =>
  JSON.stringify({ type: 'MultiPolygon', coordinates: polygons })
