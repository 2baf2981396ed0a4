import { refuse } from './fault.ts'
import { instantOf } from './instant.ts'
import { both, type Test } from './logic.ts'
import type { ArrayOperator, Expression } from './syntax.ts'
import type { FilteredFeature, Value, Values } from './values.ts'

/** Lists are compared as sets (21-065r2, requirement array-predicates). */
const tests: Record<ArrayOperator, (a: ReadonlySet<string>, b: ReadonlySet<string>) => boolean> = {
  a_equals: (a, b) => a.size === b.size && holds(a, b),
  a_contains: (a, b) => holds(a, b),
  a_containedBy: (a, b) => holds(b, a),
  a_overlaps: (a, b) => [...a].some((key) => b.has(key)),
}

const holds = (outer: ReadonlySet<string>, inner: ReadonlySet<string>): boolean =>
  [...inner].every((key) => outer.has(key))

export const arrayTest = (values: Values, op: ArrayOperator, left: Expression, right: Expression): Test =>
  both(setOf(values, left), setOf(values, right), tests[op])

function setOf(values: Values, expression: Expression): Value<ReadonlySet<string>> {
  if (expression.kind === 'list') {
    const keys = expression.items.map((item) => keyOfItem(values, item))
    return (feature) => new Set(keys.map((key) => key(feature)))
  }
  const type = expression.kind === 'property' ? values.fieldOf(expression.name) : undefined
  if (expression.kind !== 'property' || (type !== 'list' && type !== 'text'))
    return refuse('Only properties that are lists, and lists in parentheses, can be compared as lists.')
  const { name } = expression
  return ({ properties }) => {
    const list = listOf(properties[name])
    return list && new Set(list.map(keyOf))
  }
}

/** Features without types of their own for lists keep them as JSON text. */
function listOf(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value
  if (typeof value !== 'string' || !value.startsWith('[')) return null
  try {
    return JSON.parse(value) as unknown[]
  } catch {
    return null
  }
}

/** An item as a text that the same value always gives. */
function keyOfItem(values: Values, item: Expression): (feature: FilteredFeature) => string {
  if (item.kind === 'list') {
    const keys = item.items.map((one) => keyOfItem(values, one))
    return (feature) => `[${keys.map((key) => key(feature)).join()}]`
  }
  if (item.kind === 'instant') return () => keyOf(item.value)
  if (item.kind === 'shape') return () => JSON.stringify(item.geometry)
  const value = values.any(item)
  return (feature) => keyOf(value(feature))
}

function keyOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(keyOf).join()}]`
  const moment = typeof value === 'string' ? instantOf(value) : undefined
  return moment && !moment.day ? JSON.stringify(new Date(moment.time)) : JSON.stringify(value ?? null)
}
