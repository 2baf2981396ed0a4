import fc from 'fast-check'
import { expect, test } from 'vitest'
import { weighted } from './weighted.ts'

test.each([
  [undefined, []],
  ['', []],
  ['gzip, deflate, br', ['gzip', 'deflate', 'br']],
  ['br;q=0, gzip', ['gzip']],
  ['gzip;q=0.0, br;q=0.000', []],
  ['de;q=0.1,en;q=0.9', ['en', 'de']],
  ['GZIP', ['gzip']],
  ['fr;q=x, en', ['en']],
  ['en ; q=0.5 , de', ['de', 'en']],
])('%s means %j', (header, expected) => {
  expect(weighted(header)).toEqual(expected)
})

test('whatever is sent, it is read', () => {
  fc.assert(
    fc.property(fc.string(), (header) => {
      expect(weighted(header).every((value) => value === value.trim())).toBe(true)
    }),
  )
})
