import type { Geometry } from '../geometry/geometry.ts'

/** A filter as a tree: what both encodings of CQL2 (OGC 21-065r2) say. */
export type Expression =
  Literal | Instant | Interval | Shape | BoxLiteral | Property | List | Operation | FunctionCall

export interface Literal {
  readonly kind: 'literal'
  readonly value: string | number | boolean
}

/** `DATE('2026-11-30')` or `TIMESTAMP('2026-11-30T18:00:00Z')`; the value as it was written. */
export interface Instant {
  readonly kind: 'instant'
  readonly unit: 'date' | 'timestamp'
  readonly value: string
}

/** One end of an interval; `..` is open. */
export type Bound = Instant | Property | FunctionCall | '..'

export interface Interval {
  readonly kind: 'interval'
  readonly from: Bound
  readonly to: Bound
}

export interface Shape {
  readonly kind: 'shape'
  readonly geometry: Geometry
}

/** West, south, east, north; or with heights: west, south, lowest, east, north, highest. West of more than east crosses the antimeridian. */
export interface BoxLiteral {
  readonly kind: 'box'
  readonly numbers: readonly number[]
}

export interface Property {
  readonly kind: 'property'
  readonly name: string
}

export interface List {
  readonly kind: 'list'
  readonly items: readonly Expression[]
}

/** An operator or standardised function; `not` stands before what text writes as NOT LIKE, NOT IN, IS NOT NULL. */
export interface Operation {
  readonly kind: 'operation'
  readonly op: Operator
  readonly args: readonly Expression[]
}

/** A function that the standard leaves to the server. */
export interface FunctionCall {
  readonly kind: 'function'
  readonly name: string
  readonly args: readonly Expression[]
}

export const comparisons = ['=', '<>', '<', '>', '<=', '>='] as const
export type Comparison = (typeof comparisons)[number]

export const arithmetics = ['+', '-', '*', '/', '%', 'div', '^'] as const
export type Arithmetic = (typeof arithmetics)[number]

export const spatials = [
  's_contains',
  's_crosses',
  's_disjoint',
  's_equals',
  's_intersects',
  's_overlaps',
  's_touches',
  's_within',
] as const
export type Spatial = (typeof spatials)[number]

/** Those that only know intervals come last. */
export const temporals = [
  't_after',
  't_before',
  't_disjoint',
  't_equals',
  't_intersects',
  't_contains',
  't_during',
  't_finishedBy',
  't_finishes',
  't_meets',
  't_metBy',
  't_overlappedBy',
  't_overlaps',
  't_startedBy',
  't_starts',
] as const
export type Temporal = (typeof temporals)[number]

export const arrays = ['a_containedBy', 'a_contains', 'a_equals', 'a_overlaps'] as const
export type ArrayOperator = (typeof arrays)[number]

export type Operator =
  | Comparison
  | Arithmetic
  | Spatial
  | Temporal
  | ArrayOperator
  | 'and'
  | 'or'
  | 'not'
  | 'like'
  | 'between'
  | 'in'
  | 'isNull'
  | 'casei'
  | 'accenti'

/** Operators by their names in small letters, as JSON and text may write them. */
export const operators: ReadonlyMap<string, Operator> = new Map(
  [
    ...comparisons,
    ...arithmetics,
    ...spatials,
    ...temporals,
    ...arrays,
    ...(['and', 'or', 'not', 'like', 'between', 'in', 'isNull', 'casei', 'accenti'] as const),
  ].map((op) => [op.toLowerCase(), op]),
)

export const isOneOf = <Name extends string>(names: readonly Name[], op: string): op is Name =>
  (names as readonly string[]).includes(op)

/** Geometries as WKT names them, and how deep GeoJSON nests their coordinates. */
export const geometryTypes = {
  POINT: ['Point', 0],
  LINESTRING: ['LineString', 1],
  POLYGON: ['Polygon', 2],
  MULTIPOINT: ['MultiPoint', 1],
  MULTILINESTRING: ['MultiLineString', 2],
  MULTIPOLYGON: ['MultiPolygon', 3],
} as const

/** How much a filter may be: what people write stays far below, what would hold up the server far above. */
export const filterLimits = {
  /** Characters of its text or JSON. */
  length: 500_000,
  /** Levels of parentheses, or of operators that wait for each other as in a chain of additions. */
  depth: 64,
  /** Operators, values and names; most of them are values in a list after IN. */
  nodes: 5_000,
  /** Operators and functions: each costs time for every feature. */
  operations: 500,
  /** Relations of geometries: each may cost half a millisecond for every feature near by. */
  spatial: 10,
  /** Positions of all its geometries. */
  positions: 20_000,
  /** Characters of a pattern. */
  pattern: 250,
} as const
