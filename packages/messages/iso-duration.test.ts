import { expect, test } from 'vitest'
import { isoDuration } from './iso-duration.ts'

test.each([
  [{ value: 2, unit: 'JAHR' }, 'P2Y'],
  [{ value: 1, unit: 'MONAT' }, 'P1M'],
  [{ value: 3, upper: 4, unit: 'WOCHE' }, 'P28D'],
  [{ value: 10, unit: 'TAG' }, 'P10D'],
  [{ value: 6, unit: 'WERKTAG' }, 'P7D'],
  [{ value: 5, unit: 'ARBEITSTAG' }, 'P7D'],
  [{ value: 1, upper: 3, unit: 'ARBEITSTAG' }, 'P5D'],
  [{ value: 36, unit: 'STUNDE' }, 'PT36H'],
  [{ value: 15, unit: 'MINUTE' }, 'PT15M'],
  [{ value: 30, unit: 'SEKUNDE' }, 'PT30S'],
] as const)('%o lasts %s', (time, told) => {
  expect(isoDuration(time)).toBe(told)
})
