import { Builder, ByteBuffer } from 'flatbuffers'
import { Feature } from 'flatgeobuf/lib/mjs/flat-geobuf/feature.js'
import { Geometry as Flat } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry.js'
import { GeometryType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js'
import { expect, test } from 'vitest'
import { readFlatGeometry } from './flatgeobuf-geometry.ts'
import { unreadable } from './geometry-shape.ts'

/** An object whose parts all are the same one, `times` over, of `count` positions. */
function repeated(type: GeometryType, times: number, count: number) {
  const builder = new Builder()
  const part = type === GeometryType.MultiPolygon ? GeometryType.Polygon : GeometryType.MultiPoint
  const xy = Flat.createXyVector(
    builder,
    Array.from({ length: count * 2 }, (_, index) => index % 7),
  )
  Flat.startGeometry(builder)
  Flat.addXy(builder, xy)
  Flat.addType(builder, part)
  const one = Flat.endGeometry(builder)
  const parts = Flat.createPartsVector(builder, Array.from<number>({ length: times }).fill(one))
  Flat.startGeometry(builder)
  Flat.addType(builder, type)
  Flat.addParts(builder, parts)
  const geometry = Flat.endGeometry(builder)
  Feature.startFeature(builder)
  Feature.addGeometry(builder, geometry)
  Feature.finishFeatureBuffer(builder, Feature.endFeature(builder))
  const bytes = builder.asUint8Array()
  return readFlatGeometry(Feature.getRootAsFeature(new ByteBuffer(bytes)), type, bytes.length)
}

const both = [
  ['MultiPolygon', GeometryType.MultiPolygon],
  ['GeometryCollection', GeometryType.GeometryCollection],
] as const

test.each(both)('a %s is read', (type, code) => {
  expect(repeated(code, 1, 100)).toMatchObject({ geometry: { type }, faults: [] })
})

test.each(both)('a %s whose parts are all the same one, which grows by the square, is not', (_, code) => {
  expect(repeated(code, 20, 100)).toEqual(unreadable)
  expect(repeated(code, 20_000, 20_000)).toEqual(unreadable)
})
