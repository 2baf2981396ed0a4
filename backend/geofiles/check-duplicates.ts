import { hash } from 'node:crypto'
import type { ReadFeature } from './geofile.ts'

/** So many are remembered, at some 40 bytes each; of a larger file the rest is not compared. */
const most = 1_000_000

/** Tells objects and ids that were there before. Compared are 48 bits of a hash: of a million objects one pair in 500 runs may be taken for equal. */
export function createDuplicateCheck() {
  const objects = new Set<number>()
  const ids = new Set<number>()
  return {
    isObjectAgain: ({ geometry, properties }: ReadFeature) =>
      geometry !== null && isAgain(objects, JSON.stringify([geometry, properties])),
    isIdAgain: ({ id }: ReadFeature) => id !== undefined && isAgain(ids, String(id)),
  }
}

function isAgain(seen: Set<number>, text: string): boolean {
  const key = hash('sha1', text, 'buffer').readUIntBE(0, 6)
  if (seen.has(key)) return true
  if (seen.size < most) seen.add(key)
  return false
}
