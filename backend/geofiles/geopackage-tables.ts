import type Database from 'better-sqlite3'
import { systemOfName, systemOfWkt } from './declared-system.ts'
import { GeofileError } from './finding.ts'
import type { DeclaredSystem, Field, FieldType } from './geofile.ts'

/** A table of features, as `gpkg_contents` and `gpkg_geometry_columns` tell it. */
export interface FeatureTable {
  readonly name: string
  readonly title: string
  readonly geometry: string
  readonly system: number
}

interface Made {
  readonly name: string
  readonly type: string
  readonly sql: string | null
}

/** What a hostile or damaged schema may still hold without being run: only plain tables are ever read from. */
export function plainTables(db: Database.Database): ReadonlyMap<string, boolean> {
  const rows = db.prepare('SELECT name, type, sql FROM sqlite_master').all() as Made[]
  const isPlain = ({ type, sql }: Made) => type === 'table' && !/^\s*CREATE\s+VIRTUAL/i.test(sql ?? '')
  return new Map(
    rows
      .filter(({ type }) => type === 'table' || type === 'view')
      .map((row) => [row.name.toLowerCase(), isPlain(row)]),
  )
}

/** Triggers that are not those of the spatial index and of GDAL's counts, which nearly every GeoPackage has. */
export function hasOwnTriggers(db: Database.Database): boolean {
  const rows = db.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all() as Made[]
  return rows.some(
    ({ name }) => !/^(rtree_|gpkg_|trigger_(insert|delete)_feature_count|fki_|tile_|rte_)/.test(name),
  )
}

export function featureTables(db: Database.Database, plain: ReadonlyMap<string, boolean>): FeatureTable[] {
  const needed = ['gpkg_contents', 'gpkg_geometry_columns', 'gpkg_spatial_ref_sys']
  if (!plain.has('gpkg_contents')) throw new GeofileError('format-unknown')
  if (!needed.every((name) => plain.get(name) === true)) throw new GeofileError('layers-none')
  const rows = db
    .prepare(
      `SELECT c.table_name AS name, c.identifier AS title, g.column_name AS geometry, g.srs_id AS system
       FROM gpkg_contents c JOIN gpkg_geometry_columns g ON lower(g.table_name) = lower(c.table_name)
       WHERE c.data_type = 'features' ORDER BY c.rowid LIMIT 1000`,
    )
    .all() as Record<keyof FeatureTable, unknown>[]
  return rows.map(({ name, title, geometry, system }) => ({
    name: String(name),
    title: typeof title === 'string' ? title : '',
    geometry: String(geometry),
    system: Number(system),
  }))
}

export function declaredSystem(db: Database.Database, id: number): DeclaredSystem | undefined {
  // 0 and -1 say that nobody knows (OGC 12-128r18, table 3).
  if (id === 0 || id === -1) return undefined
  const row = db
    .prepare(
      'SELECT organization, organization_coordsys_id AS code, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ?',
    )
    .get(id) as { organization: unknown; code: unknown; definition: unknown } | undefined
  if (!row) return systemOfName(`EPSG:${id}`)
  const named = systemOfName(`${String(row.organization)}:${String(row.code)}`)
  return named.system || typeof row.definition !== 'string' ? named : systemOfWkt(row.definition)
}

export interface Column extends Field {
  readonly key: boolean
}

/** The columns that are read. What is computed would run expressions of the file's own, and is left alone. */
export function columnsOf(db: Database.Database, table: FeatureTable) {
  const rows = db.prepare('SELECT name, type, pk, hidden FROM pragma_table_xinfo(?)').all(table.name) as {
    name: string
    type: string
    pk: number
    hidden: number
  }[]
  const geometry = rows.find(({ name }) => name.toLowerCase() === table.geometry.toLowerCase())
  if (!geometry || geometry.hidden !== 0) throw new GeofileError('layers-none')
  const others = rows.filter((row) => row !== geometry)
  const isRead = ({ type, hidden }: { type: string; hidden: number }) => hidden === 0 && !/^BLOB/i.test(type)
  const keys = others.filter(({ pk }) => pk > 0)
  const columns = others
    .filter(isRead)
    .map(({ name, type, pk }): Column => ({ name, type: typeOf(type), key: pk > 0 && keys.length === 1 }))
  const leftOut = others.filter((row) => !isRead(row)).map(({ name }) => name)
  return { geometry: geometry.name, columns, leftOut }
}

function typeOf(declared: string): FieldType {
  const type = declared.toUpperCase()
  if (type === 'BOOLEAN') return 'boolean'
  if (/^(TINYINT|SMALLINT|MEDIUMINT|INT|INTEGER|BIGINT)\b/.test(type)) return 'integer'
  if (/^(FLOAT|DOUBLE|REAL|NUMERIC|DECIMAL)\b/.test(type)) return 'number'
  if (type === 'DATE') return 'date'
  return type === 'DATETIME' || type === 'TIMESTAMP' ? 'date-time' : 'text'
}
