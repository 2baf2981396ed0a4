import type { OgcFeature, OgcGeometry } from '@amtsweg/contract'

/** How deep the lists of positions lie. */
const depths: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
}
/** Collections within collections: nobody means more. */
const mostNested = 4

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Degrees; a height may follow. */
const isPosition = (value: readonly unknown[]) => {
  const [x, y] = value
  return typeof x === 'number' && typeof y === 'number' && Math.abs(x) <= 180 && Math.abs(y) <= 90
}

const isFilled = (value: unknown, depth: number): boolean =>
  Array.isArray(value) &&
  (depth ? value.length > 0 && value.every((inner) => isFilled(inner, depth - 1)) : isPosition(value))

/** What can be drawn of it; nothing for what is empty, wrong, or not in degrees. */
export function geometryOf(value: unknown, nested = 0): OgcGeometry | null {
  if (!isObject(value)) return null
  const { type, coordinates, geometries } = value
  if (type === 'GeometryCollection' && Array.isArray(geometries) && nested < mostNested) {
    const drawable = geometries.flatMap((one) => geometryOf(one, nested + 1) ?? [])
    return drawable.length ? { type, geometries: drawable } : null
  }
  const depth = typeof type === 'string' && Object.hasOwn(depths, type) ? depths[type] : undefined
  return depth !== undefined && isFilled(coordinates, depth) ? ({ type, coordinates } as OgcGeometry) : null
}

/** Features of a document that others have written: each with what can be used of it. Undefined where it is no GeoJSON. */
export function featuresOf(document: unknown): readonly OgcFeature[] | undefined {
  if (!isObject(document)) return undefined
  if (document['type'] === 'FeatureCollection')
    return Array.isArray(document['features']) ? distinct(document['features'].filter(isObject)) : undefined
  if (document['type'] === 'Feature') return distinct([document])
  const geometry = geometryOf(document)
  return geometry ? [{ type: 'Feature', geometry, properties: {} }] : undefined
}

/** An id that another has before it is none. */
function distinct(all: readonly Readonly<Record<string, unknown>>[]): readonly OgcFeature[] {
  const taken = new Set<string>()
  return all.map(({ id, geometry, properties }) => {
    const isId = (typeof id === 'string' || typeof id === 'number') && !taken.has(`${id}`)
    if (isId) taken.add(`${id}`)
    return {
      type: 'Feature',
      ...(isId && { id }),
      geometry: geometryOf(geometry),
      properties: isObject(properties) ? properties : {},
    }
  })
}
