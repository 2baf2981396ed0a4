import { type Box, boxesMeet, boxHolds, type Geometry, isEmptyBox, type Position } from './geometry.ts'
import { partsOfPrepared, placeOf, prepare, type Prepared, someSegmentNear } from './prepared.ts'
import { boxOfSegment, segmentMeetsBox, segmentsMeet } from './segments.ts'
import { type Topology, topologyOf, unmixed } from './topology.ts'

export { type Prepared, prepare } from './prepared.ts'

/** How two geometries may lie to each other (Simple Features, OGC 06-103r4, by DE-9IM, in the plane). */
export type Relation =
  'contains' | 'crosses' | 'disjoint' | 'equals' | 'intersects' | 'overlaps' | 'touches' | 'within'

/** Decides a relation; exact. Mixed geometry collections only know `intersects` and `disjoint`, else the answer is undefined, as for what no rule can be worked out for (lines that cross themselves wildly). */
export type Relate = (relation: Relation, a: Prepared, b: Prepared) => boolean | undefined

/** Whether a geometry and a box have a point in common; edges count. Exact. */
export function intersectsBox(geometry: Geometry, box: Box): boolean {
  if (geometry.type === 'Point') return liesIn(geometry.coordinates, box)
  const prepared = prepare(geometry)
  if (!boxesMeet(prepared.box, box)) return false
  if (boxHolds(box, prepared.box)) return true
  const { points } = partsOfPrepared(prepared)
  return (
    points.some((position) => liesIn(position, box)) ||
    someSegmentNear(prepared, box, (segment) => segmentMeetsBox(segment, box)) ||
    // No outline comes near: the box lies wholly inside or outside.
    placeOf(prepared, [box.minX, box.minY]) >= 0
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
  const { points, lines, polygons } = partsOfPrepared(other)
  if (points.some((point) => liesIn(point, holder.box) && meetsPoint(holder, point))) return true
  if (partsOfPrepared(holder).polygons.length === 0) return false
  const inside = (line: readonly Position[]) => line[0] !== undefined && placeOf(holder, line[0]) >= 0
  return lines.some(inside) || polygons.some((rings) => inside(rings[0] ?? []))
}

function meetsPoint(holder: Prepared, point: Position): boolean {
  const [x = NaN, y = NaN] = point
  const { points, lines, polygons } = partsOfPrepared(holder)
  if (points.some((one) => one[0] === x && one[1] === y)) return true
  if (polygons.length > 0 && placeOf(holder, point) >= 0) return true
  if (lines.length === 0) return false
  const box = { minX: x, minY: y, maxX: x, maxY: y }
  return someSegmentNear(holder, box, (segment) => segmentsMeet(segment, [x, y, x, y]))
}

function linesMeet(a: Prepared, b: Prepared): boolean {
  return someSegmentNear(a, b.box, (mine) =>
    someSegmentNear(b, boxOfSegment(mine), (theirs) => segmentsMeet(mine, theirs)),
  )
}

/** Makes ready what decides these relations; all but `intersects` and `disjoint` load JSTS, a third of a second once. */
export async function loadRelate(relations: readonly Relation[]): Promise<Relate> {
  const simple = relations.every((relation) => relation === 'intersects' || relation === 'disjoint')
  const topology = simple ? () => undefined : await topologyOf()
  return (relation, a, b) => relate(topology, relation, a, b)
}

function relate(topology: Topology, relation: Relation, a: Prepared, b: Prepared): boolean | undefined {
  if (relation === 'intersects') return intersects(a, b)
  if (relation === 'disjoint') return !intersects(a, b)
  if (relation === 'contains') return relate(topology, 'within', b, a)
  if (isEmptyBox(a.box) || isEmptyBox(b.box)) return false
  if (relation === 'within' && !boxHolds(b.box, a.box)) return false
  if (relation === 'equals' && !(boxHolds(b.box, a.box) && boxHolds(a.box, b.box))) return false
  if (
    relation === 'within' &&
    a.geometry.type === 'Point' &&
    partsOfPrepared(b).polygons.length > 0 &&
    isPlain(b)
  )
    return placeOf(b, a.geometry.coordinates) === 1
  if (!intersects(a, b)) return false
  return topology(relation, a, b)
}

/** Polygons alone. */
const isPlain = ({ geometry }: Prepared): boolean =>
  geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'

/** Whether a geometry is a collection that mixes points, lines and polygons: no relation but `intersects` and `disjoint` is defined for it. */
export const isMixed = (geometry: Geometry): boolean => unmixed(geometry) === undefined
