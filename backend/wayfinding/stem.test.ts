import { stemmer as snowball } from '@orama/stemmers/german'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { endings, irregularWords, regularStem, stem } from './stem.ts'

const irregular = new Set(irregularWords())

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
  fc.assert(fc.property(word, (each) => irregular.has(each) || stem(each).length >= Math.min(4, each.length)))
})

test('a stem stays what it is', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abdefghiklmnorstuz'), maxLength: 20 })
  fc.assert(fc.property(word, (each) => stem(stem(each)).length <= stem(each).length))
})

test('what rules take off a word is made of the endings that compounds are cut by', () => {
  const tail = new RegExp(`^(?:${endings.join('|')})*$`)
  const letters = fc.string({ unit: fc.constantFrom(...'abdefghiklmnorstuyz'), minLength: 1, maxLength: 12 })
  const word = fc
    .tuple(letters, fc.array(fc.constantFrom(...endings, 'niss', 's'), { maxLength: 4 }))
    .map(([first, rest]) => first + rest.join(''))
  fc.assert(
    fc.property(word, (each) => {
      const short = regularStem(each)
      expect(each.startsWith(short)).toBe(true)
      expect(each.slice(short.length)).toMatch(tail)
    }),
    { numRuns: 2000 },
  )
})

test('a word is stemmed as far as Snowball goes, though it is not asked where it has nothing to take', () => {
  const word = fc
    .tuple(
      fc.string({ unit: fc.constantFrom(...'abdefghiklmnorstuyz'), minLength: 4, maxLength: 12 }),
      fc.constantFrom('', ...endings.filter((ending) => !ending.startsWith('in'))),
    )
    .map((parts) => parts.join(''))
    .filter((each) => !/in(?:nen)?$/.test(each))
  fc.assert(
    fc.property(word, (each) => {
      let [cut, next] = [each, snowball(each)]
      while (next !== cut && next.length >= 4) [cut, next] = [next, snowball(next)]
      expect(regularStem(each)).toBe(each.length > 4 ? cut : each)
    }),
    { numRuns: 2000 },
  )
})
