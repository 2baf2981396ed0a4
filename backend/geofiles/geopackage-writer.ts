import Database from 'better-sqlite3'
import { type Box, boxOf, emptyBox, type Geometry, isEmptyBox, unionOf } from '../geometry/geometry.ts'
import type { FieldType, PropertyValue } from './geofile.ts'
import { schema, spatialIndex, spatialTriggers } from './geopackage-schema.ts'
import { epsgOf, ogcWkt } from './system-wkt.ts'
import { toWkb } from './wkb-writer.ts'
import {
  asType,
  columnsFor,
  columnValue,
  commonType,
  type Features,
  plainName,
  type WriteAbout,
  type WriteReport,
} from './written.ts'

const types: Readonly<Record<FieldType, string>> = {
  text: 'TEXT',
  integer: 'INTEGER',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'DATE',
  'date-time': 'DATETIME',
}
/** Rows of one transaction: its journal is in memory. */
const atOnce = 5_000

/** GeoPackage 1.3 with a spatial index, licence and source in its metadata (OGC 12-128r17). The file must not be there yet. */
export async function writeGeopackage(
  features: Features,
  about: WriteAbout,
  path: string,
): Promise<WriteReport> {
  const db = new Database(path)
  try {
    db.pragma('application_id = 0x47504b47')
    db.pragma('user_version = 10300')
    // Whatever is half done when the machine stops is thrown away with the file.
    db.pragma('journal_mode = MEMORY')
    db.pragma('synchronous = OFF')
    db.exec(schema)
    return await fill(db, features, about)
  } finally {
    db.close()
  }
}

async function fill(db: Database.Database, features: Features, about: WriteAbout): Promise<WriteReport> {
  // The names of our own tables begin with what a title cannot.
  const table = plainName(about.title).replace(/^(gpkg|rtree|sqlite)_/, 'daten_$1_')
  const columns = columnsFor(about.fields, ['fid', 'geom'])
  const type = commonType(about.types)
  const system = epsgOf(about.system)
  describeSystem(db, about, system)
  const declared = columns.map((column) => `"${column.name.replaceAll('"', '""')}" ${types[column.type]}`)
  db.exec(
    `CREATE TABLE ${table} (${['fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL', `geom ${sqlType(type)}`, ...declared].join(', ')});
    ${spatialIndex(table)}`,
  )
  const marks = ['NULL', '?', ...columns.map(() => '?')].join(', ')
  const insert = db.prepare(`INSERT INTO ${table} VALUES (${marks})`)
  const index = db.prepare(`INSERT INTO rtree_${table}_geom VALUES (?, ?, ?, ?, ?)`)
  let extent = emptyBox
  let count = 0
  db.exec('BEGIN')
  for await (const feature of features) {
    const geometry = feature.geometry && asType(feature.geometry, type)
    const values = columns.map((column) => sqlValue(columnValue(feature, column), column.type))
    const box = geometry ? boxOf(geometry) : emptyBox
    const { lastInsertRowid } = insert.run(geometry && blobOf(geometry, box, system), ...values)
    count += 1
    if (!isEmptyBox(box)) {
      index.run(lastInsertRowid, box.minX, box.maxX, box.minY, box.maxY)
      extent = unionOf(extent, box)
    }
    if (count % atOnce === 0) db.exec('COMMIT; BEGIN')
  }
  describe(db, about, { table, system, extent, type: sqlType(type) })
  db.exec(`${spatialTriggers(table)} COMMIT;`)
  return { count, findings: [] }
}

const sqlType = (type: Geometry['type'] | undefined) =>
  type ? type.toUpperCase().replace('GEOMETRYCOLLECTION', 'GEOMCOLLECTION') : 'GEOMETRY'

function describeSystem(db: Database.Database, { system }: WriteAbout, code: number): void {
  const insert = db.prepare('INSERT OR IGNORE INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)')
  const wgs84 = { ...system, code: '4326', name: 'WGS 84' }
  insert.run('WGS 84', 4326, 'EPSG', 4326, ogcWkt(wgs84), 'longitude and latitude')
  insert.run(system.name, code, 'EPSG', code, ogcWkt(system), null)
}

function describe(
  db: Database.Database,
  about: WriteAbout,
  { table, system, extent, type }: { table: string; system: number; extent: Box; type: string },
): void {
  const changed = timeOf(about.writtenAt) ?? about.writtenAt
  const box = isEmptyBox(extent)
    ? [null, null, null, null]
    : [extent.minX, extent.minY, extent.maxX, extent.maxY]
  db.prepare("INSERT INTO gpkg_contents VALUES (?, 'features', ?, ?, ?, ?, ?, ?, ?, ?)").run(
    ...[table, about.title, about.attribution, changed, ...box, system],
  )
  db.prepare("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 2, 0)").run(table, type, system)
  const extension = db.prepare('INSERT INTO gpkg_extensions VALUES (?, ?, ?, ?, ?)')
  const annex = 'http://www.geopackage.org/spec130/index.html#extension_'
  extension.run(table, 'geom', 'gpkg_rtree_index', `${annex}rtree`, 'write-only')
  for (const name of ['gpkg_metadata', 'gpkg_metadata_reference'])
    extension.run(name, null, 'gpkg_metadata', `${annex}metadata`, 'read-write')
  db.prepare(
    "INSERT INTO gpkg_metadata VALUES (1, 'dataset', 'http://purl.org/dc/elements/1.1/', 'text/xml', ?)",
  ).run(dublinCore(about))
  db.prepare("INSERT INTO gpkg_metadata_reference VALUES ('table', ?, NULL, NULL, ?, 1, NULL)").run(
    table,
    changed,
  )
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function dublinCore({ title, attribution, licence, source, writtenAt }: WriteAbout): string {
  const elements: readonly (readonly [string, string | undefined])[] = [
    ['dc:title', title],
    ['dc:rights', attribution],
    ['dcterms:license', licence.uri],
    ['dcterms:accessRights', licence.name],
    ['dc:source', source],
    ['dc:date', writtenAt],
  ]
  const lines = elements.flatMap(([name, text]) => (text ? [`<${name}>${escaped(text)}</${name}>`] : []))
  return `<metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${lines.join('')}</metadata>`
}

/** Little-endian, with a box for all but points (OGC 12-128r17, 2.1.3). */
function blobOf(geometry: Geometry, box: Box, system: number): Buffer {
  const boxed = geometry.type !== 'Point' && !isEmptyBox(box)
  const head = Buffer.alloc(boxed ? 40 : 8)
  head.write('GP')
  head[3] = 1 | (boxed ? 2 : 0) | (isEmptyBox(box) ? 0x10 : 0)
  head.writeInt32LE(system, 4)
  if (boxed)
    [box.minX, box.maxX, box.minY, box.maxY].forEach((value, index) =>
      head.writeDoubleLE(value, 8 + index * 8),
    )
  return Buffer.concat([head, toWkb(geometry)])
}

function sqlValue(value: PropertyValue, type: FieldType): string | number | null {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (type === 'date-time' && typeof value === 'string') return timeOf(value)
  return value
}

/** As a GeoPackage wants it, in UTC with milliseconds; a time without a zone counts as UTC. */
function timeOf(text: string): string | null {
  const zoned = /(Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`
  const time = Date.parse(zoned.replace(' ', 'T'))
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
