import type { Box, Position } from './geometry.ts'
import { linesOf } from './parts.ts'
import { partsOfPrepared, type Prepared } from './prepared.ts'
import { intersects } from './relate.ts'
import { type Segment, segmentsOf } from './segments.ts'

// WGS 84.
const major = 6_378_137
const eccentricity2 = 0.006_694_379_990_14
const radian = Math.PI / 180

/** Metres of a degree of longitude and of latitude at a latitude. */
function metresAt(latitude: number): readonly [east: number, north: number] {
  const w2 = 1 - eccentricity2 * Math.sin(latitude * radian) ** 2
  const across = major / Math.sqrt(w2)
  return [across * Math.cos(latitude * radian) * radian, ((across * (1 - eccentricity2)) / w2) * radian]
}

/** Metres over ground between two geometries in longitude and latitude; 0 where they meet. In the plane where they are nearest: a thousandth off at 100 km, and nothing is known of the antimeridian. `Infinity` if one is empty. */
export function distance(a: Prepared, b: Prepared): number {
  if (intersects(a, b)) return 0
  const [east, north] = metresAt(latitudeBetween(a.box, b.box))
  const place = ([x = NaN, y = NaN]: Position): Position => [x * east, y * north]
  const [mine, theirs] = [a, b].map((one) => piecesOf(one).map((line) => segmentsOf(line.map(place)))) as [
    Segment[][],
    Segment[][],
  ]
  let least = Infinity
  for (const one of mine.flat())
    for (const other of theirs.flat()) least = Math.min(least, apart2(one, other))
  return Math.sqrt(least)
}

const heightOf = ({ minY, maxY }: Box): number => maxY - minY

/** From the middle of the flatter one half the way to the other. */
function latitudeBetween(a: Box, b: Box): number {
  const [flat, high] = heightOf(a) <= heightOf(b) ? [a, b] : [b, a]
  const middle = (flat.minY + flat.maxY) / 2
  return (middle + Math.max(high.minY, Math.min(high.maxY, middle))) / 2
}

function piecesOf(prepared: Prepared): readonly (readonly Position[])[] {
  const parts = partsOfPrepared(prepared)
  return [...parts.points.map((point) => [point]), ...linesOf(parts)]
}

/** The square of how far two pieces are apart that do not meet: at one end of one of them. */
function apart2(a: Segment, b: Segment): number {
  return Math.min(
    toPiece2(a[0], a[1], b),
    toPiece2(a[2], a[3], b),
    toPiece2(b[0], b[1], a),
    toPiece2(b[2], b[3], a),
  )
}

function toPiece2(x: number, y: number, [ax, ay, bx, by]: Segment): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length2 = dx * dx + dy * dy
  const along = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length2))
  return (x - ax - along * dx) ** 2 + (y - ay - along * dy) ** 2
}

/** A box that everything within so many metres of another box meets; a little wider. */
export function boxAround(box: Box, metres: number): Box {
  const tall = (metres / 110_000) * 1.01
  const [east] = metresAt(
    Math.min(89, Math.max(Math.abs(box.minY), Math.abs(box.maxY)) + tall + heightOf(box)),
  )
  const wide = (metres / east) * 1.01
  return {
    minX: box.minX - wide,
    minY: box.minY - tall,
    maxX: box.maxX + wide,
    maxY: box.maxY + tall,
  }
}
