import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  boxesMeet,
  boxOf as boxOfGeometry,
  emptyBox,
  type Geometry,
  type Position,
} from '../geometry/geometry.ts'
import {
  boxOf,
  compile,
  type Expression,
  type Fields,
  parseJson,
  parseText,
  toJson,
  toText,
} from './index.ts'
import { likePattern } from './like.ts'
import { arithmetics, arrays, type Bound, comparisons, type Operator, spatials, temporals } from './syntax.ts'
import type { FilteredFeature } from './values.ts'

const op = (name: Operator, ...args: Expression[]): Expression => ({ kind: 'operation', op: name, args })
const property = (name: string): Expression => ({ kind: 'property', name })

/** Names as people give them, with and without need of quotes. */
const names = fc.oneof(
  fc.constantFrom(
    'a',
    'b.c',
    'date',
    'and',
    'Straße',
    'Straße Nr.',
    '"',
    'x-y',
    '1',
    ':_',
    "it's",
    '🙂',
    'a\u0301',
  ),
  fc.string({ minLength: 1, maxLength: 5, unit: 'grapheme' }),
)
const numbers = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
)
const strings = fc.oneof(
  fc.string({ maxLength: 8, unit: 'grapheme' }),
  fc.string({ maxLength: 6, unit: fc.constantFrom("'", '\\', 'n', '"', '%', '_', '\n', 'é') }),
)
const dates = fc.constantFrom('2026-11-30', '2024-02-29', '0001-01-01')
const times = fc.constantFrom(
  '2026-11-30T18:00:00Z',
  '2026-11-30T18:00:00.123456Z',
  '2026-11-30T18:00:00+01:00',
)
const instants = fc.oneof(
  dates.map((value): Expression & Bound => ({ kind: 'instant', unit: 'date', value })),
  times.map((value): Expression & Bound => ({ kind: 'instant', unit: 'timestamp', value })),
)
const bounds: fc.Arbitrary<Bound> = fc.oneof(
  fc.constant('..' as const),
  instants,
  names.map((name): Bound => ({ kind: 'property', name })),
)
const intervals = fc.tuple(bounds, bounds).map(([from, to]): Expression => ({ kind: 'interval', from, to }))

const coordinates = fc.oneof(fc.integer({ min: -5, max: 5 }), numbers)
const positions: fc.Arbitrary<Position> = fc.oneof(
  fc.tuple(coordinates, coordinates),
  fc.tuple(coordinates, coordinates, coordinates),
)
const lines = fc.array(positions, { minLength: 2, maxLength: 4 })
const rings = fc
  .array(positions, { minLength: 3, maxLength: 4 })
  .map((ring) => [...ring, ring[0] as Position])
const polygons = fc.array(rings, { minLength: 1, maxLength: 2 })
const some = <Item>(item: fc.Arbitrary<Item>) => fc.array(item, { minLength: 1, maxLength: 2 })
const geometries: fc.Arbitrary<Geometry> = fc.letrec<{ any: Geometry; simple: Geometry }>((tie) => ({
  any: fc.oneof(
    { weight: 6, arbitrary: tie('simple') },
    {
      weight: 1,
      arbitrary: some(tie('simple')).map(
        (parts) => ({ type: 'GeometryCollection', geometries: parts }) as Geometry,
      ),
    },
  ),
  simple: fc.oneof(
    positions.map((at): Geometry => ({ type: 'Point', coordinates: at })),
    some(positions).map((at): Geometry => ({ type: 'MultiPoint', coordinates: at })),
    lines.map((at): Geometry => ({ type: 'LineString', coordinates: at })),
    some(lines).map((at): Geometry => ({ type: 'MultiLineString', coordinates: at })),
    polygons.map((at): Geometry => ({ type: 'Polygon', coordinates: at })),
    some(polygons).map((at): Geometry => ({ type: 'MultiPolygon', coordinates: at })),
  ),
})).any

/** Any filter that the grammar allows. */
const filters: fc.Arbitrary<Expression> = fc.letrec<
  Record<
    'condition' | 'text' | 'number' | 'value' | 'shape' | 'time' | 'list' | 'call' | 'pattern',
    Expression
  >
>((tie) => {
  const named = fc.oneof(names.map(property), tie('call'))
  const several = (item: fc.Arbitrary<Expression>, least: number) =>
    fc.array(item, { minLength: least, maxLength: 3 })
  const literal = (value: string | number | boolean): Expression => ({ kind: 'literal', value })
  return {
    condition: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'tree', depthSize: 'small' },
      fc.boolean().map(literal),
      fc
        .tuple(fc.constantFrom(...comparisons), tie('value'), tie('value'))
        .map(([name, a, b]) => op(name, a, b)),
      fc
        .tuple(fc.constantFrom('and', 'or'), several(tie('condition'), 2))
        .map(([name, args]) => op(name, ...args)),
      tie('condition').map((inner) => op('not', inner)),
      fc.tuple(fc.oneof(tie('text'), named), tie('pattern')).map((args) => op('like', ...args)),
      fc.tuple(tie('number'), tie('number'), tie('number')).map((args) => op('between', ...args)),
      fc
        .tuple(tie('value'), several(tie('value'), 0))
        .map(([a, items]) => op('in', a, { kind: 'list', items })),
      fc.oneof(tie('condition'), tie('value'), tie('shape'), tie('time')).map((inner) => op('isNull', inner)),
      fc
        .tuple(fc.constantFrom(...spatials), tie('shape'), tie('shape'))
        .map(([name, a, b]) => op(name, a, b)),
      fc.tuple(fc.constantFrom(...temporals), tie('time'), tie('time')).map(([name, a, b]) => op(name, a, b)),
      fc.tuple(fc.constantFrom(...arrays), tie('list'), tie('list')).map(([name, a, b]) => op(name, a, b)),
      tie('call'),
    ),
    text: fc.oneof(
      { maxDepth: 2 },
      strings.map(literal),
      fc
        .tuple(fc.constantFrom('casei', 'accenti'), fc.oneof(tie('text'), named))
        .map(([name, inner]) => op(name, inner)),
    ),
    pattern: fc.oneof(
      { maxDepth: 2 },
      strings.map(literal),
      fc.tuple(fc.constantFrom('casei', 'accenti'), tie('pattern')).map(([name, inner]) => op(name, inner)),
    ),
    number: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'tree' },
      numbers.map(literal),
      named,
      fc
        .tuple(fc.constantFrom(...arithmetics), tie('number'), tie('number'))
        .map(([name, a, b]) => op(name, a, b)),
    ),
    value: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'tree' },
      fc.boolean().map(literal),
      tie('text'),
      tie('number'),
      instants,
      named,
    ),
    shape: fc.oneof(
      geometries.map((geometry): Expression => ({ kind: 'shape', geometry })),
      fc
        .array(numbers, { minLength: 4, maxLength: 4 })
        .map((box): Expression => ({ kind: 'box', numbers: box })),
      fc
        .array(numbers, { minLength: 6, maxLength: 6 })
        .map((box): Expression => ({ kind: 'box', numbers: box })),
      named,
    ),
    time: fc.oneof(instants, intervals, named),
    list: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'tree' },
      names.map(property),
      several(fc.oneof(tie('value'), tie('list'), tie('condition'), tie('shape'), tie('time')), 0).map(
        (items): Expression => ({ kind: 'list', items }),
      ),
    ),
    call: fc
      .tuple(
        fc.constantFrom('f', 'Buffer', 'x.y'),
        fc.oneof(
          { maxDepth: 2, depthIdentifier: 'tree' },
          fc.constant([]),
          several(fc.oneof(tie('value'), tie('condition'), tie('list')), 0),
        ),
      )
      .map(([name, args]): Expression => ({ kind: 'function', name, args })),
  }
}).condition

describe('reading what was written gives the same tree', () => {
  test('in text', () => {
    fc.assert(
      fc.property(filters, (tree) => {
        const written = toText(tree)
        expect(parseText(written), written).toEqual({ tree })
      }),
      { numRuns: 1000 },
    )
  })

  test('in JSON', () => {
    fc.assert(
      fc.property(filters, (tree) => {
        expect(parseJson(JSON.stringify(toJson(tree)))).toEqual({ tree })
      }),
      { numRuns: 500 },
    )
  })
})

const fields: Fields = new Map([
  ['n', 'number'],
  ['t', 'text'],
  ['g', 'geometry'],
] as const)
const small = fc.integer({ min: 0, max: 3 })
const features: fc.Arbitrary<FilteredFeature> = fc.record({
  properties: fc.record({ n: fc.option(small), t: fc.option(fc.constantFrom('a', 'b', 'ab')) }),
  geometry: fc.option(
    fc.oneof(
      fc.tuple(small, small).map((at): Geometry => ({ type: 'Point', coordinates: at })),
      fc.tuple(small, small, small, small).map(([a, b, c, d]): Geometry => ({
        type: 'LineString',
        coordinates: [
          [a, b],
          [c, d],
        ],
      })),
    ),
  ),
})
const boxes = fc.tuple(small, small, small, small).map(([a, b, c, d]): Expression => ({
  kind: 'box',
  numbers: [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)],
}))
const number = (value: number): Expression => ({ kind: 'literal', value })
/** Conditions on the features above, some of them unknown. */
const predicates: fc.Arbitrary<Expression> = fc.letrec<{ any: Expression }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    fc
      .tuple(fc.constantFrom(...comparisons), small)
      .map(([name, value]) => op(name, property('n'), number(value))),
    fc.constantFrom('a%', '_', '%b').map((value) => op('like', property('t'), { kind: 'literal', value })),
    fc.tuple(fc.constantFrom(...spatials), boxes).map(([name, box]) => op(name, property('g'), box)),
    fc.tuple(fc.constantFrom(...spatials), boxes).map(([name, box]) => op(name, box, property('g'))),
    fc
      .tuple(fc.constantFrom(...comparisons), boxes, fc.integer({ min: 0, max: 200_000 }), fc.boolean())
      .map(([name, box, metres, turned]) => {
        const call: Expression = { kind: 'function', name: 'distance', args: [property('g'), box] }
        return turned ? op(name, number(metres), call) : op(name, call, number(metres))
      }),
    fc.constantFrom('n', 't', 'g').map((name) => op('isNull', property(name))),
    fc.tuple(fc.constantFrom('and', 'or'), tie('any'), tie('any')).map(([name, a, b]) => op(name, a, b)),
    tie('any').map((inner) => op('not', inner)),
  ),
})).any

/** True, false, or null, seen from outside. */
async function valueOf(tree: Expression, feature: FilteredFeature): Promise<boolean | null> {
  const [yes, no] = await Promise.all([compile(tree, fields), compile(op('not', tree), fields)])
  if ('fault' in yes || 'fault' in no) return expect.fail('does not compile')
  if (yes.matches(feature)) return true
  return no.matches(feature) ? false : null
}

describe('conditions follow the laws of logic with an unknown', () => {
  /** Ranks of the standard's first table: AND is the least, OR the most. */
  const rank = (value: boolean | null) => (value === null ? 0.5 : Number(value))

  test('AND, OR and NOT', async () => {
    await fc.assert(
      fc.asyncProperty(predicates, predicates, features, async (a, b, feature) => {
        const [x, y] = [rank(await valueOf(a, feature)), rank(await valueOf(b, feature))]
        expect(rank(await valueOf(op('and', a, b), feature))).toBe(Math.min(x, y))
        expect(rank(await valueOf(op('or', a, b), feature))).toBe(Math.max(x, y))
        expect(rank(await valueOf(op('not', a), feature))).toBe(1 - x)
        expect(await valueOf(op('isNull', a), feature)).toBe(x === 0.5)
      }),
      { numRuns: 300 },
    )
  })
})

test('the box never loses a match', async () => {
  const seen = { boxes: 0, matches: 0 }
  await fc.assert(
    fc.asyncProperty(predicates, fc.array(features, { minLength: 5, maxLength: 10 }), async (tree, all) => {
      const box = boxOf(tree)
      const compiled = await compile(tree, fields)
      if (!box || 'fault' in compiled) return
      seen.boxes += 1
      for (const feature of all.filter(compiled.matches)) {
        seen.matches += 1
        expect(boxesMeet(feature.geometry ? boxOfGeometry(feature.geometry) : emptyBox, box)).toBe(true)
      }
    }),
    { numRuns: 1000 },
  )
  expect(seen.boxes).toBeGreaterThan(50)
  expect(seen.matches).toBeGreaterThan(50)
})

test('a pattern means what the regular expression of it does', () => {
  const letters = fc.string({ maxLength: 7, unit: fc.constantFrom('a', 'b', '%', '_', '\\', '🙂') })
  const asExpression = (pattern: string) =>
    new RegExp(
      `^${pattern.replaceAll(/\\(.)|([%_])|(.)/gsu, (_, escaped?: string, wild?: string, plain?: string) => {
        if (wild) return wild === '%' ? '.*' : '.'
        return (escaped ?? plain ?? '').replace(/[\\^$.*+?()[\]{}|]/u, '\\$&')
      })}$`,
      'su',
    )
  fc.assert(
    fc.property(letters, letters, (pattern, text) => {
      expect(likePattern(pattern)(text)).toBe(asExpression(pattern).test(text))
    }),
    { numRuns: 2000 },
  )
})
