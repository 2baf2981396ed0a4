import type { Geometry } from './geometry.ts'
import type { Prepared } from './prepared.ts'
import type { Relation } from './relate.ts'

/** Decides by the nine intersections of inside, outline and outside (DE-9IM). */
export type Topology = (
  relation: Exclude<Relation, 'contains' | 'disjoint' | 'intersects'>,
  a: Prepared,
  b: Prepared,
) => boolean | undefined

let loading: Promise<Topology> | undefined

/** JSTS, loaded when somebody first asks. */
export const topologyOf = (): Promise<Topology> => (loading ??= load())

async function load(): Promise<Topology> {
  const [{ default: Reader }, { default: RelateOp }] = await Promise.all([
    import('jsts/org/locationtech/jts/io/GeoJSONReader.js'),
    import('jsts/org/locationtech/jts/operation/relate/RelateOp.js'),
  ])
  const reader = new (Reader as unknown as new () => { read(geometry: Geometry): Shape })()
  const read = new WeakMap<Prepared, Shape>()

  function shapeOf(prepared: Prepared): Shape | undefined {
    const known = read.get(prepared)
    if (known) return known
    const plain = unmixed(prepared.geometry)
    if (!plain) return undefined
    const shape = reader.read(plain)
    read.set(prepared, shape)
    return shape
  }

  return (relation, a, b) => {
    try {
      const [left, right] = [shapeOf(a), shapeOf(b)]
      if (!left || !right) return undefined
      return answers[relation](
        RelateOp.relate(left, right) as Matrix,
        left.getDimension(),
        right.getDimension(),
      )
    } catch {
      // Invalid geometries can lead it into contradictions; nobody knows then.
      return undefined
    }
  }
}

interface Shape {
  getDimension(): number
}

interface Matrix {
  isWithin(): boolean
  isTouches(a: number, b: number): boolean
  isCrosses(a: number, b: number): boolean
  isOverlaps(a: number, b: number): boolean
  isEquals(a: number, b: number): boolean
}

const answers: Record<Parameters<Topology>[0], (matrix: Matrix, a: number, b: number) => boolean> = {
  within: (matrix) => matrix.isWithin(),
  touches: (matrix, a, b) => matrix.isTouches(a, b),
  crosses: (matrix, a, b) => matrix.isCrosses(a, b),
  overlaps: (matrix, a, b) => matrix.isOverlaps(a, b),
  equals: (matrix, a, b) => matrix.isEquals(a, b),
}

/** A collection of one kind as the geometry of many that it is. */
export function unmixed(geometry: Geometry): Geometry | undefined {
  if (geometry.type !== 'GeometryCollection') return geometry
  const parts = geometry.geometries.map(unmixed)
  const kinds = new Set(parts.map((part) => part?.type.replace('Multi', '')))
  const [kind] = kinds
  if (kinds.size !== 1 || kind === undefined) return undefined
  const coordinates = parts.flatMap((part): unknown[] => {
    if (!part || part.type === 'GeometryCollection') return []
    return part.type.startsWith('Multi') ? part.coordinates : [part.coordinates]
  })
  return { type: `Multi${kind}`, coordinates } as Geometry
}
