import { type Shape, unreadable } from './geometry-shape.ts'
import { readWkb } from './wkb.ts'

/** Bytes of the envelope by its kind: none, xy, xyz, xym, xyzm. */
const envelopes = [0, 32, 48, 48, 64] as const

/** A geometry as a GeoPackage keeps it: a header with system and envelope, then well-known binary (OGC 12-128r18, 2.1.3). */
export function readBlob(blob: unknown): Shape {
  if (blob === null) return { geometry: null, faults: [] }
  if (!(blob instanceof Uint8Array) || blob.length < 8) return unreadable
  const [g, p, version, flags = 0] = blob
  const envelope = envelopes[(flags >> 1) & 7]
  const extended = (flags & 0x20) !== 0
  if (g !== 0x47 || p !== 0x50 || version !== 0 || envelope === undefined || extended) return unreadable
  return readWkb(blob.subarray(8 + envelope))
}
