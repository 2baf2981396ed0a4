import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isIrregular, stem } from './stem.ts'

test.each([
  ['anmeldung', 'anmelden', 'anmeld'],
  ['urkunde', 'urkunden', 'urkund'],
  ['fuhrerschein', 'fuhrerscheine', 'fuhrerschein'],
  ['verlangerung', 'verlangern', 'verlang'],
  ['arzt', 'arztinnen', 'arzt'],
  ['geburt', 'geburts', 'geburt'],
  ['burger', 'burgerinnen', 'burg'],
  ['amt', 'amter', 'amt'],
  ['umzug', 'umgezogen', 'umzug'],
  ['behinderung', 'behinderten', 'behind'],
])('%s and %s share the stem %s', (a, b, expected) => {
  expect([a, b].map(stem)).toEqual([expected, expected])
})

test.each(['hund', 'kfz', 'ehe', 'eu', ''])('%s is too short to lose anything', (word) => {
  expect(stem(word)).toBe(word)
})

test.each(['termin', 'benzin'])('%s is no woman', (word) => {
  expect(stem(word)).toBe(word)
})

test('a stem keeps four letters, and a regular one is a beginning of its word', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abdefghiklmnorstuz'), maxLength: 30 })
  fc.assert(fc.property(word, (each) => isIrregular(each) || stem(each).length >= Math.min(4, each.length)))
})

test('a stem stays what it is', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abdefghiklmnorstuz'), maxLength: 20 })
  fc.assert(fc.property(word, (each) => stem(stem(each)).length <= stem(each).length))
})
