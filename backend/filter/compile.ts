import { loadRelate, type Relate, type Relation } from '../geometry/relate.ts'
import { arrayTest } from './array-tests.ts'
import { caught, type FilterFault, refuse } from './fault.ts'
import type { Fields } from './fields.ts'
import { compareMoments, type Moment } from './instant.ts'
import { likePattern } from './like.ts'
import { all, both, not, some, type Test } from './logic.ts'
import { spatialTest } from './spatial-tests.ts'
import {
  arrays,
  type Comparison,
  comparisons,
  type Expression,
  isOneOf,
  type List,
  type Operation,
  spatials,
  temporals,
} from './syntax.ts'
import { temporalTest } from './temporal-tests.ts'
import {
  createValues,
  type FilteredFeature,
  hasProperty,
  nothing,
  onceIfConstant,
  type Value,
  type Values,
} from './values.ts'

/** Makes a filter ready for the properties of a collection. Only features for which it is true match; unknown (NULL) is not true. */
export async function compile(
  tree: Expression,
  fields: Fields,
): Promise<{ readonly matches: (feature: FilteredFeature) => boolean } | { readonly fault: FilterFault }> {
  const relate = await loadRelate([...relationsOf(tree)])
  return caught(() => {
    const test = createTests(createValues(fields), relate)(tree)
    return { matches: (feature: FilteredFeature) => test(feature) === true }
  })
}

/** Which relations of geometries a filter asks for. */
function* relationsOf(tree: Expression): Generator<Relation> {
  if (tree.kind !== 'operation') return
  if (isOneOf(spatials, tree.op)) yield tree.op.slice(2) as Relation
  for (const arg of tree.args) yield* relationsOf(arg)
}

function createTests(values: Values, relate: Relate) {
  const testOf = (expression: Expression): Test => {
    if (expression.kind === 'operation') return onceIfConstant(expression, operationTest(expression))
    return values.boolean(expression)
  }

  function operationTest({ op, args }: Operation): Test {
    const [first, second, third] = args as readonly [Expression, Expression, Expression]
    if (op === 'and') return all(args.map(testOf))
    if (op === 'or') return some(args.map(testOf))
    if (op === 'not') return not(testOf(first))
    if (op === 'isNull') return isNull(first)
    if (op === 'like') return like(first, second)
    if (op === 'between')
      return all([compare(values, '>=', first, second), compare(values, '<=', first, third)])
    if (op === 'in') return isOneOfThem(values, first, (second as List).items)
    if (isOneOf(comparisons, op)) return compare(values, op, first, second)
    if (isOneOf(spatials, op)) return spatialTest(values, relate, op, first, second)
    if (isOneOf(temporals, op)) return temporalTest(values, op, first, second)
    if (isOneOf(arrays, op)) return arrayTest(values, op, first, second)
    return refuse(`${op.toUpperCase()} is no condition.`)
  }

  function isNull(operand: Expression): Test {
    const isCondition = operand.kind === 'operation' && values.typeOf(operand) === 'boolean'
    const value: Value<unknown> = isCondition ? testOf(operand) : values.any(operand)
    return (feature) => value(feature) === null
  }

  function like(operand: Expression, pattern: Expression): Test {
    const text = values.text(operand)
    const matches = likePattern(values.constantText(pattern))
    return (feature) => {
      const value = text(feature)
      return value === null ? null : matches(value)
    }
  }

  return testOf
}

/** What the order of two says for each operator. */
const orders: Record<Comparison, (order: number) => boolean> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '<=': (order) => order <= 0,
  '>=': (order) => order >= 0,
}

function compare(values: Values, op: Comparison, left: Expression, right: Expression): Test {
  const [a, b] = values.alike(left, right)
  const fits = orders[op]
  if (a.type === 'instant')
    return both(a.value, b.value as typeof a.value, (one, other) => fits(compareMoments(one, other)))
  return both(a.value as Value<string>, b.value as Value<string>, (one, other) => fits(order(one, other)))
}

/** With constants alone, as usual, the operand is worked out once and looked up. */
function isOneOfThem(values: Values, operand: Expression, items: readonly Expression[]): Test {
  const [first] = items
  if (!first) return () => false
  const pairs = items.map((item) => values.alike(operand, item))
  if (items.some(hasProperty) || new Set(pairs.map(([{ type }]) => type)).size > 1)
    return some(items.map((item) => compare(values, '=', operand, item)))
  const constants = pairs.map(([, item]) => item.value(nothing))
  const isAmong = lookUp(constants.filter((constant) => constant !== null))
  const otherwise = constants.includes(null) ? null : false
  const value: Value<unknown> = values.alike(operand, first)[0].value
  return (feature) => {
    const one = value(feature)
    if (one === null) return null
    return isAmong(one) || otherwise
  }
}

/** Moments can be the same day; everything else is the same or not. */
function lookUp(constants: readonly unknown[]): (value: unknown) => boolean {
  if (typeof constants[0] !== 'object') {
    const them = new Set(constants)
    return (value) => them.has(value)
  }
  return (value) => constants.some((one) => compareMoments(one as Moment, value as Moment) === 0)
}

/** Texts by their code units, numbers, or false before true. */
function order(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
