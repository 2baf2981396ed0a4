import { type Box, boxOf, type Position } from '../geometry/geometry.ts'
import { crs84, type ReferenceSystem } from '../geometry/reference-system.ts'
import { inAxisOrder, transformer } from '../geometry/transform.ts'

/** A box that a reader asks for. */
export interface AskedBox {
  /** In the system it was asked in, x east first; two where it crosses the antimeridian. */
  readonly boxes: readonly Box[]
  readonly system: ReferenceSystem
  /** Boxes in longitude and latitude that hold everything the asked one holds. */
  readonly around: readonly Box[]
}

/** Why a box cannot be used, for the reader. */
export class UnusableBox extends Error {}

/** The parameter `bbox` (OGC API Features Part 1, 7.15.3) in the axis order of its system; heights say nothing. Throws UnusableBox. */
export function readBox(text: string, system: ReferenceSystem): AskedBox {
  const numbers = text
    .split(',')
    .map((part) => (/^\s*[+-]?(?:\d+[.]?\d*|[.]\d+)(?:[eE][+-]?\d+)?\s*$/.test(part) ? Number(part) : NaN))
  if (numbers.some((number) => !Number.isFinite(number)) || (numbers.length !== 4 && numbers.length !== 6))
    throw new UnusableBox('It takes four or six numbers with commas between')
  const half = numbers.length / 2
  const order = inAxisOrder(system)
  const [minX = NaN, minY = NaN] = order(numbers.slice(0, 2))
  const [maxX = NaN, maxY = NaN] = order(numbers.slice(half, half + 2))
  if (minY > maxY) throw new UnusableBox('The lower corner lies above the upper one')
  if (system.unit === 'metre') return projected({ minX, minY, maxX, maxY }, system)
  if (minX < -180 || maxX > 180 || minX > 180 || maxX < -180 || minY < -90 || maxY > 90)
    throw new UnusableBox('Longitudes go from -180 to 180, latitudes from -90 to 90')
  const boxes =
    minX <= maxX
      ? [{ minX, minY, maxX, maxY }]
      : [
          { minX, minY, maxX: 180, maxY },
          { minX: -180, minY, maxX, maxY },
        ]
  return { boxes, system: crs84, around: boxes }
}

/** Points on each edge: edges of a projected box are curves in longitude and latitude. */
const steps = 32
/** Degrees by which the curve may leave what its points say. */
const slack = 0.01

function projected(box: Box, system: ReferenceSystem): AskedBox {
  if (box.minX > box.maxX) throw new UnusableBox('The left corner lies right of the right one')
  const toLonLat = transformer(system, crs84)
  const at = (step: number, from: number, to: number) => from + ((to - from) * step) / steps
  const edge = Array.from({ length: steps + 1 }, (_, step): Position[] => {
    const [x, y] = [at(step, box.minX, box.maxX), at(step, box.minY, box.maxY)]
    return [
      [x, box.minY],
      [x, box.maxY],
      [box.minX, y],
      [box.maxX, y],
    ]
  }).flat()
  const coordinates = edge.map(toLonLat).filter((position) => position.every(Number.isFinite))
  // Where the projection ends nothing can be said, so everything may lie there.
  const around =
    coordinates.length < edge.length
      ? { minX: -180, minY: -90, maxX: 180, maxY: 90 }
      : widened(boxOf({ type: 'MultiPoint', coordinates }))
  return { boxes: [box], system, around: [around] }
}

const widened = ({ minX, minY, maxX, maxY }: Box): Box => ({
  minX: minX - slack,
  minY: minY - slack,
  maxX: maxX + slack,
  maxY: maxY + slack,
})
