import { boxAround } from '../geometry/distance.ts'
import { type Box, boxOf as boxOfGeometry, unionOf } from '../geometry/geometry.ts'
import { boxesOf } from './boxes.ts'
import { caught } from './fault.ts'
import type { Fields, FieldType } from './fields.ts'
import { type Comparison, comparisons, type Expression, isOneOf, type Operation, spatials } from './syntax.ts'

/** The properties that a filter asks for, each once. */
export function fieldsOf(tree: Expression): readonly string[] {
  const names = new Set<string>()
  collect(tree, names)
  return [...names]
}

function collect(expression: Expression, names: Set<string>): void {
  if (expression.kind === 'property') names.add(expression.name)
  for (const part of partsOf(expression)) collect(part, names)
}

function partsOf(expression: Expression): readonly Expression[] {
  if (expression.kind === 'operation' || expression.kind === 'function') return expression.args
  if (expression.kind === 'list') return expression.items
  if (expression.kind !== 'interval') return []
  return [expression.from, expression.to].filter((bound) => bound !== '..')
}

/** A box that the geometry of every match meets, in longitude and latitude as the filter's coordinates; undefined if there is none. */
export function boxOf(tree: Expression): Box | undefined {
  if (tree.kind !== 'operation') return undefined
  const { op, args } = tree
  if (op === 'and') return args.map(boxOf).reduce(smaller, undefined)
  if (op === 'or') return args.map(boxOf).reduce((a, b) => a && b && unionOf(a, b))
  if (op === '<' || op === '<=') return boxWithin(args[0], args[1])
  if (op === '>' || op === '>=') return boxWithin(args[1], args[0])
  return isOneOf(spatials, op) && op !== 's_disjoint' ? boxOfOther(args) : undefined
}

/** An operand that is no property is what the feature's geometry must meet. */
function boxOfOther(args: readonly Expression[]): Box | undefined {
  const [literal] = args.filter(({ kind }) => kind !== 'property')
  return args.some(({ kind }) => kind === 'property') && literal ? boxOfLiteral(literal) : undefined
}

/** `distance(geometry, POINT(...)) < 500`. */
function boxWithin(less: Expression | undefined, more: Expression | undefined): Box | undefined {
  if (less?.kind !== 'function' || less.name.toLowerCase() !== 'distance') return undefined
  const box = boxOfOther(less.args)
  return box && more?.kind === 'literal' && typeof more.value === 'number' && more.value >= 0
    ? boxAround(box, more.value)
    : undefined
}

/** A match meets both boxes, but not always what they have in common: take the one that leaves less. */
function smaller(a: Box | undefined, b: Box | undefined): Box | undefined {
  if (!a || !b) return a ?? b
  return areaOf(b) < areaOf(a) ? b : a
}

const areaOf = ({ minX, minY, maxX, maxY }: Box): number => (maxX - minX) * (maxY - minY)

function boxOfLiteral(literal: Expression): Box | undefined {
  if (literal.kind === 'shape') return boxOfGeometry(literal.geometry)
  if (literal.kind !== 'box') return undefined
  const boxes = caught(() => boxesOf(literal.numbers))
  return 'fault' in boxes ? undefined : boxes.reduce(unionOf)
}

/** A comparison of a property with a value that every match fulfils. */
export interface SimpleComparison {
  readonly property: string
  readonly op: Comparison
  readonly value: string | number | boolean
}

/** The comparisons with values that a filter joins by AND, each of a property with a value of its own type: what a repository may ask its database first. Dates are left out, as they are compared by the day. */
export function comparisonsOf(tree: Expression, fields: Fields): readonly SimpleComparison[] {
  return found(tree).filter(({ property, value }) => fields.get(property) === typeOf(value))
}

function typeOf(value: SimpleComparison['value']): FieldType {
  if (typeof value === 'string') return 'text'
  return typeof value === 'number' ? 'number' : 'boolean'
}

function found(tree: Expression): readonly SimpleComparison[] {
  if (tree.kind !== 'operation') return []
  const { op, args } = tree
  if (op === 'and') return args.flatMap(found)
  if (op === 'between') return [...simple('>=', args[0], args[1]), ...simple('<=', args[0], args[2])]
  return isOneOf(comparisons, op) ? comparisonOf(tree, op) : []
}

function comparisonOf({ args }: Operation, op: Comparison): readonly SimpleComparison[] {
  const [left, right] = args
  return left?.kind === 'literal' ? simple(turned[op], right, left) : simple(op, left, right)
}

const simple = (
  op: Comparison,
  property: Expression | undefined,
  literal: Expression | undefined,
): readonly SimpleComparison[] =>
  property?.kind === 'property' && literal?.kind === 'literal'
    ? [{ property: property.name, op, value: literal.value }]
    : []

const turned: Record<Comparison, Comparison> = {
  '=': '=',
  '<>': '<>',
  '<': '>',
  '>': '<',
  '<=': '>=',
  '>=': '<=',
}
