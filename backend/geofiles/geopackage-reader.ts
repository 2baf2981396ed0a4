import { closeSync, copyFileSync, openSync, readSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { makeAside } from './aside.ts'
import { type Fault, GeofileError } from './finding.ts'
import type { Geofile, OpenOptions, PropertyValue, ReadFeature } from './geofile.ts'
import { readBlob } from './geopackage-blob.ts'
import {
  type Column,
  columnsOf,
  declaredSystem,
  type FeatureTable,
  featureTables,
  hasOwnTriggers,
  plainTables,
} from './geopackage-tables.ts'
import { chooseLayer } from './layers.ts'

/** GPKG, and GP10 and GP11 of the first versions (OGC 12-128r18, requirement 2); 0 where a program forgot it. */
const applications = new Set([0, 0x47504b47, 0x47503130, 0x47503131])

/**
 * A GeoPackage (OGC 12-128r18). What is uploaded is a database that others have made, so it is read as a copy, read-only, without
 * its triggers, views, virtual tables, computed columns or functions: nothing of it is run.
 */
export function openGeopackage(path: string, options: OpenOptions): Geofile {
  const aside = makeAside(options.folder)
  try {
    const copy = join(aside.folder, 'copy.gpkg')
    copyFileSync(path, copy)
    leaveWal(copy)
    const db = openHardened(copy)
    const close = () => {
      db.close()
      aside.remove()
    }
    try {
      return { ...describe(db, options), close }
    } catch (cause) {
      db.close()
      throw cause
    }
  } catch (cause) {
    const fault = faultOf(cause, path)
    aside.remove()
    throw fault
  }
}

/** A database in WAL mode wants to write beside itself even to be read; its copy is told that it is none. */
function leaveWal(path: string): void {
  const file = openSync(path, 'r+')
  const versions = Buffer.alloc(2)
  readSync(file, versions, 0, 2, 18)
  if (versions[0] === 2 || versions[1] === 2) writeSync(file, Buffer.from([1, 1]), 0, 2, 18)
  closeSync(file)
}

function openHardened(path: string): Database.Database {
  const db = new Database(path, { readonly: true, fileMustExist: true })
  // Nothing below may touch the schema before functions in it are distrusted (sqlite.org/security.html).
  for (const pragma of [
    'trusted_schema = OFF',
    'query_only = ON',
    'cell_size_check = ON',
    'mmap_size = 0',
    'ignore_check_constraints = ON',
    'cache_size = -8000',
  ])
    db.pragma(pragma)
  const application = db.pragma('application_id', { simple: true }) as number
  if (!applications.has(application)) throw new GeofileError('format-unknown')
  if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new GeofileError('file-damaged')
  return db
}

function describe(db: Database.Database, options: OpenOptions): Omit<Geofile, 'close'> {
  const plain = plainTables(db)
  const tables = featureTables(db, plain)
  const isPlain = ({ name }: FeatureTable) => plain.get(name.toLowerCase()) === true
  const readable = tables.filter(isPlain)
  const refused = tables.filter((table) => !isPlain(table))
  const layers = readable.map((table) => ({ name: table.name, count: countOf(db, table) }))
  const faults: Fault[] = refused.map(({ name }) => ({ code: 'layer-refused', detail: { layer: name } }))
  if (hasOwnTriggers(db)) faults.push({ code: 'triggers-ignored' })
  if (layers.length === 0)
    throw new GeofileError(refused.length > 0 ? 'layer-refused' : 'layers-none', {
      layer: refused[0]?.name ?? '',
    })
  const chosen = chooseLayer(layers, options.layer)
  const table = readable.find(({ name }) => name === chosen.layer) as FeatureTable
  const { geometry, columns, leftOut } = columnsOf(db, table)
  faults.push(
    ...chosen.faults,
    ...leftOut.map((field): Fault => ({ code: 'column-left-out', detail: { field } })),
  )
  return {
    format: 'geopackage',
    layers,
    layer: table.name,
    declared: declaredSystem(db, table.system),
    encoding: 'utf-8',
    fields: columns.filter(({ key }) => !key).map(({ name, type }) => ({ name, type })),
    faults,
    features: () => features(db, table, geometry, columns),
  }
}

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`

const countOf = (db: Database.Database, { name }: FeatureTable) =>
  db
    .prepare(`SELECT count(*) FROM ${quote(name)}`)
    .pluck()
    .get() as number

async function* features(
  db: Database.Database,
  table: FeatureTable,
  geometry: string,
  columns: readonly Column[],
): AsyncGenerator<ReadFeature, void> {
  const names = [geometry, ...columns.map(({ name }) => name)].map(quote)
  let position = 0
  try {
    const rows = db
      .prepare(`SELECT ${names.join(', ')} FROM ${quote(table.name)}`)
      .raw()
      .iterate()
    for (const row of rows as Iterable<readonly unknown[]>) yield toFeature(row, columns, ++position)
  } catch (cause) {
    throw cause instanceof Database.SqliteError ? new GeofileError('file-damaged', {}, cause) : cause
  }
}

function toFeature(row: readonly unknown[], columns: readonly Column[], position: number): ReadFeature {
  const { geometry, faults } = readBlob(row[0])
  const values = columns.map((column, index) => [column, valueOf(row[index + 1], column)] as const)
  const id = values.find(([{ key }]) => key)?.[1]
  return {
    ...(typeof id === 'string' || typeof id === 'number' ? { id } : {}),
    geometry,
    properties: Object.fromEntries(
      values.filter(([{ key }]) => !key).map(([{ name }, value]) => [name, value]),
    ),
    position,
    ...(faults.length > 0 ? { faults } : {}),
  }
}

/** SQLite lets any value stand in any column. */
function valueOf(value: unknown, { type }: Column): PropertyValue {
  if (typeof value === 'number') {
    if (type === 'boolean') return value !== 0
    return Number.isFinite(value) ? value : null
  }
  return typeof value === 'string' ? value : null
}

function faultOf(cause: unknown, path: string): unknown {
  if (!(cause instanceof Database.SqliteError) && !(cause instanceof GeofileError)) return cause
  const damaged = cause instanceof Database.SqliteError || cause.fault.code === 'file-damaged'
  if (damaged && isCut(path)) return new GeofileError('file-truncated', {}, cause)
  return cause instanceof GeofileError ? cause : new GeofileError('file-damaged', {}, cause)
}

/** Whether its first page promises more pages than are there (sqlite.org/fileformat2.html, 1.3). */
function isCut(path: string): boolean {
  const head = Buffer.alloc(100)
  const file = openSync(path, 'r')
  const read = readSync(file, head, 0, 100, 0)
  closeSync(file)
  const page = head.readUInt16BE(16) === 1 ? 65_536 : head.readUInt16BE(16)
  return read < 100 || head.readUInt32BE(28) * page > statSync(path).size
}
