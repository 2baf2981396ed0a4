import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { GeofileError } from './finding.ts'

/** Reads a file of bytes from front to back, a piece at a time. */
export interface ByteReader {
  readonly size: number
  /** Where the next byte comes from. */
  readonly at: () => number
  /** So many bytes, to be used before the next call. Throws GeofileError where they are not there, or more than fit into memory. */
  readonly read: (bytes: number) => Buffer
  readonly skip: (bytes: number) => void
  readonly close: () => void
}

/** The largest single object; hostile lengths reserve no more. */
const mostBytes = 256 * 1024 ** 2
const pieceBytes = 256 * 1024

export function openBytes(path: string): ByteReader {
  const file = openSync(path, 'r')
  const { size } = fstatSync(file)
  let piece = Buffer.alloc(0)
  let begin = 0
  let at = 0
  return {
    size,
    at: () => at,
    read: (bytes) => {
      if (at + bytes > size) throw new GeofileError('file-truncated')
      if (bytes > mostBytes) throw new GeofileError('object-too-large', { megabytes: mostBytes / 1024 ** 2 })
      if (at < begin || at + bytes > begin + piece.length) {
        const wanted = Math.min(Math.max(bytes, pieceBytes), size - at)
        if (piece.length !== wanted) piece = Buffer.allocUnsafe(wanted)
        begin = at
        piece = piece.subarray(0, readSync(file, piece, 0, wanted, at))
        if (piece.length < bytes) throw new GeofileError('file-truncated')
      }
      at += bytes
      return piece.subarray(at - bytes - begin, at - begin)
    },
    skip: (bytes) => void (at += bytes),
    close: () => closeSync(file),
  }
}
