import { describe, expect, test } from 'vitest'
import { all, checked, featuresOf, opened, refusal, zipOf } from './testing.ts'

const prj =
  'PROJCS["ETRS_1989_UTM_Zone_33N",GEOGCS["GCS_ETRS_1989",DATUM["D_ETRS_1989",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",15.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]'

const doubles = (...numbers: number[]) => {
  const bytes = Buffer.alloc(numbers.length * 8)
  numbers.forEach((number, index) => bytes.writeDoubleLE(number, index * 8))
  return bytes
}
const integers = (...numbers: number[]) => {
  const bytes = Buffer.alloc(numbers.length * 4)
  numbers.forEach((number, index) => bytes.writeInt32LE(number, index * 4))
  return bytes
}
const record = (type: number, ...parts: Buffer[]) => Buffer.concat([integers(type), ...parts])
const box = doubles(0, 0, 0, 0)
const area = (...rings: number[][]) => {
  const starts = rings.map((_, index) =>
    rings.slice(0, index).reduce((sum, ring) => sum + ring.length / 2, 0),
  )
  const points = rings.flat()
  return record(5, box, integers(rings.length, points.length / 2, ...starts), doubles(...points))
}

function shp(...records: Buffer[]): Buffer {
  const body = records.map((content, index) => {
    const head = Buffer.alloc(8)
    head.writeInt32BE(index + 1, 0)
    head.writeInt32BE(content.length / 2, 4)
    return Buffer.concat([head, content])
  })
  const head = Buffer.alloc(100)
  head.writeInt32BE(9994, 0)
  head.writeInt32BE((100 + body.reduce((sum, bytes) => sum + bytes.length, 0)) / 2, 24)
  head.writeInt32LE(1000, 28)
  return Buffer.concat([head, ...body])
}

/** Columns by name, kind, width and decimals; rows as they stand in the file. */
function dbf(
  columns: readonly (readonly [string, string, number, number?])[],
  ...rows: (readonly (string | Buffer)[])[]
): Buffer {
  const rowLength = 1 + columns.reduce((sum, [, , length]) => sum + length, 0)
  const head = Buffer.alloc(32 + columns.length * 32 + 1)
  head[0] = 3
  head.writeUInt32LE(rows.length, 4)
  head.writeUInt16LE(head.length, 8)
  head.writeUInt16LE(rowLength, 10)
  head[head.length - 1] = 0x0d
  columns.forEach(([name, kind, length, decimals = 0], index) => {
    const at = 32 + index * 32
    head.write(name, at, 'latin1')
    head.write(kind, at + 11, 'latin1')
    head[at + 16] = length
    head[at + 17] = decimals
  })
  const bytes = rows.map((row) => {
    const line = Buffer.alloc(rowLength, ' ')
    let at = 1
    columns.forEach(([, , length], index) => {
      Buffer.from(row[index] ?? '').copy(line, at, 0, length)
      at += length
    })
    return line
  })
  return Buffer.concat([head, ...bytes, Buffer.from([0x1a])])
}

const point = record(1, doubles(261811.5, 5945045.25))
const names = dbf([['name', 'C', 10]], ['Linde'])

describe('shapes', () => {
  const squares = [0, 0, 0, 9, 9, 9, 9, 0, 0, 0]
  const hole = [1, 1, 2, 1, 2, 2, 1, 2, 1, 1]
  const beside = [20, 0, 20, 9, 29, 9, 29, 0, 20, 0]
  const outer = [
    [0, 0],
    [9, 0],
    [9, 9],
    [0, 9],
    [0, 0],
  ]
  const inner = [
    [1, 1],
    [1, 2],
    [2, 2],
    [2, 1],
    [1, 1],
  ]

  test.each<[string, Buffer, unknown]>([
    ['none', record(0), null],
    ['a point', point, { type: 'Point', coordinates: [261811.5, 5945045.25] }],
    ['a point with height', record(11, doubles(1, 2, 3, -1e39)), { type: 'Point', coordinates: [1, 2, 3] }],
    [
      'points',
      record(8, box, integers(2), doubles(1, 2, 3, 4)),
      {
        type: 'MultiPoint',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    [
      'a line',
      record(3, box, integers(1, 2, 0), doubles(1, 2, 3, 4)),
      {
        type: 'LineString',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    [
      'a line with heights, without measures',
      record(13, box, integers(1, 2, 0), doubles(1, 2, 3, 4), doubles(0, 0), doubles(7, 8)),
      {
        type: 'LineString',
        coordinates: [
          [1, 2, 7],
          [3, 4, 8],
        ],
      },
    ],
    [
      'lines',
      record(3, box, integers(2, 4, 0, 2), doubles(1, 2, 3, 4, 5, 6, 7, 8)),
      {
        type: 'MultiLineString',
        coordinates: [
          [
            [1, 2],
            [3, 4],
          ],
          [
            [5, 6],
            [7, 8],
          ],
        ],
      },
    ],
    ['an area with a hole', area(squares, hole), { type: 'Polygon', coordinates: [outer, inner] }],
    [
      'two areas, the hole in the first',
      area(beside, squares, hole),
      {
        type: 'MultiPolygon',
        coordinates: [
          [
            [
              [20, 0],
              [29, 0],
              [29, 9],
              [20, 9],
              [20, 0],
            ],
          ],
          [outer, inner],
        ],
      },
    ],
    ['an area that runs as a hole would', area([...outer.flat()]), { type: 'Polygon', coordinates: [outer] }],
  ])('%s', async (_, content, geometry) => {
    const [read] = await featuresOf(await zipOf({ 'a.shp': shp(content), 'a.dbf': names }))
    expect(read).toEqual({ geometry, properties: { name: 'Linde' }, position: 1 })
  })

  test.each([
    ['of a kind that we do not know', record(31, box)],
    ['with more points than bytes', record(8, box, integers(2_000_000_000))],
    ['with more parts than bytes', record(5, box, integers(2_000_000_000, 1))],
    ['whose parts run backwards', record(5, box, integers(2, 1, 5, 0), doubles(1, 2))],
    ['that is no number', record(1, doubles(NaN, 2))],
    ['with half a point', record(1, Buffer.alloc(10))],
  ])('%s are told object by object', async (_, content) => {
    const path = await zipOf({
      'a.shp': shp(content, point),
      'a.dbf': dbf([['name', 'C', 3]], ['a'], ['b']),
      'a.prj': prj,
    })
    const { report } = await checked(path)
    expect(report.findings).toMatchObject([{ code: 'geometry-unreadable', positions: [1] }])
    expect(report.count).toBe(2)
  })

  test('with measures lose them, and that is said', async () => {
    const [read] = await featuresOf(
      await zipOf({ 'a.shp': shp(record(21, doubles(1, 2, 7))), 'a.dbf': names }),
    )
    expect(read?.faults).toEqual([{ code: 'measures-dropped' }])
  })
})

describe('columns', () => {
  test('are read by their kinds', async () => {
    const table = dbf(
      [
        ['text', 'C', 8],
        ['whole', 'N', 6],
        ['part', 'N', 8, 2],
        ['float', 'F', 12, 3],
        ['day', 'D', 8],
        ['yes', 'L', 1],
        ['stars', 'N', 4],
      ],
      ['Linde', '   -42', '   12.50', ' 1.5e3', '20261130', 'T', '****'],
      [],
    )
    const file = await opened(await zipOf({ 'a.shp': shp(point, point), 'a.dbf': table }))
    expect(file.fields.map(({ type }) => type)).toEqual([
      'text',
      'integer',
      'number',
      'number',
      'date',
      'boolean',
      'integer',
    ])
    const [first, second] = await all(file.features())
    expect(first?.properties).toEqual({
      text: 'Linde',
      whole: -42,
      part: 12.5,
      float: 1500,
      day: '2026-11-30',
      yes: true,
      stars: null,
    })
    expect(Object.values(second?.properties ?? {}).every((value) => value === null)).toBe(true)
  })

  test('of the same name are all kept', async () => {
    const table = dbf(
      [
        ['a', 'C', 1],
        ['a', 'C', 1],
      ],
      ['1', '2'],
    )
    const [read] = await featuresOf(await zipOf({ 'a.shp': shp(point), 'a.dbf': table }))
    expect(read?.properties).toEqual({ a: '1', a_2: '2' })
  })
})

describe('letters', () => {
  const latin = dbf([['name', 'C', 8]], [Buffer.from('Bäume', 'latin1')])
  const utf8 = dbf([['name', 'C', 8]], ['Bäume'])

  test.each([
    ['in UTF-8 by .cpg', utf8, 'UTF-8', []],
    ['in Windows-1252 by .cpg', latin, '1252', []],
    ['in ISO-8859-1 by .cpg', latin, 'ISO-8859-1', []],
    ['in UTF-8 without .cpg', utf8, undefined, ['encoding-guessed']],
    ['in Windows-1252 without .cpg', latin, undefined, ['encoding-guessed']],
    ['in Windows-1252 with a .cpg that nobody knows', latin, 'EBCDIC', ['encoding-guessed']],
  ])('%s', async (_, table, cpg, codes) => {
    const file = await opened(
      await zipOf({ 'a.shp': shp(point), 'a.dbf': table, ...(cpg ? { 'a.cpg': cpg } : {}) }),
    )
    const [read] = await all(file.features())
    expect(read?.properties).toEqual({ name: 'Bäume' })
    expect(file.faults.map(({ code }) => code)).toEqual(codes)
  })

  test('that are wrong by their .cpg are told', async () => {
    const path = await zipOf({ 'a.shp': shp(point), 'a.dbf': utf8, 'a.cpg': '1252', 'a.prj': prj })
    expect((await checked(path)).codes).toEqual(['text-mojibake'])
  })
})

describe('parts', () => {
  test('without .prj the system is asked for, with what fits', async () => {
    const { report } = await checked(await zipOf({ 'a.shp': shp(point), 'a.dbf': names }), {
      town: { minX: 11.3, minY: 53.5, maxX: 11.5, maxY: 53.7 },
    })
    expect(report.findings.map(({ code }) => code)).toEqual(['system-missing'])
    expect(report.suggestions).toMatchObject([{ code: '25833' }])
  })

  test('without .dbf only geometries are read, and that is said', async () => {
    expect((await checked(await zipOf({ 'a.shp': shp(point), 'a.prj': prj }))).codes).toEqual([
      'attributes-missing',
    ])
  })

  test('may lie in folders, in capitals, beside others', async () => {
    const path = await zipOf({
      'x/A.SHP': shp(point),
      'x/a.DBF': names,
      'x/a.Prj': prj,
      '__MACOSX/x/._A.SHP': 'x',
      'x/lies.txt': 'mich',
    })
    expect(await opened(path)).toMatchObject({ format: 'shapefile', declared: { system: { code: '25833' } } })
  })

  test('of several Shapefiles are layers', async () => {
    const path = await zipOf({
      'a.shp': shp(point),
      'b.shp': shp(point, point),
      'b.dbf': dbf([['name', 'C', 3]], ['1'], ['2']),
    })
    expect((await opened(path)).faults.map(({ code }) => code)).toEqual([
      'layers-several',
      'attributes-missing',
    ])
    expect(await featuresOf(path, { layer: 'b' })).toHaveLength(2)
  })

  test('of a deleted row are left out', async () => {
    const table = dbf([['name', 'C', 3]], ['1'], ['2'])
    table[table.length - 9] = 0x2a
    const read = await featuresOf(await zipOf({ 'a.shp': shp(point, point), 'a.dbf': table }))
    expect(read.map(({ properties }) => properties)).toEqual([{ name: '2' }])
  })
})

test.each<[string, Record<string, string | Buffer>, string]>([
  ['nothing of ours', { 'lies.txt.exe': 'x' }, 'zip-empty'],
  ['only a table', { 'a.dbf': names }, 'shapefile-part-missing'],
  ['two others', { 'a.gpkg': 'x', 'b.kml': 'x' }, 'zip-several'],
  ['another ZIP', { 'a.kml': Buffer.from('504b0304', 'hex') }, 'zip-empty'],
  ['a cut .shp', { 'a.shp': shp(point).subarray(0, 110), 'a.dbf': names }, 'file-truncated'],
  ['a cut .dbf', { 'a.shp': shp(point), 'a.dbf': names.subarray(0, -4) }, 'file-truncated'],
  ['half a header', { 'a.shp': shp(point).subarray(0, 50) }, 'file-truncated'],
  ['words for a .shp', { 'a.shp': 'words'.repeat(50) }, 'file-damaged'],
  ['an empty .shp', { 'a.shp': '' }, 'file-truncated'],
  [
    'a table that is wider than its rows',
    {
      'a.shp': shp(point),
      'a.dbf': Buffer.concat([names.subarray(0, 48), Buffer.from([200]), names.subarray(49)]),
    },
    'file-damaged',
  ],
])('a ZIP with %s is refused in German', async (_, files, code) => {
  const finding = await refusal(await zipOf(files))
  expect(finding).toMatchObject({ code, severity: 'error' })
})
