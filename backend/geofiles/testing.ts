import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, onTestFinished } from 'vitest'
import { ZipFile } from 'yazl'
import type { Geometry, Position } from '../geometry/geometry.ts'
import { type CheckedFeature, checkGeofile, type CheckOptions, type CheckReport } from './check.ts'
import type { Finding } from './finding.ts'
import type { Geofile, OpenOptions, ReadFeature } from './geofile.ts'
import { isFinding, openGeofile } from './open.ts'
import { toWkb } from './wkb-writer.ts'

/** A folder that goes away with the test. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'amtsweg-geofiles-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A file with this content, whose name tells nothing. */
export function fileOf(content: string | Uint8Array): string {
  const path = join(testFolder(), 'upload')
  writeFileSync(path, content)
  return path
}

export async function opened(path: string, options?: OpenOptions): Promise<Geofile> {
  const file = await openGeofile(path, options)
  if (isFinding(file)) return expect.fail(file.words)
  onTestFinished(file.close)
  return file
}

export async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = []
  for await (const item of items) list.push(item)
  return list
}

/** Why a file cannot be opened. */
export async function refusal(path: string, options?: OpenOptions): Promise<Finding> {
  const file = await openGeofile(path, options)
  if (isFinding(file)) return file
  file.close()
  return expect.fail('it was opened')
}

export async function featuresOf(path: string, options?: OpenOptions): Promise<ReadFeature[]> {
  const file = await opened(path, options)
  return all(file.features())
}

export async function checked(
  path: string,
  options?: CheckOptions & OpenOptions,
): Promise<{ report: CheckReport; codes: string[]; features: CheckedFeature[] }> {
  const features: CheckedFeature[] = []
  const report = await checkGeofile(await opened(path, options), options, (feature) => features.push(feature))
  for (const { words, code } of report.findings) expect(words, code).toMatch(/^[A-ZÄÖÜ0-9].{20,}[.!]$/s)
  return { report, codes: report.findings.map(({ code }) => code), features }
}

export const collection = (geometries: readonly unknown[], properties: object = {}) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: geometries.map((geometry) => ({ type: 'Feature', geometry, properties })),
  })

/** A ZIP file of these files. */
export async function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  return fileOf(await buffer(zip.outputStream))
}

export interface TestTable {
  readonly columns?: string
  readonly rows?: readonly (readonly unknown[])[]
  readonly system?: number
  readonly application?: number
  /** Run after the rest, as whoever made the file might have. */
  readonly sql?: string
}

/** The header of a geometry in a GeoPackage, then the geometry. */
export const blobOf = (geometry: Geometry | Buffer, system = 25833): Buffer => {
  const header = Buffer.from([0x47, 0x50, 0, 1, 0, 0, 0, 0])
  header.writeInt32LE(system, 4)
  return Buffer.concat([header, Buffer.isBuffer(geometry) ? geometry : toWkb(geometry)])
}

/** The smallest GeoPackage with a table `trees`: fid, geom and what else is asked for. */
export function geopackage({
  columns = 'name TEXT',
  rows = [],
  system = 25833,
  application = 0x47504b47,
  sql,
}: TestTable): string {
  const path = join(testFolder(), 'upload')
  const db = new Database(path)
  db.pragma('synchronous = OFF')
  db.pragma(`application_id = ${application}`)
  db.exec(`
    CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT, organization_coordsys_id INTEGER, definition TEXT, description TEXT);
    CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, identifier TEXT, description TEXT, last_change TEXT, min_x REAL, min_y REAL, max_x REAL, max_y REAL, srs_id INTEGER);
    CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER, z INTEGER, m INTEGER);
    INSERT INTO gpkg_spatial_ref_sys VALUES ('', 25833, 'EPSG', 25833, '', ''), ('', 4326, 'EPSG', 4326, '', ''), ('', 100000, 'NONE', 0, 'LOCAL_CS["Ortsnetz"]', '');
    INSERT INTO gpkg_contents VALUES ('trees', 'features', 'trees', '', '', 0, 0, 0, 0, ${system});
    INSERT INTO gpkg_geometry_columns VALUES ('trees', 'geom', 'GEOMETRY', ${system}, 2, 2);
    CREATE TABLE trees (fid INTEGER PRIMARY KEY, geom BLOB, ${columns});`)
  db.transaction(() => {
    for (const row of rows)
      db.prepare(`INSERT INTO trees VALUES (${['NULL', ...row.map(() => '?')].join(', ')})`).run(...row)
  })()
  if (sql) db.exec(sql)
  db.close()
  return path
}

/** Any geometry of such coordinates, with heights or without. */
export function geometriesOf(coordinate: fc.Arbitrary<number>): fc.Arbitrary<Geometry> {
  const ofSize = (size: 2 | 3): fc.Arbitrary<Geometry> => {
    const position = fc.array(coordinate, { minLength: size, maxLength: size }) as fc.Arbitrary<Position>
    const line = fc.array(position, { minLength: 2, maxLength: 5 })
    const rings = fc.array(fc.array(position, { minLength: 4, maxLength: 6 }), { minLength: 1, maxLength: 3 })
    const several = <Part>(part: fc.Arbitrary<Part>) => fc.array(part, { minLength: 1, maxLength: 3 })
    const simple = fc.oneof(
      position.map((coordinates): Geometry => ({ type: 'Point', coordinates })),
      line.map((coordinates): Geometry => ({ type: 'LineString', coordinates })),
      rings.map((coordinates): Geometry => ({ type: 'Polygon', coordinates })),
      line.map((coordinates): Geometry => ({ type: 'MultiPoint', coordinates })),
      several(line).map((coordinates): Geometry => ({ type: 'MultiLineString', coordinates })),
      several(rings).map((coordinates): Geometry => ({ type: 'MultiPolygon', coordinates })),
    )
    const collections = several(simple).map((geometries): Geometry => ({
      type: 'GeometryCollection',
      geometries,
    }))
    return fc.oneof({ weight: 5, arbitrary: simple }, collections)
  }
  return fc.oneof(ofSize(2), ofSize(3))
}

export const anyGeometry = geometriesOf(
  fc.double({ min: -1e7, max: 1e7, noNaN: true }).map((value) => value || 0),
)
