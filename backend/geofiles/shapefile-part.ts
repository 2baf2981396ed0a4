import { closeSync, openSync, writeSync } from 'node:fs'
import { type Box, boxOf, emptyBox, type Geometry, isEmptyBox, unionOf } from '../geometry/geometry.ts'
import { type DbfColumn, writeDbf } from './dbf-writer.ts'
import { GeofileError } from './finding.ts'
import { boxBytes, shapeBytes, type ShapeKind, shapeKinds } from './shape-bytes.ts'

/** Lengths are counted in words of two bytes and signed, and many programs count bytes. */
const mostBytes = 2 ** 31 - 1
const headBytes = 100
const pieceBytes = 256 * 1024

/** The files of one Shapefile while they are written: .shp and .shx at once, the table when its widths are known. */
export interface ShapefilePart {
  readonly kind: ShapeKind
  readonly add: (geometry: Geometry | null, cells: readonly string[]) => void
  readonly finish: (day: string) => Promise<void>
  readonly close: () => void
}

export function openPart(stem: string, kind: ShapeKind, columns: readonly DbfColumn[]): ShapefilePart {
  const shp = openSync(`${stem}.shp`, 'wx')
  const shx = openSync(`${stem}.shx`, 'wx')
  const spool = openSync(`${stem}.rows`, 'wx')
  const outputs = { shp: buffered(shp), shx: buffered(shx), spool: buffered(spool) }
  outputs.shp.add(Buffer.alloc(headBytes))
  outputs.shx.add(Buffer.alloc(headBytes))
  let at = headBytes
  let count = 0
  let extent: Box = emptyBox
  const close = () => {
    for (const file of [shp, shx, spool]) closeSync(file)
  }
  return {
    kind,
    close,
    add: (geometry, cells) => {
      const content = shapeBytes(geometry, kind)
      const head = Buffer.allocUnsafe(8)
      const entry = Buffer.allocUnsafe(8)
      count += 1
      head.writeInt32BE(count, 0)
      head.writeInt32BE(content.length / 2, 4)
      entry.writeInt32BE(at / 2, 0)
      entry.writeInt32BE(content.length / 2, 4)
      at += 8 + content.length
      if (at > mostBytes) throw new GeofileError('shapefile-too-large')
      outputs.shp.add(head)
      outputs.shp.add(content)
      outputs.shx.add(entry)
      outputs.spool.add(Buffer.from(`${JSON.stringify(cells)}\n`))
      if (geometry) extent = unionOf(extent, boxOf(geometry))
    },
    finish: async (day) => {
      for (const output of Object.values(outputs)) output.flush()
      writeSync(shp, headOf(at, kind, extent), 0, headBytes, 0)
      writeSync(shx, headOf(headBytes + count * 8, kind, extent), 0, headBytes, 0)
      await writeDbf(`${stem}.rows`, `${stem}.dbf`, { columns, count, day })
    },
  }
}

function headOf(length: number, kind: ShapeKind, extent: Box): Buffer {
  const head = Buffer.alloc(headBytes)
  head.writeInt32BE(9994, 0)
  head.writeInt32BE(length / 2, 24)
  head.writeInt32LE(1000, 28)
  head.writeInt32LE(shapeKinds[kind], 32)
  if (!isEmptyBox(extent)) boxBytes(extent).copy(head, 36)
  return head
}

function buffered(file: number) {
  let parts: Buffer[] = []
  let length = 0
  const flush = () => {
    if (length > 0) writeSync(file, Buffer.concat(parts))
    parts = []
    length = 0
  }
  return {
    flush,
    add: (bytes: Buffer) => {
      parts.push(bytes)
      length += bytes.length
      if (length > pieceBytes) flush()
    },
  }
}
