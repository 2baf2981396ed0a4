import { entries, members } from './json.ts'
import type { Collection } from './service.ts'

/** First and second coordinate as they stand in the file. */
export type Position = readonly [number, number]

/** West, south, east, north; as everywhere in the standard, west may lie east of east. */
export type Box = readonly [number, number, number, number]

/** All positions of a geometry. */
export function positionsOf(geometry: unknown): readonly Position[] {
  const { coordinates, geometries } = members(geometry)
  return [...entries(geometries).flatMap(positionsOf), ...positionsIn(entries(coordinates))]
}

function positionsIn(coordinates: readonly unknown[]): readonly Position[] {
  const [first, second] = coordinates
  if (typeof first === 'number' && typeof second === 'number') return [[first, second]]
  return coordinates.flatMap((one) => positionsIn(entries(one)))
}

/** The box around positions. */
export const boxAround = (positions: readonly Position[]): Box | undefined => {
  if (positions.length === 0) return undefined
  const all = positions.map(([x, y]): Box => [x, y, x, y])
  return all.reduce(join)
}

const join = (one: Box, other: Box): Box => [
  Math.min(one[0], other[0]),
  Math.min(one[1], other[1]),
  Math.max(one[2], other[2]),
  Math.max(one[3], other[3]),
]

export const boxOf = (geometry: unknown): Box | undefined => boxAround(positionsOf(geometry))

/** Whether two boxes touch; the second may cross the antimeridian. */
export const touches = (one: Box, other: Box, margin = 0): boolean => {
  const [west, south, east, north] = other
  if (one[1] > north + margin || one[3] < south - margin) return false
  if (west <= east) return one[0] <= east + margin && one[2] >= west - margin
  return one[2] >= west - margin || one[0] <= east + margin
}

export const holds = ([west, south, east, north]: Box, [x, y]: Position, margin = 0): boolean => {
  if (y < south - margin || y > north + margin) return false
  return west <= east ? x >= west - margin && x <= east + margin : x >= west - margin || x <= east + margin
}

/** The area that a collection says its features lie in; boxes with heights lose them. */
export function extentOf({ described }: Collection): Box | undefined {
  const boxes = entries(members(members(described['extent'])['spatial'])['bbox'])
  const numbers = entries(boxes[0]).filter((one): one is number => typeof one === 'number')
  const [a, b, c, d, e] = numbers
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined
  return e === undefined ? [a, b, c, d] : [a, b, d, e]
}

/** A quarter as wide and high as another one, around a place. */
export const quarterAround = ([x, y]: Position, [west, south, east, north]: Box): Box => {
  const [width, height] = [Math.max(0.001, (east - west) / 8), Math.max(0.001, (north - south) / 8)]
  return [x - width, Math.max(-90, y - height), x + width, Math.min(90, y + height)].map(
    (one) => Math.round(one * 1e6) / 1e6,
  ) as unknown as Box
}
