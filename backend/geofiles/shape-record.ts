import type { Geometry, Position } from '../geometry/geometry.ts'
import type { Fault } from './finding.ts'
import { type Shape, unreadable } from './geometry-shape.ts'
import { polygonOf } from './ring-grouping.ts'

/** What is smaller stands for no value (ESRI Shapefile Technical Description, 1998). */
const noData = -1e38

/** The geometry of one record of a .shp file: points, lines and areas with heights and measures, or none. */
export function readShape(content: Buffer): Shape {
  try {
    return shapeOf(content)
  } catch (cause) {
    if (cause instanceof RangeError) return unreadable
    throw cause
  }
}

function shapeOf(content: Buffer): Shape {
  const type = content.readInt32LE(0)
  if (type === 0) return { geometry: null, faults: [] }
  const kind = type % 10
  const heights = type > 10 && type < 20
  const reader = { content, heights, measures: type > 10 }
  if (type > 28) return unreadable
  if (kind === 1) return pointOf(reader)
  if (kind === 8) return pointsOf(reader, 40, content.readInt32LE(36), [])
  if (kind !== 3 && kind !== 5) return unreadable
  const partCount = content.readInt32LE(36)
  const pointCount = content.readInt32LE(40)
  if (partCount < 0 || 44 + partCount * 4 > content.length) return unreadable
  const parts = Array.from({ length: partCount }, (_, index) => content.readInt32LE(44 + index * 4))
  const rising = parts.every((part, index) => part >= (parts[index - 1] ?? 0) && part <= pointCount)
  if (!rising) return unreadable
  return pointsOf(reader, 44 + partCount * 4, pointCount, parts, kind === 5)
}

interface Reading {
  readonly content: Buffer
  readonly heights: boolean
  readonly measures: boolean
}

function pointOf({ content, heights, measures }: Reading): Shape {
  const position = [content.readDoubleLE(4), content.readDoubleLE(12)]
  if (heights) position.push(content.readDoubleLE(20))
  const at = heights ? 28 : 20
  const measured = measures && at + 8 <= content.length && isMeasure(content.readDoubleLE(at))
  if (!position.every(Number.isFinite)) return unreadable
  return { geometry: { type: 'Point', coordinates: position }, faults: faultsOf(measured) }
}

function pointsOf(
  { content, heights, measures }: Reading,
  from: number,
  count: number,
  parts: readonly number[],
  isArea = false,
): Shape {
  if (count < 0 || from + count * 16 > content.length) return unreadable
  // After the points: lowest and highest, then one each; measures may be missing.
  const heightsAt = from + count * 16 + 16
  const measuresAt = heights ? heightsAt + count * 8 + 16 : heightsAt
  const positions: Position[] = []
  let measured = false
  for (let index = 0; index < count; index++) {
    const position = [content.readDoubleLE(from + index * 16), content.readDoubleLE(from + index * 16 + 8)]
    if (!position.every(Number.isFinite)) return unreadable
    if (heights) position.push(finite(content.readDoubleLE(heightsAt + index * 8)))
    const at = measuresAt + index * 8
    measured ||= measures && at + 8 <= content.length && isMeasure(content.readDoubleLE(at))
    positions.push(position)
  }
  return { geometry: geometryOf(positions, parts, isArea), faults: faultsOf(measured) }
}

function geometryOf(positions: Position[], parts: readonly number[], isArea: boolean): Geometry | null {
  if (parts.length === 0) return positions.length > 0 ? { type: 'MultiPoint', coordinates: positions } : null
  const lines = parts.map((part, index) => positions.slice(part, parts[index + 1]))
  if (isArea) return polygonOf(lines)
  const [line = []] = lines
  return lines.length === 1
    ? { type: 'LineString', coordinates: line }
    : { type: 'MultiLineString', coordinates: lines }
}

const finite = (height: number) => (Number.isFinite(height) ? height : 0)
const isMeasure = (value: number) => value > noData && value !== 0
const faultsOf = (measured: boolean): readonly Fault[] => (measured ? [{ code: 'measures-dropped' }] : [])
