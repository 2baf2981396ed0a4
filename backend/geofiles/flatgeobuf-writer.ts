import { createWriteStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Box, boxOf, emptyBox, isEmptyBox, unionOf } from '../geometry/geometry.ts'
import { makeAside } from './aside.ts'
import { featureBytes, headerBytes } from './flatgeobuf-build.ts'
import { levelsOf, nodeBytes, treeBytes } from './flatgeobuf-tree.ts'
import { hilbert, hilbertSteps } from './hilbert.ts'
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

interface Place {
  readonly box: Box
  readonly at: number
  readonly length: number
}

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
    const places: Place[] = []
    let heights = false
    const bytes = async function* () {
      let at = 0
      for await (const feature of features) {
        const geometry = feature.geometry && asType(feature.geometry, type)
        heights ||= geometry !== null && hasHeights(geometry)
        const values = columns.map((column) => columnValue(feature, column))
        const piece = featureBytes(geometry, values, columns)
        places.push({ box: geometry ? boxOf(geometry) : emptyBox, at, length: piece.length })
        at += piece.length
        yield piece
      }
    }
    await pipeline(Readable.from(bytes()), createWriteStream(spool))
    const extent = places.reduce((union, { box }) => unionOf(union, box), emptyBox)
    const indexed = places.length > 0 && places.every(({ box }) => !isEmptyBox(box))
    const sorted = indexed ? alongCurve(places, extent) : places
    const header = headerBytes({
      ...{ about, columns, type, heights, count: places.length },
      extent: isEmptyBox(extent) ? undefined : extent,
      nodeSize: indexed ? nodeSize : 0,
    })
    const source = await open(spool)
    try {
      const pieces = [magic, header, ...(indexed ? [tree(sorted)] : [])]
      await pipeline(Readable.from(inOrder(pieces, source, sorted)), createWriteStream(path))
    } finally {
      await source.close()
    }
    return { count: places.length, findings: [] }
  } finally {
    aside.remove()
  }
}

async function* inOrder(head: readonly Uint8Array[], source: FileHandle, places: readonly Place[]) {
  yield* head
  for (const { at, length } of places) {
    const piece = Buffer.alloc(length)
    await source.read(piece, 0, length, at)
    yield piece
  }
}

function alongCurve(places: readonly Place[], { minX, minY, maxX, maxY }: Box): readonly Place[] {
  const step = (middle: number, least: number, most: number) =>
    most > least ? Math.floor((hilbertSteps * (middle - least)) / (most - least)) : 0
  return places
    .map((place) => {
      const { box } = place
      const x = step((box.minX + box.maxX) / 2, minX, maxX)
      const y = step((box.minY + box.maxY) / 2, minY, maxY)
      return { place, key: hilbert(x, y) }
    })
    .sort((a, b) => b.key - a.key)
    .map(({ place }) => place)
}

/** The packed R-tree: the root first, leaves last; a leaf tells where its object begins, another node which is its first child. */
function tree(sorted: readonly Place[]): Uint8Array {
  const levels = levelsOf(sorted.length, nodeSize)
  const bytes = Buffer.alloc(treeBytes(sorted.length, nodeSize))
  const put = (node: number, { minX, minY, maxX, maxY }: Box, offset: number) => {
    ;[minX, minY, maxX, maxY].forEach((value, index) =>
      bytes.writeDoubleLE(value, node * nodeBytes + index * 8),
    )
    bytes.writeBigUInt64LE(BigInt(offset), node * nodeBytes + 32)
  }
  let first = bytes.length / nodeBytes - sorted.length
  let offset = 0
  sorted.forEach(({ box, length }, index) => {
    put(first + index, box, offset)
    offset += length
  })
  let boxes: readonly Box[] = sorted.map(({ box }) => box)
  for (const count of levels.slice(1)) {
    const children = first
    first -= count
    boxes = Array.from({ length: count }, (_, index) => {
      const box = boxes.slice(index * nodeSize, (index + 1) * nodeSize).reduce(unionOf)
      put(first + index, box, children + index * nodeSize)
      return box
    })
  }
  return bytes
}
