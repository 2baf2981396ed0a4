import { expect, test } from 'vitest'
import type { FeatureBox } from '../database/spatial.ts'
import { thinOut } from './thin-out.ts'

const idsOf = (boxes: readonly FeatureBox[]) => boxes.map(({ id }) => id)
const box = (id: number, lon: number, lat: number, size = 0): FeatureBox => ({
  id,
  min_lon: lon,
  min_lat: lat,
  max_lon: lon + size,
  max_lat: lat + size,
})

test('few enough are all drawn, in the order of their ids', () => {
  expect(idsOf(thinOut([box(3, 11, 53), box(1, 11, 53), box(2, 11, 53)], 1, 3))).toEqual([1, 2, 3])
})

test('of many in one place one is drawn, and what lies apart', () => {
  const crowd = Array.from({ length: 100 }, (_, id) => box(id, 11 + id * 1e-6, 53))
  expect(idsOf(thinOut([...crowd, box(200, 11.5, 53.5)], 1, 50))).toEqual([0, 200])
})

test('what is large is drawn before what is small', () => {
  const small = Array.from({ length: 100 }, (_, id) => box(id, 11.0001 + id * 0.009, 53.0001))
  const ids = idsOf(thinOut([...small, box(500, 11, 53, 0.5)], 1, 60))
  expect(ids).toContain(500)
  expect(ids.length).toBeLessThanOrEqual(60)
  expect(ids.length).toBeGreaterThan(20)
})

test('never more than asked for, however large all are', () => {
  const all = Array.from({ length: 100 }, (_, id) => box(id, 11, 53, 5))
  expect(thinOut(all, 1, 10)).toHaveLength(10)
})
