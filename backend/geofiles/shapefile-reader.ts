import { readFileSync } from 'node:fs'
import { openBytes } from './byte-reader.ts'
import { type Dbf, openDbf } from './dbf-reader.ts'
import { systemOfWkt } from './declared-system.ts'
import { GeofileError } from './finding.ts'
import type { Geofile, ReadFeature } from './geofile.ts'
import { readShape } from './shape-record.ts'

/** Where the unpacked parts of a Shapefile lie. */
export interface ShapefileParts {
  readonly name: string
  readonly shp: string
  readonly dbf?: string
  readonly prj?: string
  readonly cpg?: string
}

const headBytes = 100

/** An ESRI Shapefile (Technical Description of 1998). The index .shx is not needed to read it from front to back. */
export function openShapefile(parts: ShapefileParts): Omit<Geofile, 'layers' | 'close'> {
  const reader = openBytes(parts.shp)
  try {
    const head = reader.read(headBytes)
    if (head.readInt32BE(0) !== 9994) throw new GeofileError('file-damaged')
    if (head.readInt32BE(24) * 2 > reader.size) throw new GeofileError('file-truncated')
  } finally {
    reader.close()
  }
  const dbf = parts.dbf ? openDbf(parts.dbf, parts.cpg && readFileSync(parts.cpg, 'latin1')) : undefined
  return {
    format: 'shapefile',
    layer: parts.name,
    declared: parts.prj ? systemOfWkt(readFileSync(parts.prj, 'utf8')) : undefined,
    encoding: dbf?.encoding ?? 'utf-8',
    fields: dbf?.fields ?? [],
    faults: dbf ? dbf.faults : [{ code: 'attributes-missing' }],
    features: () => features(parts.shp, dbf),
  }
}

async function* features(shp: string, dbf: Dbf | undefined): AsyncGenerator<ReadFeature, void> {
  const reader = openBytes(shp)
  const rows = dbf?.rows()
  try {
    const end = reader.read(headBytes).readInt32BE(24) * 2
    let position = 0
    while (reader.at() + 8 <= end) {
      const bytes = reader.read(8).readInt32BE(4) * 2
      if (bytes < 4) throw new GeofileError('file-damaged')
      const { geometry, faults } = readShape(reader.read(bytes))
      const row = rows?.next()
      position += 1
      const deleted = row && !row.done && row.value === undefined
      if (!deleted)
        yield {
          geometry,
          properties: (row && !row.done && row.value) || {},
          position,
          ...(faults.length > 0 ? { faults } : {}),
        }
    }
  } finally {
    rows?.return()
    reader.close()
  }
}
