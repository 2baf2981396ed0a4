import { ByteBuffer } from 'flatbuffers'
import { Feature } from 'flatgeobuf/lib/mjs/flat-geobuf/feature.js'
import type { HeaderMeta } from 'flatgeobuf/lib/mjs/header-meta.js'
import { fromByteBuffer } from 'flatgeobuf/lib/mjs/header-meta.js'
import { type ByteReader, openBytes } from './byte-reader.ts'
import { systemOfName, systemOfWkt } from './declared-system.ts'
import { GeofileError } from './finding.ts'
import { readProperties, typeOfColumn } from './flatgeobuf-columns.ts'
import { readFlatGeometry } from './flatgeobuf-geometry.ts'
import { treeBytes } from './flatgeobuf-tree.ts'
import type { DeclaredSystem, Geofile, ReadFeature } from './geofile.ts'

/** As its reference implementation has it. */
const longestHeader = 10 * 1024 ** 2

/** FlatGeobuf 3, read from front to back: the index is skipped. */
export function openFlatgeobuf(path: string): Omit<Geofile, 'close'> {
  const reader = openBytes(path)
  try {
    const header = readHeader(reader)
    const name = ''
    return {
      format: 'flatgeobuf',
      layers: [{ name, ...(header.featuresCount > 0 ? { count: header.featuresCount } : {}) }],
      layer: name,
      declared: declaredBy(header),
      encoding: 'utf-8',
      fields: (header.columns ?? []).flatMap(({ name: field, type }) => {
        const kind = typeOfColumn(type)
        return kind ? [{ name: field, type: kind }] : []
      }),
      faults: [],
      features: () => features(path),
    }
  } finally {
    reader.close()
  }
}

function readHeader(reader: ByteReader): HeaderMeta {
  const magic = reader.read(8)
  if (magic[3] !== 3 || magic.toString('latin1', 4, 7) !== 'fgb') throw new GeofileError('file-damaged')
  const length = reader.read(4).readUInt32LE(0)
  if (length > longestHeader || length < 8) throw new GeofileError('file-damaged')
  const header = guarded(() => fromByteBuffer(new ByteBuffer(aligned(reader.read(length)))))
  const { indexNodeSize, featuresCount } = header
  if (indexNodeSize > 0 && featuresCount > 0) {
    if (featuresCount > reader.size || indexNodeSize < 2) throw new GeofileError('file-truncated')
    reader.skip(treeBytes(featuresCount, indexNodeSize))
    if (reader.at() > reader.size) throw new GeofileError('file-truncated')
  }
  return header
}

/** Flatbuffers are read without being proven; where offsets lead astray, JavaScript says so in several ways. */
function guarded<Result>(read: () => Result): Result {
  try {
    return read()
  } catch (cause) {
    throw new GeofileError('file-damaged', {}, cause)
  }
}

/** With its length before it, at an address that numbers of eight bytes may lie at. */
function aligned(bytes: Buffer): Uint8Array {
  const copy = new Uint8Array(bytes.length + 4)
  copy.set(bytes, 4)
  return copy
}

function declaredBy({ crs }: HeaderMeta): DeclaredSystem | undefined {
  if (!crs) return undefined
  if (crs.code) return systemOfName(`${crs.org ?? 'EPSG'}:${crs.code}`)
  return crs.wkt ? systemOfWkt(crs.wkt) : undefined
}

async function* features(path: string): AsyncGenerator<ReadFeature, void> {
  const reader = openBytes(path)
  try {
    const header = readHeader(reader)
    let position = 0
    while (reader.at() < reader.size) {
      const length = reader.read(4).readUInt32LE(0)
      if (length < 4) throw new GeofileError('file-damaged')
      const bytes = aligned(reader.read(length))
      position += 1
      const feature = guarded(() => Feature.getSizePrefixedRootAsFeature(new ByteBuffer(bytes)))
      const { geometry, faults } = readFlatGeometry(feature, header.geometryType, bytes.length)
      yield {
        geometry,
        properties: guarded(() => readProperties(feature, header.columns ?? [])),
        position,
        ...(faults.length > 0 ? { faults } : {}),
      }
    }
    if (position < header.featuresCount) throw new GeofileError('file-truncated')
  } finally {
    reader.close()
  }
}
