import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import {
  all,
  blobOf,
  checked,
  featuresOf,
  fileOf,
  geopackage,
  opened,
  refusal,
  testFolder,
} from './testing.ts'

const point = { type: 'Point' as const, coordinates: [261811.55, 5945045.3] }
const rows = [
  [blobOf(point), 'Linde'],
  [blobOf({ type: 'Point', coordinates: [261900, 5945100, 38.5] }), 'Eiche'],
]

test('gives its objects with id, geometry and properties by their types', async () => {
  const path = geopackage({
    columns: 'name TEXT, old BOOLEAN, high DOUBLE, planted DATE, photo BLOB',
    rows: [[blobOf(point), 'Linde', 1, 12.5, '1890-04-01', Buffer.from('x')]],
  })
  const file = await opened(path)
  expect(file).toMatchObject({
    format: 'geopackage',
    layer: 'trees',
    declared: { system: { code: '25833' } },
    fields: [
      { name: 'name', type: 'text' },
      { name: 'old', type: 'boolean' },
      { name: 'high', type: 'number' },
      { name: 'planted', type: 'date' },
    ],
    faults: [{ code: 'column-left-out', detail: { field: 'photo' } }],
  })
  expect(await all(file.features())).toEqual([
    {
      id: 1,
      geometry: point,
      properties: { name: 'Linde', old: true, high: 12.5, planted: '1890-04-01' },
      position: 1,
    },
  ])
})

test('keeps heights', async () => {
  const read = await featuresOf(geopackage({ rows }))
  expect(read.map(({ geometry }) => geometry?.type === 'Point' && geometry.coordinates.length)).toEqual([
    2, 3,
  ])
})

test.each([
  ['without an envelope', Buffer.from([0x47, 0x50, 0, 1, 0, 0, 0, 0]), 'read'],
  ['with one', Buffer.concat([Buffer.from([0x47, 0x50, 0, 3, 0, 0, 0, 0]), Buffer.alloc(32)]), 'read'],
  [
    'with one of four axes',
    Buffer.concat([Buffer.from([0x47, 0x50, 0, 9, 0, 0, 0, 0]), Buffer.alloc(64)]),
    'read',
  ],
  ['of another version', Buffer.from([0x47, 0x50, 9, 1, 0, 0, 0, 0]), 'geometry-unreadable'],
  ['of a kind of its own', Buffer.from([0x47, 0x50, 0, 0x21, 0, 0, 0, 0]), 'geometry-unreadable'],
  ['that is none', Buffer.from('hello, world'), 'geometry-unreadable'],
])('a geometry with a header %s', async (_, header, outcome) => {
  const blob = Buffer.concat([header, blobOf(point).subarray(8)])
  const [read] = await featuresOf(geopackage({ rows: [[blob, '']] }))
  expect(read?.faults?.[0]?.code ?? 'read').toBe(outcome)
})

test('text, nothing or half a geometry in its column is told object by object', async () => {
  const { report } = await checked(
    geopackage({ rows: [['POINT(1 2)', ''], [null, ''], [blobOf(point).subarray(0, 20), ''], ...rows] }),
  )
  expect(report.findings.map(({ code, positions }) => [code, positions])).toEqual([
    ['geometry-unreadable', [1, 3]],
    ['geometry-missing', [2]],
    ['heights-kept', [5]],
  ])
})

describe('a system', () => {
  test.each([
    ['by number', 4326, '4326'],
    ['that nobody knows', -1, undefined],
    ['of a network of its own', 100000, undefined],
    ['by number only', 25832, '25832'],
  ])('%s', async (_, system, code) => {
    expect((await opened(geopackage({ system, rows }))).declared?.system?.code).toBe(code)
  })
})

describe('what others have built in', () => {
  test('triggers never run, and are told', async () => {
    const path = geopackage({
      rows,
      sql: `CREATE TABLE log (text TEXT);
        CREATE TRIGGER spy AFTER INSERT ON trees BEGIN INSERT INTO log VALUES ('ran'); END;
        CREATE TRIGGER rtree_trees_geom_insert AFTER INSERT ON trees BEGIN SELECT 1; END;`,
    })
    const before = readFileSync(path)
    const { codes, features } = await checked(path)
    expect(codes).toContain('triggers-ignored')
    expect(features).toHaveLength(2)
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  test('a view as a layer is refused, even one that would never end', async () => {
    const path = geopackage({
      sql: `DROP TABLE trees;
        CREATE VIEW trees AS WITH RECURSIVE n(fid) AS (SELECT 1 UNION ALL SELECT fid + 1 FROM n) SELECT fid, x'00' AS geom FROM n;`,
    })
    expect(await refusal(path)).toMatchObject({ code: 'layer-refused', detail: { layer: 'trees' } })
  })

  test('a view in place of the list of layers is refused', async () => {
    const path = geopackage({
      sql: `ALTER TABLE gpkg_contents RENAME TO kept; CREATE VIEW gpkg_contents AS SELECT * FROM kept;`,
    })
    expect(await refusal(path)).toMatchObject({ code: 'layers-none' })
  })

  test('a virtual table is refused, a sound one beside it is read', async () => {
    const path = geopackage({
      rows,
      sql: `CREATE VIRTUAL TABLE woods USING fts5(geom);
        INSERT INTO gpkg_contents VALUES ('woods', 'features', 'woods', '', '', 0, 0, 0, 0, 25833);
        INSERT INTO gpkg_geometry_columns VALUES ('woods', 'geom', 'GEOMETRY', 25833, 0, 0);`,
    })
    const file = await opened(path)
    expect(file.faults).toEqual([{ code: 'layer-refused', detail: { layer: 'woods' } }])
    expect(file.layers).toEqual([{ name: 'trees', count: 2 }])
  })

  test('a computed column is left out', async () => {
    const path = geopackage({ columns: 'name TEXT, big AS (length(zeroblob(900000000)))', rows: [] })
    expect((await opened(path)).faults).toEqual([{ code: 'column-left-out', detail: { field: 'big' } }])
  })

  test('names may hold anything', async () => {
    const odd = 'a"; DROP TABLE trees; --'
    const path = geopackage({
      rows,
      sql: `ALTER TABLE trees RENAME TO "${odd.replaceAll('"', '""')}";
        UPDATE gpkg_contents SET table_name = '${odd}'; UPDATE gpkg_geometry_columns SET table_name = '${odd}';`,
    })
    expect(await featuresOf(path)).toHaveLength(2)
  })

  test('a file that keeps its changes beside itself is read without writing there', async () => {
    const path = geopackage({ rows })
    const db = new Database(path)
    db.pragma('journal_mode = WAL')
    db.close()
    expect(await featuresOf(path)).toHaveLength(2)
  })
})

describe('a file', () => {
  test('of several layers says so; one that is named is read, one that is not there is told', async () => {
    const path = geopackage({
      rows,
      sql: `CREATE TABLE woods (fid INTEGER PRIMARY KEY, geom BLOB);
        INSERT INTO gpkg_contents VALUES ('woods', 'features', 'woods', '', '', 0, 0, 0, 0, 4326);
        INSERT INTO gpkg_geometry_columns VALUES ('woods', 'geom', 'GEOMETRY', 4326, 0, 0);`,
    })
    expect((await opened(path)).faults).toMatchObject([{ code: 'layers-several' }])
    expect(await opened(path, { layer: 'woods' })).toMatchObject({ layer: 'woods', faults: [] })
    expect(await refusal(path, { layer: 'moor' })).toMatchObject({ code: 'layer-missing' })
  })

  test('that is another database is refused', async () => {
    expect(await refusal(geopackage({ application: 7 }))).toMatchObject({ code: 'format-unknown' })
  })

  test('that is cut off is told as cut off, at any length', async () => {
    const whole = readFileSync(geopackage({ rows: Array.from({ length: 300 }, () => rows[0] ?? []) }))
    for (const share of [0.1, 0.5, 0.9]) {
      const path = fileOf(whole.subarray(0, whole.length * share))
      expect(await refusal(path)).toMatchObject({ code: 'file-truncated' })
    }
  })

  test('that is damaged is told as damaged', async () => {
    const path = geopackage({ rows: Array.from({ length: 300 }, () => rows[0] ?? []) })
    const bytes = readFileSync(path)
    bytes.fill(0xff, 4096 * 3, 4096 * 5)
    writeFileSync(path, bytes)
    expect(await refusal(path)).toMatchObject({ code: 'file-damaged' })
  })

  test('leaves nothing behind, read or refused', async () => {
    const folder = testFolder()
    const file = await opened(geopackage({ rows }), { folder })
    expect(readdirSync(folder)).toHaveLength(1)
    file.close()
    const cut = geopackage({ rows })
    truncateSync(cut, 5000)
    await refusal(cut, { folder })
    expect(readdirSync(folder)).toEqual([])
    expect(existsSync(cut)).toBe(true)
  })
})
