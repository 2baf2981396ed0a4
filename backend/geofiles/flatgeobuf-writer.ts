import { closeSync, createWriteStream, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { boxOf, emptyBox, isEmptyBox } from '../geometry/geometry.ts'
import { makeAside } from './aside.ts'
import { featureBuilder, headerBytes } from './flatgeobuf-build.ts'
import { createPlaces, packedTree, type Places } from './flatgeobuf-places.ts'
import { gathered } from './gathered.ts'
import { hasHeights } from './wkb-writer.ts'
import {
  asType,
  columnsFor,
  columnValue,
  commonType,
  type Features,
  type WriteAbout,
  type WriteReport,
} from './written.ts'

const magic = Buffer.from('6667620366676200', 'hex')
const nodeSize = 16

/**
 * FlatGeobuf 3 with its index, by which programs read a part of it over the network. Objects are first written aside, then
 * in the order of the index; only their boxes are in memory. Where one has no geometry there can be no index.
 */
export async function writeFlatgeobuf(
  features: Features,
  about: WriteAbout,
  path: string,
): Promise<WriteReport> {
  const aside = makeAside(about.folder)
  const columns = columnsFor(about.fields)
  const type = commonType(about.types)
  try {
    const spool = join(aside.folder, 'features')
    const places = createPlaces()
    const toBytes = featureBuilder(columns)
    let heights = false
    const bytes = async function* () {
      for await (const feature of features) {
        const geometry = feature.geometry && asType(feature.geometry, type)
        heights ||= geometry !== null && hasHeights(geometry)
        const values = columns.map((column) => columnValue(feature, column))
        const piece = toBytes(geometry, values)
        places.add(geometry ? boxOf(geometry) : emptyBox, piece.length)
        yield piece
      }
    }
    await pipeline(Readable.from(gathered(bytes())), createWriteStream(spool))
    const count = places.count()
    const extent = places.extent()
    const indexed = places.complete()
    const order = indexed ? places.alongCurve() : Uint32Array.from({ length: count }, (_, place) => place)
    const header = headerBytes({
      ...{ about, columns, type, heights, count },
      extent: isEmptyBox(extent) ? undefined : extent,
      nodeSize: indexed ? nodeSize : 0,
    })
    const head = [magic, header, ...(indexed ? [packedTree(places, order, nodeSize)] : [])]
    await pipeline(Readable.from(gathered(inOrder(head, spool, places, order))), createWriteStream(path))
    return { count, findings: [] }
  } finally {
    aside.remove()
  }
}

async function* inOrder(head: readonly Uint8Array[], spool: string, places: Places, order: Uint32Array) {
  yield* head
  const source = openSync(spool, 'r')
  try {
    for (const place of order) {
      const piece = Buffer.allocUnsafe(places.lengthOf(place))
      readSync(source, piece, 0, piece.length, places.offsetOf(place))
      yield piece
    }
  } finally {
    closeSync(source)
  }
}
