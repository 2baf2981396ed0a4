import { describe, expect, test } from 'vitest'
import { isPostcode, readPosition } from './import-fields.ts'

describe('a position', () => {
  test('is read where it lies in or near Germany', () => {
    expect(readPosition('53.63', '11.41')).toEqual({ lat: 53.63, lon: 11.41 })
    expect(readPosition(' 47.3 ', '5.9')).toEqual({ lat: 47.3, lon: 5.9 })
  })

  test.each([
    ['swapped', '11.41', '53.63'],
    ['far away', '40.7', '-74'],
    ['nothing', '0', '0'],
    ['empty', '', ''],
    ['half', '53.6', undefined],
    ['words', 'oben', 'unten'],
    ['infinite', 'Infinity', '11'],
  ])('that is %s is none', (_, lat, lon) => {
    expect(readPosition(lat, lon)).toBeUndefined()
  })
})

test.each([
  ['19230', true],
  ['01067', true],
  ['1067', false],
  ['192301', false],
  ['1923O', false],
  ['', false],
  [undefined, false],
])('%s is a postcode: %s', (text, expected) => {
  expect(isPostcode(text)).toBe(expected)
})
