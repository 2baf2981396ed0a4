import { describe, expect, test } from 'vitest'
import { compile, type Fields, filterFunctions, parseText } from './index.ts'

const fields: Fields = new Map([
  ['id', 'number'],
  ['name', 'text'],
  ['plz', 'text'],
  ['count', 'number'],
  ['open', 'boolean'],
  ['day', 'date'],
  ['from', 'timestamp'],
  ['to', 'timestamp'],
  ['tags', 'list'],
  ['json', 'text'],
  ['geom', 'geometry'],
] as const)

const rows = [
  {
    name: 'Große Straße',
    plz: '18055',
    count: 5,
    json: '[1, "x"]',
    open: true,
    day: '2026-05-01',
    tags: ['a', 'b', 2],
  },
  { name: 'GROSSE STRASSE', plz: '19053', json: '[1', count: 0, open: false, day: '2026-05-02', tags: [] },
  { name: 'Mu\u0308hlenweg 50%', count: -7, from: '2026-05-01T10:00:00Z', to: '2026-05-02T10:00:00.5+02:00' },
  { name: 'Ærø_Kai', open: true, from: '2026-05-01T12:00:00', tags: ['2026-05-01T12:00:00+00:00', [1, 'x']] },
  { count: null, open: null, day: 'soon', from: '2026-05-03' },
]
const features = rows.map((properties, index) => ({
  properties: { id: index, ...properties },
  geometry: index < 4 ? { type: 'Point' as const, coordinates: [index, index] } : null,
}))

async function outcome(filter: string): Promise<readonly number[] | string> {
  const parsed = parseText(filter)
  if ('fault' in parsed) return `does not parse: ${parsed.fault.message}`
  const compiled = await compile(parsed.tree, fields)
  if ('fault' in compiled) return compiled.fault.message
  return features.filter(compiled.matches).map(({ properties }) => properties.id)
}

const all = [0, 1, 2, 3, 4]

describe('which features match', () => {
  test.each<[string, readonly number[]]>([
    // What is unknown is neither true nor false (table 1 of the standard).
    ['count > 0', [0]],
    ['NOT (count > 0)', [1, 2]],
    ['count > 0 OR open = TRUE', [0, 3]],
    ['NOT (count > 0 AND open = TRUE)', [1, 2]],
    ['count = count', [0, 1, 2]],
    ['(count > 0) IS NULL', [3, 4]],
    ['count IS NULL AND name IS NOT NULL', [3]],
    ['count IN (5, 0)', [0, 1]],
    ['count NOT IN (5, 0)', [2]],
    ['count IN (5, 1 / 0)', [0]],
    ['count NOT IN (5, 1 / 0)', []],
    ['count IN (count + 0, 9)', [0, 1, 2]],
    ['count IN ()', []],
    ['count NOT BETWEEN -7 AND 0', [0]],
    ['count BETWEEN 1 AND id / 0', []],
    ['FALSE OR TRUE', all],

    // Numbers.
    ['count * 2 - 1 = 9', [0]],
    ['count % 2 = -1', [2]],
    ['count div 2 = -3', [2]],
    ['count ^ 2 = 49 OR -count = 0', [1, 2]],
    ['1 / count > -1', [0, 2]],
    ['10 / count IS NULL', [1, 3, 4]],

    // Texts.
    ["name = 'Große Straße'", [0]],
    ["CASEI(name) = CASEI('GROSSE straße')", [0, 1]],
    ["ACCENTI(name) = ACCENTI('Grosse Strasse')", [0]],
    ["name = 'Mühlenweg 50%'", [2]],
    ["name LIKE 'M_hlen%'", [2]],
    ["name LIKE '%50\\%'", [2]],
    ["name LIKE '%\\_%'", [3]],
    ["name LIKE '%_%'", [0, 1, 2, 3]],
    ["name LIKE '%o%e%S%ße'", [0]],
    ["name LIKE '%e%e'", [0]],
    ["name LIKE '%e%e%e'", []],
    ["name NOT LIKE 'G%'", [2, 3]],
    ["ACCENTI(CASEI(name)) LIKE ACCENTI(CASEI('æRo%'))", [3]],
    ["name >= 'M'", [2, 3]],
    ["name LIKE ''", []],
    ["plz > '18999'", [1]],

    // Dates and times: a day and a time are compared by the day.
    ["day = DATE('2026-05-01')", [0]],
    ["day = '2026-05-01'", [0]],
    ["day > '2026-05-01T23:00:00Z'", [1]],
    ['day IS NULL', [2, 3]],
    ["day IN (DATE('2026-05-02'), '2026-05-03')", [1]],
    ["from IN (DATE('2026-05-01'), DATE('2026-05-09'))", [2, 3]],
    ["from NOT IN (DATE('2026-05-01'))", [4]],
    ["from = DATE('2026-05-01')", [2, 3]],
    ["from > DATE('2026-05-01')", [4]],
    ["from < TIMESTAMP('2026-05-01T12:00:00Z')", [2]],
    ["from <= '2026-05-01T14:00:00+02:00'", [2, 3]],
    ["from BETWEEN DATE('2026-05-02') AND DATE('2026-05-03')", [4]],
    ["to = TIMESTAMP('2026-05-02T08:00:00.500Z')", [2]],
    ["T_INTERSECTS(INTERVAL(from, to), INTERVAL('..', '2026-05-01'))", [2]],
    ["T_CONTAINS(INTERVAL('..', '..'), INTERVAL(from, to))", [2]],
    ["T_AFTER(from, DATE('2026-05-01'))", [4]],
    ["T_DURING(INTERVAL(from, to), INTERVAL('2026-04-30', '2026-05-03'))", [2]],
    ["T_STARTS(INTERVAL('2026-01-01', '2026-01-02'), INTERVAL('2026-01-01', '..'))", all],
    ["T_FINISHES(INTERVAL('2026-01-02', '..'), INTERVAL('2026-01-01', '..'))", all],
    ["T_MEETS(INTERVAL('2026-01-01', '2026-01-02'), INTERVAL('2026-01-02', '..'))", all],
    ["T_EQUALS(INTERVAL('..', '..'), INTERVAL('..', '..'))", all],

    // Lists are sets.
    ["A_CONTAINS(tags, ('b', 'a'))", [0]],
    ["A_EQUALS(tags, (2, 'b', 'a', 'a'))", [0]],
    ["A_EQUALS(tags, ('2', 'b', 'a'))", []],
    ["A_CONTAINEDBY(tags, ('a', 'b', 2, 3))", [0, 1]],
    ["A_OVERLAPS(('x', name), tags)", []],
    ["NOT A_OVERLAPS(tags, ('a'))", [1, 3]],
    ["A_CONTAINS(tags, (TIMESTAMP('2026-05-01T12:00:00Z')))", [3]],
    ["A_OVERLAPS(tags, ((1, 'x')))", [3]],
    ['A_EQUALS(tags, ())', [1]],
    ["A_CONTAINS(json, ('x'))", [0]],
    ["A_CONTAINEDBY(json, (1, 'x'))", [0]],

    // Places.
    ['S_INTERSECTS(geom, BBOX(1, 1, 2, 2))', [1, 2]],
    ['NOT S_INTERSECTS(geom, BBOX(1, 1, 2, 2))', [0, 3]],
    ['S_INTERSECTS(BBOX(3, -1, 0, 9), geom)', [0, 3]],
    ['S_WITHIN(geom, BBOX(0, 0, 0, 2, 2, 9))', [1]],
    ['S_TOUCHES(geom, BBOX(0, 0, 2, 2))', [0, 2]],
    ['S_DISJOINT(geom, geom)', []],
    ['geom IS NULL', [4]],
    ['S_CROSSES(LINESTRING(0 0, 2 2), LINESTRING(0 2, 2 0))', all],
    ['S_INTERSECTS(geom, GEOMETRYCOLLECTION(POINT(0 0), LINESTRING(3 0, 3 9)))', [0, 3]],

    // Functions.
    ['length(name) = 12', [0]],
    ["contains(name, 'STRASSE')", [0, 1]],
    ['distance(geom, POINT(0 0)) < 112000', [0]],
    ['distance(POINT(2 2), geom) <= 157000 AND distance(geom, geom) = 0', [1, 2, 3]],
    ['200000 > distance(geom, LINESTRING(5 2, 9 2))', []],
    ['400000 > distance(geom, LINESTRING(5 2, 9 2))', [2, 3]],
    ['abs(count) = 7 AND round(count / 2) = -3', [2]],
    ['floor(1.5) + ceiling(1.5) = 3', all],
    ['year(day) = 2026 AND month(day) = 5 AND day("day") = 2', [1]],
    ["NOT Contains(name, 'x')", [0, 1, 2, 3]],
  ])('%s', async (filter, expected) => {
    expect(await outcome(filter)).toEqual(expected)
  })
})

describe('what can never be answered is refused in words', () => {
  test.each<[string, string | RegExp]>([
    ['nmae = 1', 'The property "nmae" is not queryable; texts are written in single quotes.'],
    ['Name = 1', 'The property "Name" is not queryable; there is "name".'],
    ['a = NULL', 'does not parse: Nothing equals NULL; write IS NULL or IS NOT NULL.'],
    ['plz = 18055', `The property "plz" is a text, which cannot be compared with a number; write '18055'.`],
    ["count = 'x'", /"count" is a number, which cannot be compared with a text/],
    ["day = 'soon'", '"soon" is no date or time.'],
    ['day = 5', /"day" is a date or time, which cannot be compared with a number/],
    ['open = 1', /"open" is true or false, which cannot be compared with a number/],
    ['geom = 1', /"geom" is a geometry/],
    ['tags = tags', /"tags" is a list, which cannot be compared with a list/],
    ['name + 1 = 2', /"name" is a text, where a number is needed/],
    ["CASEI(count) = 'x'", /"count" is a number/],
    ["count LIKE 'x'", /"count" is a number/],
    ['S_INTERSECTS(name, POINT(1 1))', /"name" is a text/],
    [
      "T_DURING(from, INTERVAL('..', '2026-01-01'))",
      'T_DURING compares intervals; write INTERVAL(start, end).',
    ],
    ['T_AFTER(count, from)', /"count" is a number/],
    ['A_EQUALS(count, ())', /Only properties that are lists/],
    [
      'S_TOUCHES(geom, GEOMETRYCOLLECTION(POINT(0 0), LINESTRING(3 0, 3 9)))',
      /takes no collection that mixes/,
    ],
    ['S_INTERSECTS(geom, BBOX(0, 2, 1, 1))', /south of a box/],
    ['S_INTERSECTS(geom, BBOX(200, 1, 1, 1))', /west of a box/],
    ['drop(name) = 1', /There is no function "drop"; there are: length/],
    ['length(name, 1) = 1', 'The function length takes 1 arguments, not 2.'],
    ['distance(name, geom) = 1', /"name" is a text, where a geometry is needed/],
    ['length(count) = 1', /"count" is a number/],
    ['name IN (1)', /"name" is a text, which cannot be compared with a number; write '1'/],
  ])('%s', async (filter, message) => {
    expect(await outcome(filter)).toEqual(
      typeof message === 'string' ? message : expect.stringMatching(message),
    )
  })
})

test('every function tells what it does', () => {
  for (const { name, description } of filterFunctions.values()) {
    expect(name).toMatch(/^[a-z]+$/)
    expect(description).toMatch(/^[A-Z].*\.$/)
  }
})
