import {
  boxOf,
  comparisonsOf,
  compile,
  type Fields,
  fieldsOf,
  type FilteredFeature,
  filterLimits,
  inSystem,
  parseJson,
  parseText,
  toJson,
  toText,
} from '@amtsweg/backend/filter/index.ts'
import { servedSystems } from '@amtsweg/backend/geometry/reference-system.ts'

/** Sound filters of all classes of CQL2, which are changed at random. */
export const soundFilters: readonly string[] = [
  "name = 'Müller''s \\n Straße' AND NOT (count <> 5 OR count >= -1.5e3) OR open = TRUE",
  "name NOT LIKE '%stra_e\\%' AND CASEI(name) LIKE CASEI('a%') OR ACCENTI(CASEI(name)) = ACCENTI('é')",
  'count BETWEEN 1 AND 2 + 3 * (4 - count) ^ 2 AND count NOT IN (1, 2, 3) OR name IS NOT NULL',
  'count % 3 = 1 AND 7 div count > 2 / 5 - -count',
  `day >= DATE('2026-01-01') AND "from" < TIMESTAMP('2026-05-01T10:00:00Z') AND day = '2026-02-03'`,
  `T_DURING(INTERVAL("from", '..'), INTERVAL('2026-01-01', '2026-12-31T00:00:00Z')) OR T_AFTER(day, DATE('2026-01-01'))`,
  "A_CONTAINS(tags, ('a', 1, TRUE, (2, 3), DATE('2026-01-01'))) AND A_OVERLAPS((1), tags)",
  'S_INTERSECTS(geom, BBOX(11, 53, 12, 54)) AND S_DISJOINT(POINT(11.5 53.5), geom)',
  'S_TOUCHES(geom, POLYGON((0 0, 10 0, 10 10, 0 10, 0 0), (2 2, 3 2, 3 3, 2 2))) OR S_EQUALS(geom, POINT Z(1 2 3))',
  'S_WITHIN(geom, MULTIPOLYGON(((0 0, 9 0, 9 9, 0 0)), ((20 20, 30 20, 30 30, 20 20)))) OR S_CROSSES(geom, LINESTRING(0 0, 9 9))',
  'S_OVERLAPS(geom, GEOMETRYCOLLECTION(MULTIPOINT((1 1), (2 2)), POINT(3 3))) AND S_CONTAINS(geom, MULTILINESTRING((0 0, 1 1), (2 2, 3 3)))',
  'distance(geom, POINT(11 53)) < 500 OR 1000 >= distance(LINESTRING(0 0, 9 9), geom)',
  `length(name) > 3 AND contains(name, 'x') AND year(day) = 2026 AND "name" IN (casei('a'), 'b')`,
]

const texts = [
  ...[
    "'",
    '"',
    '\\',
    '(',
    ')',
    ',',
    '-',
    '.',
    '%',
    '_',
    '^',
    '*',
    '=',
    '<',
    '>',
    '..',
    '\0',
    '🙂',
    'ß',
    '\u0301',
  ],
  ...[
    ' NOT ',
    ' AND ',
    ' OR ',
    ' IS NULL',
    ' LIKE ',
    ' IN ',
    ' BETWEEN ',
    ' DIV ',
    'POINT',
    'CASEI(',
    'DATE(',
    'INTERVAL(',
  ],
  ...[
    '1e999',
    '-0',
    '1e-400',
    '99999999999999999999',
    'BBOX(0,0,0,0)',
    '__proto__',
    'constructor(',
    'NaN',
    "'..'",
    '(((((',
  ],
]
const jsons = [
  ...[
    '"',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '\\',
    'null',
    'true',
    '1e999',
    '-0',
    '{}',
    '[]',
    '"op"',
    '"args"',
    '"property"',
  ],
  ...[
    '"__proto__":',
    '"type":"Point"',
    '"bbox"',
    '"interval"',
    '"date"',
    '[[[[',
    '"coordinates":[]',
    '"..":',
  ],
]

type Random = () => number
const below = (limit: number, random: Random): number => Math.floor(random() * limit)
const anyOf = <Item>(items: readonly Item[], random: Random): Item | undefined =>
  items[below(items.length, random)]

/** Changes a filter in one to three places: signs put in, pieces cut out, repeated, or exchanged. */
function changeLetters(filter: string, words: readonly string[], random: Random): string {
  let changed = filter
  for (let left = 1 + below(3, random); left > 0; left -= 1) {
    const from = below(changed.length + 1, random)
    const to = Math.min(changed.length, from + below(12, random))
    const part = changed.slice(from, to)
    const other = below(changed.length + 1, random)
    const pieces = [
      anyOf(words, random),
      '',
      part.repeat(2 + below(30, random)),
      part + changed.slice(other, other + below(25, random)),
    ]
    changed = changed.slice(0, from) + (anyOf(pieces, random) ?? '') + changed.slice(to)
  }
  return changed
}

const tokens = (filter: string): string[] => filter.match(/'[^']*'|"[^"]*"|\s+|[\p{L}\d_.]+|[^]/gu) ?? []
const allTokens = [...soundFilters.flatMap(tokens).filter((token) => token.trim() !== ''), ...texts]

/** Exchanges one or two whole words for others. */
function changeWords(filter: string, random: Random): string {
  const changed = tokens(filter)
  for (let left = 1 + below(2, random); left > 0; left -= 1)
    changed[below(changed.length, random)] = anyOf(allTokens, random) ?? ''
  return changed.join('')
}

/** Exchanges a part of a tree for one of another, or for what has no place there. */
function changeTree(filter: string, others: readonly string[], random: Random): string {
  const strange = [
    null,
    {},
    [],
    1e300,
    -0,
    '',
    '..',
    [[]],
    { property: '__proto__' },
    { op: 'constructor', args: [] },
  ]
  const donors: unknown[] = []
  JSON.parse(anyOf(others, random) ?? '{}', (_, value: unknown) => (donors.push(value), value))
  let places = 0
  JSON.parse(filter, (_, value: unknown) => ((places += 1), value))
  const place = below(places, random)
  const replacement = random() < 0.8 ? anyOf(donors, random) : anyOf<unknown>(strange, random)
  let at = -1
  const changed: unknown = JSON.parse(
    filter,
    (_, value: unknown) => ((at += 1), at === place ? replacement : value),
  )
  return JSON.stringify(changed) ?? 'null'
}

const fields: Fields = new Map([
  ['name', 'text'],
  ['count', 'number'],
  ['open', 'boolean'],
  ['day', 'date'],
  ['from', 'timestamp'],
  ['tags', 'list'],
  ['geom', 'geometry'],
] as const)

const features: readonly FilteredFeature[] = [
  {
    properties: {
      name: 'Große Straße 50%',
      count: 3,
      open: true,
      day: '2026-02-03',
      from: '2026-05-01T09:00:00Z',
      tags: ['a', 1],
    },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [9, 0],
          [9, 9],
          [0, 0],
        ],
      ],
    },
  },
  {
    properties: {},
    geometry: {
      type: 'LineString',
      coordinates: [
        [0, 0],
        [9, 9],
      ],
    },
  },
  { properties: { name: null, count: NaN, day: 'soon', tags: [null] }, geometry: null },
]

export interface Tried {
  readonly read: boolean
  readonly answered: boolean
  /** How often the values of the features were looked at. */
  readonly looks: number
}

/** Does with a filter all that the server does with it. Throws if it is neither answered nor refused in words. */
export async function tryFilter(filter: string, encoding: 'text' | 'json'): Promise<Tried> {
  const parsed = encoding === 'text' ? parseText(filter) : parseJson(filter)
  if ('fault' in parsed) {
    const { message, at } = parsed.fault
    if (!/^\S.{3,250}\.$/s.test(message)) throw new Error(`No sentence: ${message}`)
    if (typeof at === 'number' ? at < 0 || at > filter.length : at === undefined)
      throw new Error(`No place: ${at}`)
    return { read: false, answered: false, looks: 0 }
  }
  const { tree } = parsed
  const written = JSON.stringify(toJson(tree))
  for (const again of [parseText(toText(tree)), parseJson(written)])
    if (!('tree' in again) || JSON.stringify(toJson(again.tree)) !== written)
      throw new Error(`Comes back otherwise: ${toText(tree)}`)
  for (const system of servedSystems) inSystem(tree, system)
  for (const hint of [fieldsOf(tree), comparisonsOf(tree, fields), boxOf(tree) ?? {}]) JSON.stringify(hint)

  const compiled = await compile(tree, fields)
  if ('fault' in compiled) return { read: true, answered: false, looks: 0 }
  let looks = 0
  for (const { properties, geometry } of features) {
    const watched = new Proxy(properties, {
      get: (target, name) => ((looks += 1), Reflect.get(target, name)),
    })
    if (typeof compiled.matches({ properties: watched, geometry }) !== 'boolean') throw new Error('No answer')
  }
  if (looks > filterLimits.nodes * features.length) throw new Error(`Looks ${looks} times`)
  return { read: true, answered: true, looks }
}

export interface Tally {
  readonly filters: number
  readonly refused: number
  readonly answered: number
  readonly slowest: number
}

/** Changes sound filters so many times, in both encodings, and tries each; `ask` is told of each as well. */
export async function tryMutations(
  count: number,
  random: () => number,
  ask: (filter: string, encoding: 'text' | 'json', index: number) => Promise<void>,
): Promise<Tally> {
  const tally = { filters: count, refused: 0, answered: 0, slowest: 0 }
  const sound = soundFilters.flatMap((text) => {
    const parsed = parseText(text)
    if ('fault' in parsed) throw new Error(`${text}: ${parsed.fault.message}`)
    return [
      { text, encoding: 'text', words: texts } as const,
      { text: JSON.stringify(toJson(parsed.tree)), encoding: 'json', words: jsons } as const,
    ]
  })
  const trees = sound.filter(({ encoding }) => encoding === 'json').map(({ text }) => text)
  for (let index = 0; index < count; index += 1) {
    const { text, encoding, words } = anyOf(sound, random) as (typeof sound)[number]
    const byLetters = random() < 0.4
    const change = encoding === 'json' ? changeTree(text, trees, random) : changeWords(text, random)
    const changed = byLetters ? changeLetters(text, words, random) : change
    const began = performance.now()
    try {
      const { read, answered } = await tryFilter(changed, encoding)
      if (!read) tally.refused += 1
      if (answered) tally.answered += 1
      tally.slowest = Math.max(tally.slowest, performance.now() - began)
      await ask(changed, encoding, index)
    } catch (error) {
      throw new Error(`Change ${index}, ${encoding}: ${changed}`, { cause: error })
    }
  }
  return tally
}
