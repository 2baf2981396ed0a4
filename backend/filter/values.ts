import type { Geometry } from '../geometry/geometry.ts'
import { prepare, type Prepared } from '../geometry/relate.ts'
import { boxesGeometry, boxesOf } from './boxes.ts'
import { quoted, refuse } from './fault.ts'
import type { Fields, FieldType } from './fields.ts'
import { composed, withoutAccents, withoutCase } from './folding.ts'
import { type FilterFunction, filterFunctions } from './functions.ts'
import { instantOf, type Moment } from './instant.ts'
import {
  type Arithmetic,
  arithmetics,
  type Expression,
  type FunctionCall,
  isOneOf,
  type Operation,
} from './syntax.ts'

/** What a filter is asked of. */
export interface FilteredFeature {
  readonly properties: Readonly<Record<string, unknown>>
  readonly geometry: Geometry | null
}

/** What an expression is worth for a feature; null = unknown (NULL). */
export type Value<Of> = (feature: FilteredFeature) => Of | null

export type ValueType = 'text' | 'number' | 'boolean' | 'instant' | 'interval' | 'geometry' | 'list'

export type Typed =
  | { readonly type: 'text'; readonly value: Value<string> }
  | { readonly type: 'number'; readonly value: Value<number> }
  | { readonly type: 'boolean'; readonly value: Value<boolean> }
  | { readonly type: 'instant'; readonly value: Value<Moment> }

export type Values = ReturnType<typeof createValues>

/** What constants are worth of. */
export const nothing: FilteredFeature = { properties: {}, geometry: null }

/** Makes expressions ready to be worth something, for the properties of one collection; refuses what does not fit together. */
export function createValues(fields: Fields) {
  function fieldOf(name: string): FieldType {
    return fields.get(name) ?? refuse(`The property ${quoted(name)} is not queryable${adviceOn(name)}.`)
  }

  /** Most often the case is wrong, or a text stands in double quotes. */
  function adviceOn(name: string): string {
    const near = [...fields.keys()].find((field) => field.toLowerCase() === name.toLowerCase())
    return near === undefined ? '; texts are written in single quotes' : `; there is ${quoted(near)}`
  }

  function typeOf(expression: Expression): ValueType {
    switch (expression.kind) {
      case 'literal':
        return typeOfLiteral(expression.value)
      case 'property': {
        const type = fieldOf(expression.name)
        return type === 'date' || type === 'timestamp' ? 'instant' : type
      }
      case 'function':
        return functionOf(expression).gives
      case 'operation':
        return typeOfOperation(expression)
      case 'shape':
      case 'box':
        return 'geometry'
      default:
        return expression.kind
    }
  }

  function text(expression: Expression): Value<string> {
    if (expression.kind === 'literal' && typeof expression.value === 'string') {
      const value = composed(expression.value)
      return () => value
    }
    if (typeOf(expression) !== 'text') unfit(expression, 'text')
    if (expression.kind === 'property') return textProperty(expression.name)
    if (expression.kind === 'function') return called(expression)
    const { op, args } = expression as Operation
    const inner = text(args[0] as Expression)
    const fold = op === 'casei' ? withoutCase : withoutAccents
    return onceIfConstant(expression, (feature) => {
      const value = inner(feature)
      return value === null ? null : fold(value)
    })
  }

  function number(expression: Expression): Value<number> {
    if (typeOf(expression) !== 'number') unfit(expression, 'number')
    if (expression.kind === 'literal') return () => expression.value as number
    if (expression.kind === 'property') return numberProperty(expression.name)
    if (expression.kind === 'function') return called(expression)
    const { op, args } = expression as Operation
    const [a, b] = args.map(number) as [Value<number>, Value<number>]
    const calculate = calculations[op as Arithmetic]
    return onceIfConstant(expression, (feature) => {
      const one = a(feature)
      const other = b(feature)
      return one === null || other === null ? null : finite(calculate(one, other))
    })
  }

  function boolean(expression: Expression): Value<boolean> {
    if (typeOf(expression) !== 'boolean') unfit(expression, 'boolean')
    if (expression.kind === 'literal') return () => expression.value as boolean
    if (expression.kind === 'function') return called(expression)
    return booleanProperty((expression as { name: string }).name)
  }

  function instant(expression: Expression): Value<Moment> {
    if (expression.kind === 'instant' || expression.kind === 'literal') {
      const moment = instantOf(String(expression.value))
      if (!moment) return refuse(`${quoted(String(expression.value))} is no date or time.`)
      return () => moment
    }
    if (expression.kind === 'property' && ['instant', 'text'].includes(typeOf(expression)))
      return instantProperty(expression.name, fieldOf(expression.name))
    if (expression.kind === 'function' && typeOf(expression) === 'instant') return called(expression)
    return unfit(expression, 'instant')
  }

  /** Calls a function of ours; unknown where an argument is. */
  function called<Of>(call: FunctionCall): Value<Of> {
    const { takes, of } = functionOf(call)
    const args = takes.map((type, index): Value<unknown> => {
      const arg = call.args[index] as Expression
      return type === 'geometry' ? geometry(arg) : typed(arg, type).value
    })
    return onceIfConstant(call, (feature) => {
      const values = args.map((arg) => arg(feature))
      if (values.includes(null)) return null
      const result = of(...(values as never[]))
      return (typeof result === 'number' ? finite(result) : result) as Of | null
    })
  }

  function typed(expression: Expression, type: Typed['type']): Typed {
    switch (type) {
      case 'text':
        return { type, value: text(expression) }
      case 'number':
        return { type, value: number(expression) }
      case 'boolean':
        return { type, value: boolean(expression) }
      case 'instant':
        return { type, value: instant(expression) }
    }
  }

  /** Two operands as what they can be compared as; a text is read as a date or time beside one. */
  function alike(left: Expression, right: Expression): readonly [Typed, Typed] {
    const types = [typeOf(left), typeOf(right)] as const
    const [a, b] = types
    if (a === b && a !== 'interval' && a !== 'geometry' && a !== 'list')
      return [typed(left, a), typed(right, a)]
    if (types.includes('instant') && types.includes('text')) {
      if (![left, right].some((one) => one.kind === 'operation'))
        return [typed(left, 'instant'), typed(right, 'instant')]
    }
    const advice =
      b === 'number' && a === 'text' && right.kind === 'literal' ? `; write '${right.value}'` : ''
    return refuse(`${named(left, a)}, which cannot be compared with ${words[b]}${advice}.`)
  }

  /** Whatever it is, to see whether it is there at all. */
  function any(expression: Expression): Value<unknown> {
    if (expression.kind === 'property') {
      const { name } = expression
      if (fieldOf(name) === 'geometry') return (feature) => feature.geometry
      return (feature) => feature.properties[name] ?? null
    }
    const type = typeOf(expression)
    if (type === 'geometry' || type === 'list') return () => expression
    if (expression.kind === 'interval') {
      const ends = [expression.from, expression.to].flatMap((end) => (end === '..' ? [] : [instant(end)]))
      return (feature) => (ends.some((end) => end(feature) === null) ? null : expression)
    }
    return typed(expression, type as Typed['type']).value
  }

  function geometry(expression: Expression): Value<Prepared> {
    if (expression.kind === 'shape' || expression.kind === 'box') {
      const prepared = prepare(
        expression.kind === 'shape' ? expression.geometry : boxesGeometry(boxesOf(expression.numbers)),
      )
      return () => prepared
    }
    if (expression.kind !== 'property' || fieldOf(expression.name) !== 'geometry')
      return unfit(expression, 'geometry')
    return preparedOf
  }

  /** Several predicates ask of the same feature. */
  let last: Prepared | undefined
  function preparedOf(feature: FilteredFeature): Prepared | null {
    if (feature.geometry === null) return null
    if (last?.geometry !== feature.geometry) last = prepare(feature.geometry)
    return last
  }

  const unfit = (expression: Expression, wanted: ValueType): never =>
    refuse(`${named(expression, typeOf(expression))}, where ${words[wanted]} is needed.`)

  /** The pattern of LIKE, which no property changes. */
  const constantText = (expression: Expression): string => text(expression)(nothing) ?? ''

  return { typeOf, fieldOf, text, boolean, instant, geometry, any, alike, constantText }
}

const words: Record<ValueType, string> = {
  text: 'a text',
  number: 'a number',
  boolean: 'true or false',
  instant: 'a date or time',
  interval: 'an interval',
  geometry: 'a geometry',
  list: 'a list',
}

const named = (expression: Expression, type: ValueType): string =>
  `${expression.kind === 'property' ? `The property ${quoted(expression.name)}` : 'This'} is ${words[type]}`

function typeOfLiteral(value: string | number | boolean): ValueType {
  if (typeof value === 'string') return 'text'
  return typeof value === 'number' ? 'number' : 'boolean'
}

function typeOfOperation({ op }: Operation): ValueType {
  if (isOneOf(arithmetics, op)) return 'number'
  return op === 'casei' || op === 'accenti' ? 'text' : 'boolean'
}

function functionOf({ name, args }: FunctionCall): FilterFunction {
  const found = filterFunctions.get(name.toLowerCase())
  if (!found)
    return refuse(
      `There is no function ${quoted(name)}; there are: ${[...filterFunctions.keys()].join(', ')}.`,
    )
  if (args.length !== found.takes.length)
    refuse(`The function ${found.name} takes ${found.takes.length} arguments, not ${args.length}.`)
  return found
}

/** Whether what an expression is worth depends on the feature. */
export function hasProperty(expression: Expression): boolean {
  switch (expression.kind) {
    case 'property':
      return true
    case 'operation':
    case 'function':
      return expression.args.some(hasProperty)
    case 'list':
      return expression.items.some(hasProperty)
    case 'interval':
      return [expression.from, expression.to].some((end) => end !== '..' && hasProperty(end))
    default:
      return false
  }
}

/** Works out a constant once. */
export function onceIfConstant<Of>(expression: Expression, value: Value<Of>): Value<Of> {
  if (hasProperty(expression)) return value
  const constant = value(nothing)
  return () => constant
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)

/** Division by zero and the like are unknown. */
const calculations: Record<Arithmetic, (a: number, b: number) => number> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  div: (a, b) => Math.trunc(a / b),
  '^': (a, b) => a ** b,
}

const textProperty =
  (name: string): Value<string> =>
  ({ properties }) => {
    const value = properties[name]
    if (typeof value === 'string') return composed(value)
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null
  }

const numberProperty =
  (name: string): Value<number> =>
  ({ properties }) => {
    const value = properties[name]
    return typeof value === 'number' ? finite(value) : null
  }

const booleanProperty =
  (name: string): Value<boolean> =>
  ({ properties }) => {
    const value = properties[name]
    return typeof value === 'boolean' ? value : null
  }

const instantProperty =
  (name: string, type: FieldType): Value<Moment> =>
  ({ properties }) => {
    const value = properties[name]
    const moment = typeof value === 'string' ? (instantOf(value) ?? null) : null
    return moment && type === 'date' ? { time: moment.time, day: true } : moment
  }
