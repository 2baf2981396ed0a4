import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contrast, inkOn, readable } from './contrast.ts'

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => value.toString(16).padStart(6, '0'))

test.each([
  ['000000', 'ffffff', 21],
  ['fff', 'ffffff', 1],
  ['767676', 'ffffff', 4.54],
  ['0000ff', 'ffffff', 8.59],
])('%s on %s reads %d to 1, as WCAG counts', (one, other, expected) => {
  expect(contrast(one, other)).toBeCloseTo(expected, 2)
  expect(contrast(other, one)).toBeCloseTo(expected, 2)
})

test('a colour that reads well stays as it is', () =>
  expect(readable('0b5c4a', 'ffffff', 4.5)).toBe('0b5c4a'))

test('whatever colour somebody chooses, it can be read on light and dark, and so can words on it', () =>
  fc.assert(
    fc.property(colour, fc.constantFrom('ffffff', '1e1e1e'), (chosen, background) => {
      const shown = readable(chosen, background, 4.5)
      expect(contrast(shown, background)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(inkOn(shown), shown)).toBeGreaterThanOrEqual(4.5)
    }),
  ))
