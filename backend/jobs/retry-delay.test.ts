import { expect, test } from 'vitest'
import { retryDelay } from './retry-delay.ts'

test.each([
  [1, 1],
  [2, 2],
  [3, 4],
  [9, 256],
  [10, 360],
  [1_000, 360],
])('after %i failures it takes %i minutes', (failures, minutes) => {
  expect(retryDelay(failures)).toBe(minutes * 60_000)
})
