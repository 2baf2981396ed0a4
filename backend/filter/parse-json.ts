import type { Geometry, Position } from '../geometry/geometry.ts'
import { type Builder, createBuilder, tooDeep } from './builder.ts'
import { caught, quoted, refuse } from './fault.ts'
import type { Parsed } from './parse-text.ts'
import { shapeFault } from './shape.ts'
import { type Bound, type Expression, filterLimits, geometryTypes, operators } from './syntax.ts'

/** Reads a filter in CQL2 JSON; places of faults are JSON pointers. */
export function parseJson(filter: string): Parsed {
  return caught(() => {
    if (filter.length > filterLimits.length)
      refuse(`The filter is longer than ${filterLimits.length} characters.`, '')
    const build = createBuilder()
    return { tree: build.filter(read(jsonOf(filter), '', 0, build), '') }
  })
}

function jsonOf(filter: string): unknown {
  try {
    return JSON.parse(filter)
  } catch {
    return refuse('The filter is no JSON.', '')
  }
}

type Members = Readonly<Record<string, unknown>>

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function read(value: unknown, at: string, depth: number, build: Builder): Expression {
  if (depth > filterLimits.depth) tooDeep(at)
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return build.literal(value, at)
  if (Array.isArray(value)) return build.list(readAll(value, at, depth, build), at)
  if (!isMembers(value)) return refuse('NULL is no operand; use the operator isNull.', at)
  if (typeof value['op'] === 'string') return readOperation(value['op'], value['args'], at, depth, build)
  if (typeof value['property'] === 'string') return build.property(value['property'], at)
  if (typeof value['date'] === 'string') return build.instant('date', value['date'], `${at}/date`)
  if (typeof value['timestamp'] === 'string')
    return build.instant('timestamp', value['timestamp'], `${at}/timestamp`)
  if (Array.isArray(value['interval'])) return readInterval(value['interval'], `${at}/interval`, depth, build)
  if (typeof value['type'] === 'string') return build.shape(readGeometry(value, at, 0), at)
  if (Array.isArray(value['bbox'])) {
    const numbers: unknown[] = value['bbox']
    return numbers.every((one) => typeof one === 'number')
      ? build.box(numbers, `${at}/bbox`)
      : refuse('A box is made of numbers.', `${at}/bbox`)
  }
  return refuse(
    'An object in a filter has one of the members op, property, date, timestamp, interval, bbox, or is a geometry.',
    at,
  )
}

const readAll = (values: readonly unknown[], at: string, depth: number, build: Builder): Expression[] =>
  values.map((value, index) => read(value, `${at}/${index}`, depth + 1, build))

function readOperation(op: string, args: unknown, at: string, depth: number, build: Builder): Expression {
  if (!Array.isArray(args)) return refuse(`The operator ${quoted(op)} needs a list of args.`, at)
  const operands = readAll(args, `${at}/args`, depth, build)
  const known = operators.get(op.toLowerCase())
  if (known) return build.operation(known, operands, at)
  return build.call(op, operands, at)
}

function readInterval(bounds: readonly unknown[], at: string, depth: number, build: Builder): Expression {
  if (bounds.length !== 2) refuse('An interval has a start and an end.', at)
  const [from, to] = bounds.map((bound, index): Bound => {
    const place = `${at}/${index}`
    if (typeof bound === 'string') return build.bound(bound, place)
    const found = read(bound, place, depth + 1, build)
    if (found.kind !== 'instant' && found.kind !== 'property' && found.kind !== 'function')
      return refuse('An interval starts and ends with a date, a time, ".." or a property.', place)
    return found
  })
  return build.interval(from as Bound, to as Bound, at)
}

const levels: ReadonlyMap<string, number> = new Map(Object.values(geometryTypes))

/** A geometry of GeoJSON: nothing of it is taken on trust, and no other members are kept. */
function readGeometry(value: Members, at: string, depth: number): Geometry {
  const type = value['type'] as string
  if (type === 'GeometryCollection') {
    const { geometries } = value
    if (!Array.isArray(geometries) || !geometries.every(isMembers) || depth > 8)
      return refuse('A geometry collection has a list of geometries, at most 8 levels deep.', at)
    return {
      type,
      geometries: geometries.map((one, index) => readGeometry(one, `${at}/geometries/${index}`, depth + 1)),
    }
  }
  const level = levels.get(type)
  if (level === undefined) return refuse(`${quoted(String(type))} is no type of geometry.`, `${at}/type`)
  const place = `${at}/coordinates`
  const geometry = { type, coordinates: coordinatesOf(value['coordinates'], level, place) } as Geometry
  const fault = shapeFault(geometry)
  return fault === undefined ? geometry : refuse(fault, place)
}

type Nested = Position | Nested[]

function coordinatesOf(value: unknown, level: number, at: string): Nested {
  if (!Array.isArray(value)) return refuse('Coordinates are lists of numbers.', at)
  if (level > 0) return value.map((part) => coordinatesOf(part, level - 1, at))
  const position: unknown[] = value.slice(0, 3)
  if (position.length < 2 || !position.every((one) => typeof one === 'number' && Number.isFinite(one)))
    return refuse('A position has two numbers, or three with a height.', at)
  return (position as number[]).map((one) => one + 0)
}
