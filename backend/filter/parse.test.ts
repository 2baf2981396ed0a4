import { describe, expect, test } from 'vitest'
import { filterLimits, parseJson, parseText, toJson, toText } from './index.ts'

const readText = (filter: string): unknown => {
  const parsed = parseText(filter)
  return 'tree' in parsed ? toJson(parsed.tree) : parsed.fault
}

/** Text, how we write it, and what it is in JSON. */
const same: readonly (readonly [text: string, written: string, json: unknown])[] = [
  [
    'a=1 and b>2 AND c<>3',
    'a = 1 AND b > 2 AND c <> 3',
    and(eq('a', 1), op('>', p('b'), 2), op('<>', p('c'), 3)),
  ],
  ['(a=1 or b=2) and c=3', '(a = 1 OR b = 2) AND c = 3', and(op('or', eq('a', 1), eq('b', 2)), eq('c', 3))],
  ['NOT (a=1)', 'NOT a = 1', op('not', eq('a', 1))],
  ["name not like 'A%'", "name NOT LIKE 'A%'", op('not', op('like', p('name'), 'A%'))],
  ["NOT name LIKE 'A%'", "name NOT LIKE 'A%'", op('not', op('like', p('name'), 'A%'))],
  ['a NOT IN (1,2)', 'a NOT IN (1, 2)', op('not', op('in', p('a'), [1, 2]))],
  ['a IS NOT NULL', 'a IS NOT NULL', op('not', op('isNull', p('a')))],
  ['(a = 1) IS NULL', '(a = 1) IS NULL', op('isNull', eq('a', 1))],
  ['a BETWEEN 1+2 AND 9', 'a BETWEEN 1 + 2 AND 9', op('between', p('a'), op('+', 1, 2), 9)],
  [
    'a - (b - 1) = -c',
    'a - (b - 1) = -1 * c',
    op('=', op('-', p('a'), op('-', p('b'), 1)), op('*', -1, p('c'))),
  ],
  [
    '2*a^2 div 3 % 4 < -5',
    '2 * a ^ 2 div 3 % 4 < -5',
    op('<', op('%', op('div', op('*', 2, op('^', p('a'), 2)), 3), 4), -5),
  ],
  [
    "CASEI(ACCENTI(a)) = casei('x')",
    "CASEI(ACCENTI(a)) = CASEI('x')",
    op('=', op('casei', op('accenti', p('a'))), op('casei', 'x')),
  ],
  [`"date" = date('2026-02-28')`, `"date" = DATE('2026-02-28')`, op('=', p('date'), { date: '2026-02-28' })],
  ['"Straße Nr." = \'a\'', '"Straße Nr." = \'a\'', op('=', p('Straße Nr.'), 'a')],
  ['straße.länge = .5e1', 'straße.länge = 5', eq('straße.länge', 5)],
  [`a = 'it''s\\n\\'\\\\'`, `a = 'it''s\n''\\\\'`, eq('a', "it's\n'\\")],
  [`a LIKE '50\\%'`, `a LIKE '50\\\\%'`, op('like', p('a'), '50\\%')],
  [
    "T_DURING(INTERVAL(a, '..'), interval('2020-01-01', '2020-01-01T10:00:00Z'))",
    "T_DURING(INTERVAL(a, '..'), INTERVAL('2020-01-01', '2020-01-01T10:00:00Z'))",
    op('t_during', { interval: [p('a'), '..'] }, { interval: ['2020-01-01', '2020-01-01T10:00:00Z'] }),
  ],
  [
    "A_CONTAINS(a, ('x', 1, true, (2)))",
    "A_CONTAINS(a, ('x', 1, TRUE, (2)))",
    op('a_contains', p('a'), ['x', 1, true, [2]]),
  ],
  ['a_equals(a, ())', 'A_EQUALS(a, ())', op('a_equals', p('a'), [])],
  [
    'A_EQUALS(a, ((1 + 2) * 3, (1 + 2), 4))',
    'A_EQUALS(a, ((1 + 2) * 3, (1 + 2), 4))',
    op('a_equals', p('a'), [op('*', op('+', 1, 2), 3), [op('+', 1, 2)], 4]),
  ],
  ['Buffer(geom, 10, "m") = 1', 'Buffer(geom, 10, m) = 1', op('=', op('Buffer', p('geom'), 10, p('m')), 1)],
  [
    'S_INTERSECTS(geom, BBOX(150,-90,-150,90))',
    'S_INTERSECTS(geom, BBOX(150, -90, -150, 90))',
    op('s_intersects', p('geom'), { bbox: [150, -90, -150, 90] }),
  ],
  [
    'S_WITHIN(geom,POINT Z(1 2 3))',
    'S_WITHIN(geom, POINT Z (1 2 3))',
    op('s_within', p('geom'), { type: 'Point', coordinates: [1, 2, 3] }),
  ],
  [
    'S_TOUCHES(geom,MULTIPOLYGON(((0 0,1 0,1 1,0 0))))',
    'S_TOUCHES(geom, MULTIPOLYGON(((0 0, 1 0, 1 1, 0 0))))',
    op('s_touches', p('geom'), {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 0],
          ],
        ],
      ],
    }),
  ],
  [
    'S_DISJOINT(geom,GEOMETRYCOLLECTION(MULTIPOINT(1 2,(3 4)),LINESTRING(0 0,1e2 -.5)))',
    'S_DISJOINT(geom, GEOMETRYCOLLECTION(MULTIPOINT((1 2), (3 4)), LINESTRING(0 0, 100 -0.5)))',
    op('s_disjoint', p('geom'), {
      type: 'GeometryCollection',
      geometries: [
        {
          type: 'MultiPoint',
          coordinates: [
            [1, 2],
            [3, 4],
          ],
        },
        {
          type: 'LineString',
          coordinates: [
            [0, 0],
            [100, -0.5],
          ],
        },
      ],
    }),
  ],
  ['true', 'TRUE', true],
]

describe('text and JSON say the same', () => {
  test.each(same)('%s', (text, written, json) => {
    expect(readText(text)).toEqual(json)
    const parsed = parseJson(JSON.stringify(json))
    expect('tree' in parsed && toText(parsed.tree)).toBe(written)
    expect(readText(written)).toEqual(json)
  })
})

describe('a filter that is none is told what and where', () => {
  test.each([
    ['', 0, /Expected a value, but here the filter ends/],
    ['a', 0, /property alone is no condition/],
    ['1 + 2', 0, /A filter is a condition; this is a number/],
    ['a = ', 4, /Expected a value/],
    ['a = 1 b', 6, /Expected AND, OR or the end of the filter, but here there is "b"/],
    ['a = 1 AND b', 6, /property alone is no condition for AND/],
    ["a = 'x", 4, /no closing quote/],
    ['"a = 1', 0, /no closing quote/],
    ['a = 1 ; b', 6, /";" means nothing here/],
    ['a = (1', 6, /Expected "\)"/],
    ['a LIKE 5', 2, /LIKE takes a text, not a number/],
    ['a LIKE b', 2, /LIKE takes a text, not a property/],
    ['a IS 5', 5, /Expected NULL or NOT NULL/],
    ['a NOT 5', 6, /Expected LIKE, BETWEEN or IN/],
    ['date = 1', 0, /DATE is a word of CQL2.*"date"/],
    ["a = DATE('2026-02-30')", 9, /is no date/],
    ["a = TIMESTAMP('2026-02-28')", 14, /is no time/],
    ['a = 1e999', 4, /too large/],
    ['a ^ 2 ^ 3 = 1', 6, /parentheses/],
    ['(a = 1) + 2 = 3', 8, /\+ takes a number.*not a condition/],
    ['S_INTERSECTS(a)', 0, /takes 2 operands, not 1/],
    ['S_INTERSECTS(a, POLYGON((0 0, 1 0, 1 1)))', 23, /ring/],
    ['S_INTERSECTS(a, LINESTRING(0 0))', 26, /two positions/],
    ['S_INTERSECTS(a, BBOX(1, 2, 3))', 16, /four numbers/],
    ['S_INTERSECTS(a, MULTIPOINT())', 26, /at least one position/],
    ["T_AFTER(INTERVAL('2020-01-01'), a)", 8, /a start and an end/],
  ])('%s', (filter, at, message) => {
    expect(readText(filter)).toEqual({ at, message: expect.stringMatching(message) })
  })

  test.each([
    ['{', '', /no JSON/],
    ['null', '', /NULL is no operand/],
    ['{"a":1}', '', /members op, property/],
    ['{"op":"and","args":[true]}', '', /AND takes 2 operands, not 1/],
    ['{"op":"not","args":[{"op":"=","args":[{"property":"a"},null]}]}', '/args/0/args/1', /NULL/],
    ['{"op":"=","args":[{"date":"2026-13-01"},1]}', '/args/0/date', /no date/],
    [
      '{"op":"s_within","args":[{"property":"g"},{"type":"Point","coordinates":["1",2]}]}',
      '/args/1/coordinates',
      /two numbers/,
    ],
    ['{"op":"s_within","args":[{"property":"g"},{"type":"Circle"}]}', '/args/1/type', /no type of geometry/],
    ['{"op":"date","args":[]}', '', /"date" is no function/],
    ['{"op":"=","args":"a"}', '', /list of args/],
  ])('%s', (filter, at, message) => {
    const parsed = parseJson(filter)
    expect('fault' in parsed && parsed.fault).toEqual({ at, message: expect.stringMatching(message) })
  })
})

describe('a filter may not be too much', () => {
  const tooDeep = /nested deeper/
  const long = filterLimits.length / 2
  const cases: readonly (readonly [name: string, filter: string, message: RegExp])[] = [
    ['parentheses', '('.repeat(long), tooDeep],
    ['NOT', 'NOT '.repeat(100_000) + 'TRUE', tooDeep],
    ['signs', `a = ${'-'.repeat(long)}b`, /Expected|nested/],
    ['functions', 'f('.repeat(long / 2), tooDeep],
    ['lists', `A_EQUALS(a, ${'('.repeat(long)}`, tooDeep],
    ['a long sum', `a = ${'1+'.repeat(1000)}1`, tooDeep],
    ['a long list', `a IN (${'1,'.repeat(filterLimits.nodes)}1)`, /more than 5000/],
    ['collections', `S_INTERSECTS(g, ${'GEOMETRYCOLLECTION('.repeat(1000)}`, /nested/],
    [
      'positions',
      `S_INTERSECTS(g, LINESTRING(${'0 0,'.repeat(filterLimits.positions)}0 0))`,
      /20000 positions/,
    ],
    ['operators', Array.from({ length: 501 }, (_, index) => `a = ${index}`).join(' OR '), /500 operators/],
    ['relations', Array.from({ length: 11 }, () => 'S_TOUCHES(g, POINT(1 1))').join(' OR '), /10 relations/],
    ['a long text', `a = '${'x'.repeat(filterLimits.length)}'`, /longer than/],
    ['a long pattern', `a LIKE '${'%a'.repeat(1000)}'`, /pattern/],
  ]

  test.each(cases)('%s', (_, filter, message) => {
    expect(readText(filter)).toMatchObject({ message: expect.stringMatching(message) })
  })

  test('JSON nested without end', () => {
    const nested = `${'{"op":"not","args":['.repeat(20_000)}true${']}'.repeat(20_000)}`
    expect(parseJson(nested)).toMatchObject({ fault: { message: expect.stringMatching(tooDeep) } })
    const lists = `{"op":"a_equals","args":[${'['.repeat(100_000)}${']'.repeat(100_000)},[]]}`
    expect(parseJson(lists)).toMatchObject({ fault: { message: expect.stringMatching(tooDeep) } })
  })
})

function op(name: string, ...args: unknown[]) {
  return { op: name, args }
}

function p(property: string) {
  return { property }
}

function eq(name: string, value: unknown) {
  return op('=', p(name), value)
}

function and(...args: unknown[]) {
  return op('and', ...args)
}
