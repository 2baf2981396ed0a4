import { type Box, boxesMeet, boxHolds, type Geometry, isEmptyBox, type Position } from './geometry.ts'
import { prepare, type Prepared } from './prepared.ts'
import { segmentMeetsBox, segmentsMeet } from './segments.ts'
import { type Topology, topologyOf, unmixed } from './topology.ts'

export { type Prepared, prepare } from './prepared.ts'

/** How two geometries may lie to each other (Simple Features, OGC 06-103r4, by DE-9IM, in the plane). */
export type Relation =
  'contains' | 'crosses' | 'disjoint' | 'equals' | 'intersects' | 'overlaps' | 'touches' | 'within'

/** Decides a relation; exact. Mixed geometry collections only know `intersects` and `disjoint`, else the answer is undefined, as for what no rule can be worked out for (lines that cross themselves wildly). */
export type Relate = (relation: Relation, a: Prepared, b: Prepared) => boolean | undefined

/** Whether a geometry and a box have a point in common; edges count. Exact. */
export function intersectsBox(geometry: Geometry, box: Box): boolean {
  const prepared = prepare(geometry)
  if (!boxesMeet(prepared.box, box)) return false
  if (boxHolds(box, prepared.box)) return !isEmptyBox(prepared.box)
  const { points } = prepared.parts
  return (
    points.some((position) => liesIn(position, box)) ||
    prepared.someSegmentNear(box, (segment) => segmentMeetsBox(segment, box)) ||
    // No outline comes near: the box lies wholly inside or outside.
    prepared.placeOf([box.minX, box.minY]) >= 0
  )
}

const liesIn = ([x = NaN, y = NaN]: Position, box: Box): boolean =>
  x >= box.minX && x <= box.maxX && y >= box.minY && y <= box.maxY

/** Whether two geometries have a point in common; outlines count. Exact. */
export function intersects(a: Prepared, b: Prepared): boolean {
  if (!boxesMeet(a.box, b.box)) return false
  return holdsSome(a, b) || holdsSome(b, a) || linesMeet(a, b)
}

/** Whether polygons or lines of one hold a point of the other: all its single points, and one of each line and outline. */
function holdsSome(holder: Prepared, other: Prepared): boolean {
  const { points, lines, polygons } = other.parts
  if (points.some((point) => liesIn(point, holder.box) && meetsPoint(holder, point))) return true
  if (holder.parts.polygons.length === 0) return false
  const inside = (line: readonly Position[]) => line[0] !== undefined && holder.placeOf(line[0]) >= 0
  return lines.some(inside) || polygons.some((rings) => inside(rings[0] ?? []))
}

function meetsPoint(holder: Prepared, point: Position): boolean {
  const [x = NaN, y = NaN] = point
  const { points, lines, polygons } = holder.parts
  if (points.some((one) => one[0] === x && one[1] === y)) return true
  if (polygons.length > 0 && holder.placeOf(point) >= 0) return true
  if (lines.length === 0) return false
  const box = { minX: x, minY: y, maxX: x, maxY: y }
  return holder.someSegmentNear(box, (segment) => segmentsMeet(segment, [x, y, x, y]))
}

/** The one with fewer pieces asks; the other's are found by their boxes. */
function linesMeet(a: Prepared, b: Prepared): boolean {
  return a.someSegmentNear(b.box, (mine) => {
    const [ax, ay, bx, by] = mine
    const near = {
      minX: Math.min(ax, bx),
      minY: Math.min(ay, by),
      maxX: Math.max(ax, bx),
      maxY: Math.max(ay, by),
    }
    return b.someSegmentNear(near, (theirs) => segmentsMeet(mine, theirs))
  })
}

/** Loads what relations beyond `intersects` need, a third of a second once. */
export async function loadRelate(): Promise<Relate> {
  const topology = await topologyOf()
  return (relation, a, b) => relate(topology, relation, a, b)
}

function relate(topology: Topology, relation: Relation, a: Prepared, b: Prepared): boolean | undefined {
  if (relation === 'intersects') return intersects(a, b)
  if (relation === 'disjoint') return !intersects(a, b)
  if (relation === 'contains') return relate(topology, 'within', b, a)
  if (isEmptyBox(a.box) || isEmptyBox(b.box)) return false
  if (relation === 'within' && !boxHolds(b.box, a.box)) return false
  if (relation === 'equals' && !(boxHolds(b.box, a.box) && boxHolds(a.box, b.box))) return false
  if (relation === 'within' && a.geometry.type === 'Point' && b.parts.polygons.length > 0 && isPlain(b))
    return b.placeOf(a.geometry.coordinates) === 1
  if (!intersects(a, b)) return false
  return topology(relation, a, b)
}

/** Polygons alone. */
const isPlain = ({ geometry }: Prepared): boolean =>
  geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'

/** Whether a geometry is a collection that mixes points, lines and polygons: no relation but `intersects` and `disjoint` is defined for it. */
export const isMixed = (geometry: Geometry): boolean => unmixed(geometry) === undefined
