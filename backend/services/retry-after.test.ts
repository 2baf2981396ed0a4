import { expect, test } from 'vitest'
import { retryAfter } from './retry-after.ts'

const now = new Date('2026-11-23T09:00:00Z')

test.each([
  ['120', 120],
  [' 0 ', 0],
  ['Mon, 23 Nov 2026 09:05:00 GMT', 300],
  ['Mon, 23 Nov 2026 08:00:00 GMT', 0],
  ['999999999', 86_400],
  ['Tue, 23 Nov 2027 09:00:00 GMT', 86_400],
  ['bald', undefined],
  ['', undefined],
  [undefined, undefined],
])('%s means %s seconds', (field, seconds) => {
  expect(retryAfter(field, now)).toBe(seconds === undefined ? undefined : seconds * 1_000)
})
