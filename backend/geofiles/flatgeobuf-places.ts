import { type Box, emptyBox, isEmptyBox, unionOf } from '../geometry/geometry.ts'
import { levelsOf, nodeBytes, treeBytes } from './flatgeobuf-tree.ts'
import { hilbert, hilbertSteps } from './hilbert.ts'

/** Where objects lie, on the ground and in a file. Kept in flat numbers: of a million objects it is some 50 MB. */
export interface Places {
  readonly add: (box: Box, length: number) => void
  readonly count: () => number
  readonly extent: () => Box
  /** Whether every object is somewhere; else there can be no index. */
  readonly complete: () => boolean
  /** Objects along the Hilbert curve, by their number. */
  readonly alongCurve: () => Uint32Array
  readonly offsetOf: (place: number) => number
  readonly lengthOf: (place: number) => number
  readonly boxOf: (place: number) => Box
}

export function createPlaces(): Places {
  let boxes = new Float64Array(4 * 1024)
  /** Where each begins, and after the last where it ends. */
  let offsets = new Float64Array(1024)
  let count = 0
  let extent = emptyBox
  let complete = true
  const boxAt = (place: number): Box => {
    const [minX = NaN, minY = NaN, maxX = NaN, maxY = NaN] = boxes.subarray(place * 4, place * 4 + 4)
    return { minX, minY, maxX, maxY }
  }
  return {
    add: (box, length) => {
      if (offsets.length < count + 2) {
        boxes = grown(boxes)
        offsets = grown(offsets)
      }
      boxes.set([box.minX, box.minY, box.maxX, box.maxY], count * 4)
      offsets[count + 1] = (offsets[count] ?? 0) + length
      count += 1
      complete &&= !isEmptyBox(box)
      extent = unionOf(extent, box)
    },
    count: () => count,
    extent: () => extent,
    complete: () => complete && count > 0,
    offsetOf: (place) => offsets[place] ?? 0,
    lengthOf: (place) => (offsets[place + 1] ?? 0) - (offsets[place] ?? 0),
    boxOf: boxAt,
    alongCurve: () => {
      const { minX, minY, maxX, maxY } = extent
      const step = (middle: number, least: number, most: number) =>
        most > least ? Math.floor((hilbertSteps * (middle - least)) / (most - least)) : 0
      const keys = Uint32Array.from({ length: count }, (_, place) => {
        const box = boxAt(place)
        return hilbert(
          step((box.minX + box.maxX) / 2, minX, maxX),
          step((box.minY + box.maxY) / 2, minY, maxY),
        )
      })
      return Uint32Array.from({ length: count }, (_, place) => place).sort(
        (a, b) => (keys[b] ?? 0) - (keys[a] ?? 0),
      )
    },
  }
}

function grown(numbers: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(numbers.length * 2)
  larger.set(numbers)
  return larger
}

/** The packed R-tree: the root first, leaves last; a leaf tells where its object begins, another node which is its first child. */
export function packedTree(places: Places, order: Uint32Array, nodeSize: number): Uint8Array {
  const levels = levelsOf(order.length, nodeSize)
  const bytes = Buffer.alloc(treeBytes(order.length, nodeSize))
  const put = (node: number, { minX, minY, maxX, maxY }: Box, offset: number) => {
    ;[minX, minY, maxX, maxY].forEach((value, index) =>
      bytes.writeDoubleLE(value, node * nodeBytes + index * 8),
    )
    bytes.writeBigUInt64LE(BigInt(offset), node * nodeBytes + 32)
  }
  const boxOf = (node: number): Box => {
    const [minX = NaN, minY = NaN, maxX = NaN, maxY = NaN] = [0, 8, 16, 24].map((at) =>
      bytes.readDoubleLE(node * nodeBytes + at),
    )
    return { minX, minY, maxX, maxY }
  }
  let first = bytes.length / nodeBytes - order.length
  let offset = 0
  order.forEach((place, index) => {
    put(first + index, places.boxOf(place), offset)
    offset += places.lengthOf(place)
  })
  levels.slice(1).forEach((count, level) => {
    const below = first
    const nodesBelow = levels[level] ?? 0
    first -= count
    for (let index = 0; index < count; index++) {
      const from = below + index * nodeSize
      let box = emptyBox
      for (let node = from; node < Math.min(from + nodeSize, below + nodesBelow); node++)
        box = unionOf(box, boxOf(node))
      put(first + index, box, from)
    }
  })
  return bytes
}
