import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { Geometry, Position } from '../geometry/geometry.ts'
import { testFile } from '../import/testing.ts'
import type { Fields, FieldType } from './fields.ts'
import type { FilteredFeature } from './values.ts'

/** The test data of the OGC for CQL2, and what its abstract test suite expects of them. */
const folder = 'geodata/cql2'

export interface Expectation {
  readonly className: string
  readonly layer: string
  readonly predicate: string
  /** How many features of the layer match. */
  readonly count: number
}

export const readExpectations = (): Expectation[] =>
  readFileSync(testFile(`${folder}/predicates.tsv`), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [className = '', , layer = '', predicate = '', count] = line.split('\t')
      return { className, layer, predicate, count: Number(count) }
    })

export interface Layer {
  readonly fields: Fields
  readonly features: readonly FilteredFeature[]
}

const types: Readonly<Record<string, FieldType>> = {
  BOOLEAN: 'boolean',
  DATE: 'date',
  DATETIME: 'timestamp',
  INTEGER: 'number',
  REAL: 'number',
}

/** One layer of the GeoPackage with all its features. */
export function readLayer(layer: string): Layer {
  const database = new Database(testFile(`${folder}/ne110m4cql2.gpkg`), { readonly: true })
  try {
    const columns = database.pragma(`table_info("${layer}")`) as { name: string; type: string }[]
    const fields = new Map(
      columns.map(({ name, type }) => [name, name === 'geom' ? 'geometry' : (types[type] ?? 'text')]),
    )
    const rows = database.prepare<[], Record<string, unknown>>(`select * from "${layer}"`).all()
    return { fields, features: rows.map((row) => featureOf(row, fields)) }
  } finally {
    database.close()
  }
}

const featureOf = ({ geom, ...row }: Record<string, unknown>, fields: Fields): FilteredFeature => ({
  properties: Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      fields.get(name) === 'boolean' && value !== null ? value === 1 : value,
    ]),
  ),
  geometry:
    geom instanceof Uint8Array ? readWkb(new DataView(geom.buffer, geom.byteOffset), geom[3] ?? 0) : null,
})

/** Reads the little-endian WKB behind the header of a GeoPackage, with the box that it may have. */
function readWkb(view: DataView, flags: number): Geometry {
  let at = 8 + ((flags >> 1) & 7 ? 32 : 0)
  const count = () => view.getUint32((at += 4) - 4, true)
  const double = () => view.getFloat64((at += 8) - 8, true)
  const many = <Item>(read: () => Item): Item[] => Array.from({ length: count() }, read)
  const position = (): Position => [double(), double()]
  const readers: Readonly<Record<number, () => Geometry>> = {
    1: () => ({ type: 'Point', coordinates: position() }),
    2: () => ({ type: 'LineString', coordinates: many(position) }),
    3: () => ({ type: 'Polygon', coordinates: many(() => many(position)) }),
    6: () => ({
      type: 'MultiPolygon',
      coordinates: many(() => (read() as { coordinates: Position[][] }).coordinates),
    }),
  }
  function read(): Geometry {
    at += 1
    const type = count()
    return readers[type]?.() ?? fail(`WKB of type ${type}`)
  }
  return read()
}

function fail(message: string): never {
  throw new Error(message)
}
