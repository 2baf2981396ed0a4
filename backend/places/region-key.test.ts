import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agsOf, arsOf, endOfRange, levelOf, regionsAround } from './region-key.ts'

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`))

describe('the regions around a key', () => {
  test.each([
    ['130765659001', ['130765659001', '130765659', '13076', '130', '13']],
    ['130765659', ['130765659', '13076', '130', '13']],
    ['13076', ['13076', '130', '13']],
    ['13', ['13']],
    ['', []],
  ])('of %s are %j', (key, expected) => {
    expect(regionsAround(key)).toEqual(expected)
  })

  test('are beginnings of it, each shorter than the one before', () => {
    fc.assert(
      fc.property(digits(12), (key) => {
        const regions = regionsAround(key)
        expect(regions.every((region) => key.startsWith(region) && levelOf(region))).toBe(true)
        expect(regions.map((region) => region.length)).toEqual([12, 9, 5, 3, 2])
      }),
    )
  })
})

test.each([
  ['13', 'land'],
  ['130', 'regierungsbezirk'],
  ['13076', 'kreis'],
  ['130765659', 'verband'],
  ['130765659001', 'gemeinde'],
  ['13076001', undefined],
])('the key %s is of level %s', (key, level) => {
  expect(levelOf(key)).toBe(level)
})

test('an AGS is an ARS without the Verband, and back', () => {
  expect(agsOf('130765659001')).toBe('13076001')
  fc.assert(fc.property(digits(8), digits(4), (ags, verband) => agsOf(arsOf(ags, verband)) === ags))
})

test('every text that begins with a prefix lies in its range', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{1,5}$/), fc.stringMatching(/^[a-z ]{0,9}$/), (prefix, rest) => {
      const text = prefix + rest
      expect(text >= prefix && text < endOfRange(prefix)).toBe(true)
    }),
  )
})
