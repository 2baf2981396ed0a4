import { eachPosition, type Geometry } from '../geometry/geometry.ts'
import { quoted, refuse } from './fault.ts'
import { instantOf } from './instant.ts'
import { reserved } from './reserved.ts'
import {
  arithmetics,
  arrays,
  type Bound,
  comparisons,
  type Expression,
  filterLimits,
  type FunctionCall,
  type Instant,
  isOneOf,
  type Operation,
  type Operator,
  type Property,
  spatials,
  temporals,
} from './syntax.ts'
import { isPlainName } from './tokens.ts'

/** What an expression is before one knows the types of properties. */
type Sort =
  | 'text'
  | 'number'
  | 'boolean'
  | 'instant'
  | 'interval'
  | 'shape'
  | 'list'
  | 'condition'
  | 'property'
  | 'function'

const words: Record<Sort, string> = {
  text: 'a text',
  number: 'a number',
  boolean: 'TRUE or FALSE',
  instant: 'a date or time',
  interval: 'an interval',
  shape: 'a geometry',
  list: 'a list',
  condition: 'a condition',
  property: 'a property',
  function: 'a function',
}

const named = ['property', 'function'] as const
const scalar: readonly Sort[] = ['text', 'number', 'boolean', 'instant', ...named]
const truth: readonly Sort[] = ['condition', 'boolean', 'function']
const number: readonly Sort[] = ['number', ...named]
const text: readonly Sort[] = ['text', ...named]
const ordered: readonly Sort[] = ['number', 'instant', ...named]
const nullable: readonly Sort[] = [...scalar, 'interval', 'shape', 'condition']

/** What each operator takes. */
function operandsOf(op: Operator, count: number): readonly (readonly Sort[])[] {
  if (isOneOf(comparisons, op)) return [scalar, scalar]
  if (isOneOf(arithmetics, op)) return [number, number]
  if (isOneOf(spatials, op)) return times(2, ['shape', ...named])
  if (isOneOf(temporals, op)) return times(2, ['instant', 'interval', ...named])
  if (isOneOf(arrays, op)) return times(2, ['list', ...named])
  switch (op) {
    case 'and':
    case 'or':
      return times(Math.max(2, count), truth)
    case 'not':
      return [truth]
    case 'like':
      return [text, ['text']]
    case 'between':
      return [ordered, ordered, ordered]
    case 'in':
      return [scalar, ['list']]
    case 'isNull':
      return [nullable]
    case 'casei':
    case 'accenti':
      return [text]
  }
}

const times = <Item>(count: number, item: Item): Item[] => Array.from({ length: count }, () => item)

function sortOf(expression: Expression): Sort {
  if (expression.kind === 'literal') return sortOfValue(expression.value)
  if (expression.kind === 'box') return 'shape'
  if (expression.kind !== 'operation') return expression.kind
  if (isOneOf(arithmetics, expression.op)) return 'number'
  return isOneOf(['casei', 'accenti'], expression.op) ? 'text' : 'condition'
}

function sortOfValue(value: string | number | boolean): Sort {
  if (typeof value === 'string') return 'text'
  return typeof value === 'number' ? 'number' : 'boolean'
}

type Place = number | string

export type Builder = ReturnType<typeof createBuilder>

/** Makes the parts of one filter, both encodings alike: what fits together, and never too much or too deep. */
export function createBuilder() {
  let nodes = 0
  let operations = 0
  let relations = 0
  let positions = 0
  const depths = new WeakMap<Expression, number>()

  function keep<Node extends Expression>(node: Node, parts: readonly Expression[], at: Place): Node {
    nodes += 1
    if (nodes > filterLimits.nodes)
      refuse(`The filter has more than ${filterLimits.nodes} operators, values and names.`, at)
    if (node.kind === 'operation' || node.kind === 'function') operations += 1
    if (operations > filterLimits.operations)
      refuse(`The filter has more than ${filterLimits.operations} operators and functions.`, at)
    if (node.kind === 'operation' && isOneOf(spatials, node.op)) relations += 1
    if (relations > filterLimits.spatial)
      refuse(`The filter has more than ${filterLimits.spatial} relations of geometries.`, at)
    const depth = 1 + parts.reduce((deepest, part) => Math.max(deepest, depths.get(part) ?? 0), 0)
    if (depth > filterLimits.depth) tooDeep(at)
    depths.set(node, depth)
    return node
  }

  function literal(value: string | number | boolean, at: Place): Expression {
    if (typeof value === 'number' && !Number.isFinite(value)) refuse('The number is too large.', at)
    // Minus zero would not come back from either encoding.
    return keep({ kind: 'literal', value: typeof value === 'number' ? value + 0 : value }, [], at)
  }

  function instant(unit: Instant['unit'], value: string, at: Place): Instant {
    const read = instantOf(value)
    if (!read || read.day !== (unit === 'date'))
      refuse(
        unit === 'date'
          ? `${quoted(value)} is no date like 2026-11-30.`
          : `${quoted(value)} is no time like 2026-11-30T18:00:00Z.`,
        at,
      )
    return keep({ kind: 'instant', unit, value }, [], at)
  }

  const property = (name: string, at: Place): Property => {
    if (name === '') refuse('A property needs a name.', at)
    return keep({ kind: 'property', name }, [], at)
  }

  const list = (items: readonly Expression[], at: Place): Expression =>
    keep({ kind: 'list', items }, items, at)

  function call(name: string, args: readonly Expression[], at: Place): FunctionCall {
    if (!isPlainName(name) || reserved.has(name.toUpperCase())) refuse(`${quoted(name)} is no function.`, at)
    return keep({ kind: 'function', name, args }, args, at)
  }

  const interval = (from: Bound, to: Bound, at: Place): Expression =>
    keep(
      { kind: 'interval', from, to },
      [from, to].filter((bound) => bound !== '..'),
      at,
    )

  /** An end of an interval that was given as text. */
  const bound = (value: string, at: Place): Bound =>
    value === '..' ? value : instant(value.length > 10 ? 'timestamp' : 'date', value, at)

  function shape(geometry: Geometry, at: Place): Expression {
    eachPosition(geometry, () => {
      positions += 1
      if (positions > filterLimits.positions)
        refuse(`The geometries of the filter have more than ${filterLimits.positions} positions.`, at)
    })
    return keep({ kind: 'shape', geometry }, [], at)
  }

  function box(numbers: readonly number[], at: Place): Expression {
    if (numbers.length !== 4 && numbers.length !== 6)
      refuse('A box has four numbers (west, south, east, north), or six with heights.', at)
    return keep({ kind: 'box', numbers }, [], at)
  }

  function operation(op: Operator, args: readonly Expression[], at: Place): Operation {
    const takes = operandsOf(op, args.length)
    const name = op.toUpperCase()
    if (args.length !== takes.length)
      refuse(`${name} takes ${takes.length} operand${takes.length === 1 ? '' : 's'}, not ${args.length}.`, at)
    for (const [index, arg] of args.entries()) {
      const sort = sortOf(arg)
      if (!takes[index]?.includes(sort)) refuse(misfit(name, sort, takes[index] ?? []), at)
    }
    if (op === 'like') checkPattern(args[1] as Expression, at)
    if (op === 'in')
      for (const item of (args[1] as { items: readonly Expression[] }).items)
        if (!scalar.includes(sortOf(item))) refuse(misfit('A list after IN', sortOf(item), scalar), at)
    return keep({ kind: 'operation', op, args }, args, at)
  }

  /** The whole filter: it must be true or false. */
  function filter(expression: Expression, at: Place): Expression {
    const sort = sortOf(expression)
    if (sort === 'property')
      refuse('A property alone is no condition; compare it with something, such as = TRUE.', at)
    if (!truth.includes(sort)) refuse(`A filter is a condition; this is ${words[sort]}.`, at)
    return expression
  }

  return { literal, instant, property, list, call, interval, bound, shape, box, operation, filter }
}

export function tooDeep(at: Place): never {
  refuse(`The filter is nested deeper than ${filterLimits.depth} levels.`, at)
}

const misfit = (name: string, sort: Sort, takes: readonly Sort[]): string =>
  sort === 'property' && takes === truth
    ? `A property alone is no condition for ${name}; compare it with something, such as = TRUE.`
    : `${name} takes ${takes.map((one) => words[one]).join(' or ')}, not ${words[sort]}.`

/** A pattern is a text, or CASEI and ACCENTI around one. */
function checkPattern(pattern: Expression, at: Place): void {
  let inner = pattern
  while (inner.kind === 'operation') inner = inner.args[0] as Expression
  if (inner.kind !== 'literal' || typeof inner.value !== 'string')
    return refuse('The pattern of LIKE is a text in quotes.', at)
  if (inner.value.length > filterLimits.pattern)
    refuse(`The pattern of LIKE has more than ${filterLimits.pattern} characters.`, at)
}
