import type { Geometry, Position } from '../geometry/geometry.ts'
import { reserved } from './reserved.ts'
import { arithmetics, type Bound, comparisons, type Expression, isOneOf, type Operation } from './syntax.ts'
import { isPlainName, textLiteral } from './tokens.ts'

/** Writes a filter in CQL2 Text, with no more parentheses than it needs; reading it gives the same tree. */
export function toText(tree: Expression): string {
  switch (tree.kind) {
    case 'literal':
      return literalText(tree.value)
    case 'instant':
      return `${tree.unit.toUpperCase()}(${textLiteral(tree.value)})`
    case 'interval':
      return `INTERVAL(${boundText(tree.from)}, ${boundText(tree.to)})`
    case 'shape':
      return geometryText(tree.geometry)
    case 'box':
      return `BBOX(${tree.numbers.join(', ')})`
    case 'property':
      return nameText(tree.name)
    case 'list':
      return listText(tree.items)
    case 'function':
      return `${tree.name}${listText(tree.args)}`
    case 'operation':
      return operationText(tree)
  }
}

function literalText(value: string | number | boolean): string {
  if (typeof value === 'string') return textLiteral(value)
  return typeof value === 'number' ? String(value) : String(value).toUpperCase()
}

const listText = (items: readonly Expression[]): string => `(${items.map(toText).join(', ')})`

const nameText = (name: string): string =>
  isPlainName(name) && !reserved.has(name.toUpperCase()) ? name : `"${name.replaceAll('"', '""')}"`

function boundText(bound: Bound): string {
  if (bound === '..') return "'..'"
  return bound.kind === 'instant' ? textLiteral(bound.value) : toText(bound)
}

function operationText({ op, args }: Operation): string {
  const [first, second, third] = args as readonly [Expression, Expression, Expression]
  if (op === 'and' || op === 'or')
    return args.map((arg) => inParentheses(arg, levelOf(op) + 1)).join(` ${op.toUpperCase()} `)
  if (op === 'not') return notText(first)
  if (op === 'isNull') return `${inParentheses(first, 4)} IS NULL`
  if (op === 'like' || op === 'between' || op === 'in') return wordText(op, '', [first, second, third])
  if (isOneOf(comparisons, op)) return `${inParentheses(first, 4)} ${op} ${inParentheses(second, 4)}`
  if (!isOneOf(arithmetics, op)) return `${op.toUpperCase()}${listText(args)}`
  const level = levelOf(op)
  // From the left: what stands on the right needs parentheses even at the same level, and ^ takes no chain at all.
  return `${inParentheses(first, op === '^' ? level + 1 : level)} ${op} ${inParentheses(second, level + 1)}`
}

/** LIKE, BETWEEN, IN and IS NULL take the NOT inside. */
function notText(inner: Expression): string {
  if (inner.kind !== 'operation') return `NOT ${inParentheses(inner, 4)}`
  const { op, args } = inner
  if (op === 'isNull') return `${inParentheses(args[0] as Expression, 4)} IS NOT NULL`
  if (op === 'like' || op === 'between' || op === 'in') return wordText(op, 'NOT ', args)
  return `NOT ${inParentheses(inner, 3)}`
}

function wordText(op: 'like' | 'between' | 'in', not: string, args: readonly Expression[]): string {
  const [first, second, third] = args as readonly [Expression, Expression, Expression]
  const operand = (arg: Expression) => inParentheses(arg, 4)
  const start = `${operand(first)} ${not}${op.toUpperCase()}`
  if (op === 'between') return `${start} ${operand(second)} AND ${operand(third)}`
  return op === 'in' ? `${start} ${toText(second)}` : `${start} ${operand(second)}`
}

/** How tightly an operator binds: OR 0, AND 1, NOT 2, predicates 3, sums 4, products 5, powers 6, all else 7. */
function levelOf(op: string): number {
  if (op === 'or') return 0
  if (op === 'and') return 1
  if (op === 'not') return 2
  if (isOneOf([...comparisons, 'like', 'between', 'in', 'isNull'], op)) return 3
  if (op === '+' || op === '-') return 4
  if (op === '^') return 6
  return isOneOf(arithmetics, op) ? 5 : 7
}

function inParentheses(expression: Expression, level: number): string {
  const text = toText(expression)
  return expression.kind === 'operation' && levelOf(expression.op) < level ? `(${text})` : text
}

type Nested = Position | Nested[]

function geometryText(geometry: Geometry): string {
  if (geometry.type === 'GeometryCollection')
    return `GEOMETRYCOLLECTION(${geometry.geometries.map(geometryText).join(', ')})`
  const high = hasHeights(geometry.coordinates)
  const tag = `${geometry.type.toUpperCase()}${high ? ' Z ' : ''}`
  if (geometry.type === 'Point') return `${tag}(${geometry.coordinates.join(' ')})`
  if (geometry.type === 'MultiPoint')
    return `${tag}(${geometry.coordinates.map((point) => `(${point.join(' ')})`).join(', ')})`
  return `${tag}${nestedText(geometry.coordinates)}`
}

const nestedText = (nested: Nested): string =>
  typeof nested[0] === 'number'
    ? nested.join(' ')
    : `(${nested.map((part) => nestedText(part as Nested)).join(', ')})`

const hasHeights = (nested: Nested): boolean =>
  typeof nested[0] === 'number' ? nested.length > 2 : nested.length > 0 && hasHeights(nested[0] as Nested)
