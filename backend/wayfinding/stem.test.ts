import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stem } from './stem.ts'

test.each([
  ['anmeldung', 'anmelden', 'anmeld'],
  ['urkunde', 'urkunden', 'urkund'],
  ['fuhrerschein', 'fuhrerscheine', 'fuhrerschei'],
  ['verlangerung', 'verlangern', 'verlang'],
  ['arzt', 'arztinnen', 'arzt'],
  ['geburt', 'geburts', 'gebur'],
])('%s and %s share the stem %s', (a, b, expected) => {
  expect([a, b].map(stem)).toEqual([expected, expected])
})

test.each(['hund', 'kfz', 'ehe', 'eu', ''])('%s is too short to lose anything', (word) => {
  expect(stem(word)).toBe(word)
})

test('a stem is a beginning of its word and keeps four letters', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abdefghiklmnorstuz'), maxLength: 30 })
  fc.assert(
    fc.property(word, (each) => each.startsWith(stem(each)) && stem(each).length >= Math.min(4, each.length)),
  )
})
