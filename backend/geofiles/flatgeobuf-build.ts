import { Builder } from 'flatbuffers'
import { Column } from 'flatgeobuf/lib/mjs/flat-geobuf/column.js'
import { ColumnType } from 'flatgeobuf/lib/mjs/flat-geobuf/column-type.js'
import { Crs } from 'flatgeobuf/lib/mjs/flat-geobuf/crs.js'
import { Feature } from 'flatgeobuf/lib/mjs/flat-geobuf/feature.js'
import { Geometry as Flat } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry.js'
import { GeometryType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js'
import { Header } from 'flatgeobuf/lib/mjs/flat-geobuf/header.js'
import type { Box, Geometry, Position } from '../geometry/geometry.ts'
import type { Field, FieldType, PropertyValue } from './geofile.ts'
import { epsgOf, ogcWkt } from './system-wkt.ts'
import { hasHeights } from './wkb-writer.ts'
import type { WriteAbout } from './written.ts'

const columnTypes: Readonly<Record<FieldType, ColumnType>> = {
  text: ColumnType.String,
  integer: ColumnType.Long,
  number: ColumnType.Double,
  boolean: ColumnType.Bool,
  // It has no type for a day alone.
  date: ColumnType.String,
  'date-time': ColumnType.DateTime,
}

export interface HeaderFacts {
  readonly about: WriteAbout
  readonly columns: readonly Field[]
  readonly type: Geometry['type'] | undefined
  readonly count: number
  readonly extent: Box | undefined
  readonly heights: boolean
  /** 0 for none. */
  readonly nodeSize: number
}

export function headerBytes({
  about,
  columns,
  type,
  count,
  extent,
  heights,
  nodeSize,
}: HeaderFacts): Uint8Array {
  const builder = new Builder()
  const name = builder.createString(about.title)
  const title = builder.createString(about.title)
  const description = builder.createString(about.attribution)
  const { licence, source, writtenAt } = about
  const metadata = builder.createString(
    JSON.stringify({ attribution: about.attribution, licence, source, writtenAt }),
  )
  const envelope =
    extent && Header.createEnvelopeVector(builder, [extent.minX, extent.minY, extent.maxX, extent.maxY])
  const list = Header.createColumnsVector(
    builder,
    columns.map((column) => columnOffset(builder, column)),
  )
  const org = builder.createString('EPSG')
  const systemName = builder.createString(about.system.name)
  const wkt = builder.createString(ogcWkt(about.system))
  Crs.startCrs(builder)
  Crs.addOrg(builder, org)
  Crs.addCode(builder, epsgOf(about.system))
  Crs.addName(builder, systemName)
  Crs.addWkt(builder, wkt)
  const crs = Crs.endCrs(builder)
  Header.startHeader(builder)
  Header.addName(builder, name)
  if (envelope) Header.addEnvelope(builder, envelope)
  Header.addGeometryType(builder, type ? GeometryType[type] : GeometryType.Unknown)
  Header.addHasZ(builder, heights)
  Header.addColumns(builder, list)
  Header.addFeaturesCount(builder, BigInt(count))
  Header.addIndexNodeSize(builder, nodeSize)
  Header.addCrs(builder, crs)
  Header.addTitle(builder, title)
  Header.addDescription(builder, description)
  Header.addMetadata(builder, metadata)
  builder.finishSizePrefixed(Header.endHeader(builder))
  return builder.asUint8Array()
}

function columnOffset(builder: Builder, { name, type }: Field): number {
  const text = builder.createString(name)
  Column.startColumn(builder)
  Column.addName(builder, text)
  Column.addType(builder, columnTypes[type])
  return Column.endColumn(builder)
}

/** Makes the bytes of objects, each with its length before it, with one builder for all of them: it reserves a kilobyte. */
export function featureBuilder(
  columns: readonly Field[],
): (geometry: Geometry | null, values: readonly PropertyValue[]) => Uint8Array {
  const builder = new Builder(1024)
  return (geometry, values) => {
    builder.clear()
    const properties = propertyBytes(values, columns)
    const offset = properties.length > 0 ? Feature.createPropertiesVector(builder, properties) : 0
    const shape = geometry && geometryOffset(builder, geometry)
    Feature.startFeature(builder)
    if (shape) Feature.addGeometry(builder, shape)
    if (offset) Feature.addProperties(builder, offset)
    builder.finishSizePrefixed(Feature.endFeature(builder))
    return builder.asUint8Array().slice()
  }
}

function geometryOffset(builder: Builder, geometry: Geometry): number {
  const type = GeometryType[geometry.type]
  if (geometry.type === 'GeometryCollection') return partsOffset(builder, type, geometry.geometries)
  if (geometry.type === 'MultiPolygon')
    return partsOffset(
      builder,
      type,
      geometry.coordinates.map((coordinates): Geometry => ({ type: 'Polygon', coordinates })),
    )
  const lines = linesOf(geometry)
  const positions = lines.flat()
  const xy = Flat.createXyVector(
    builder,
    Float64Array.from(positions.flatMap(([x = NaN, y = NaN]) => [x, y])),
  )
  const z = hasHeights(geometry)
    ? Flat.createZVector(builder, Float64Array.from(positions.map((position) => position[2] ?? 0)))
    : 0
  let end = 0
  const ends =
    lines.length > 1
      ? Flat.createEndsVector(builder, Uint32Array.from(lines.map(({ length }) => (end += length))))
      : 0
  Flat.startGeometry(builder)
  if (ends) Flat.addEnds(builder, ends)
  Flat.addXy(builder, xy)
  if (z) Flat.addZ(builder, z)
  Flat.addType(builder, type)
  return Flat.endGeometry(builder)
}

function partsOffset(builder: Builder, type: GeometryType, geometries: readonly Geometry[]): number {
  const parts = Flat.createPartsVector(
    builder,
    geometries.map((part) => geometryOffset(builder, part)),
  )
  Flat.startGeometry(builder)
  Flat.addType(builder, type)
  Flat.addParts(builder, parts)
  return Flat.endGeometry(builder)
}

type Flatter = Exclude<Geometry, { type: 'GeometryCollection' | 'MultiPolygon' }>

function linesOf(geometry: Flatter): readonly (readonly Position[])[] {
  if (geometry.type === 'Point') return [geometry.coordinates.length > 0 ? [geometry.coordinates] : []]
  return geometry.type === 'LineString' || geometry.type === 'MultiPoint'
    ? [geometry.coordinates]
    : geometry.coordinates
}

function propertyBytes(values: readonly PropertyValue[], columns: readonly Field[]): Uint8Array {
  const parts = columns.flatMap(({ type }, index) => {
    const value = values[index] ?? null
    if (value === null) return []
    const number = Buffer.alloc(2)
    number.writeUInt16LE(index)
    return [number, valueBytes(value, type)]
  })
  return Buffer.concat(parts)
}

function valueBytes(value: string | number | boolean, type: FieldType): Buffer {
  if (type === 'boolean') return Buffer.from([value === true ? 1 : 0])
  if (type === 'integer' || type === 'number') {
    const bytes = Buffer.alloc(8)
    if (type === 'number') bytes.writeDoubleLE(Number(value))
    else bytes.writeBigInt64LE(BigInt(Math.trunc(Number(value))))
    return bytes
  }
  const text = Buffer.from(String(value))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(text.length)
  return Buffer.concat([length, text])
}
