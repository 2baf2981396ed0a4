/** Both coordinates are cut into so many steps. */
export const hilbertSteps = (1 << 16) - 1

/** Where a point of a square of 65,536 by 65,536 lies along the Hilbert curve (the branchless form of FlatGeobuf and flatbush, by rawrunprotected). */
export function hilbert(x: number, y: number): number {
  let a = x ^ y
  let b = 0xffff ^ a
  let c = 0xffff ^ (x | y)
  let d = x & (y ^ 0xffff)

  let A = a | (b >> 1)
  let B = (a >> 1) ^ a
  let C = (c >> 1) ^ (b & (d >> 1)) ^ c
  let D = (a & (c >> 1)) ^ (d >> 1) ^ d

  for (const shift of [2, 4]) {
    ;[a, b, c, d] = [A, B, C, D]
    A = (a & (a >> shift)) ^ (b & (b >> shift))
    B = (a & (b >> shift)) ^ (b & ((a ^ b) >> shift))
    C ^= (a & (c >> shift)) ^ (b & (d >> shift))
    D ^= (b & (c >> shift)) ^ ((a ^ b) & (d >> shift))
  }

  ;[a, b, c, d] = [A, B, C, D]
  C ^= (a & (c >> 8)) ^ (b & (d >> 8))
  D ^= (b & (c >> 8)) ^ ((a ^ b) & (d >> 8))

  a = C ^ (C >> 1)
  b = D ^ (D >> 1)

  let i0 = x ^ y
  let i1 = b | (0xffff ^ (i0 | a))
  for (const [shift, mask] of [
    [8, 0x00ff00ff],
    [4, 0x0f0f0f0f],
    [2, 0x33333333],
    [1, 0x55555555],
  ] as const) {
    i0 = (i0 | (i0 << shift)) & mask
    i1 = (i1 | (i1 << shift)) & mask
  }
  return ((i1 << 1) | i0) >>> 0
}
