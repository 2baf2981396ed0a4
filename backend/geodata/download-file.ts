import type { Db } from '../database/database.ts'
import {
  type Field as FileField,
  type PropertyValue,
  type WriteFormat,
  writeGeofile,
} from '../geofiles/index.ts'
import type { Geometry } from '../geometry/geometry.ts'
import { crs84 } from '../geometry/reference-system.ts'
import { type Collection, sourceNote } from './collection.ts'
import { featuresAfter } from './repository-features.ts'

/** Formats that are always in longitude and latitude (RFC 7946, 4; a table that anybody opens). Others keep what was delivered. */
const inLonLat: readonly WriteFormat[] = ['geojson', 'csv']

/** Rows read at once. */
const atOnce = 500

/** Writes a whole collection into a file for other programs, at a path where nothing is yet. */
export async function writeDownload(
  db: Db,
  collection: Collection,
  format: WriteFormat,
  { path, folder }: { readonly path: string; readonly folder: string },
): Promise<void> {
  const { title, licence, sourceUri, publishedAt, version } = collection
  const isLonLat = inLonLat.includes(format)
  await writeGeofile(
    format,
    readAll(db, version.id, isLonLat),
    {
      ...{ title, attribution: sourceNote(collection), licence, source: sourceUri, folder },
      system: isLonLat ? crs84 : version.storage,
      fields: version.fields.map(({ name, type }): FileField => ({ name, type: fileType(type) })),
      types: version.geometryTypes as readonly Geometry['type'][],
      writtenAt: publishedAt,
    },
    path,
  )
}

/** What tables call a type; what they have none for is text. */
const fileType = (type: string): FileField['type'] =>
  ['integer', 'number', 'boolean', 'date', 'date-time'].includes(type) ? (type as FileField['type']) : 'text'

async function* readAll(db: Db, versionId: number, isLonLat: boolean) {
  for (let after = 0; ;) {
    const rows = await featuresAfter(db, versionId, after, atOnce)
    for (const { ext_id, geometry, stored, properties } of rows) {
      const text = isLonLat ? geometry : (stored ?? geometry)
      yield {
        id: ext_id,
        geometry: text === null ? null : (JSON.parse(text) as Geometry),
        properties: flat(JSON.parse(properties) as Record<string, unknown>),
      }
    }
    const last = rows.at(-1)
    if (!last || rows.length < atOnce) return
    after = last.id
  }
}

/** Tables have no lists: what is nested is its JSON. */
const flat = (properties: Readonly<Record<string, unknown>>): Record<string, PropertyValue> =>
  Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name,
      typeof value === 'object' && value !== null ? JSON.stringify(value) : (value as PropertyValue),
    ]),
  )
