import fc from 'fast-check'
import { expect, test } from 'vitest'
import { letterOf, sortKeyOf } from './german-order.ts'

const inOrder = (words: readonly string[]) =>
  [...words].sort((a, b) => (sortKeyOf(a) < sortKeyOf(b) ? -1 : 1))

test('umlauts stand with their base letters and ß as ss', () => {
  const words = [
    'Abfall',
    'Äcker',
    'Adoption',
    'Straße',
    'Strasse bauen',
    'Ummeldung',
    'Übergang',
    'Zulassung',
  ]
  expect(inOrder(words)).toEqual([
    'Abfall',
    'Äcker',
    'Adoption',
    'Straße',
    'Strasse bauen',
    'Übergang',
    'Ummeldung',
    'Zulassung',
  ])
})

test('of two equal words the plain one comes first, before longer ones', () => {
  expect(inOrder(['Müllerei', 'Müller', 'Muller', 'Müller A'])).toEqual([
    'Muller',
    'Müller',
    'Müller A',
    'Müllerei',
  ])
})

test('short words come before longer ones and gaps before letters, whatever the gap', () => {
  expect(inOrder(['Wohngeld', 'Wohn-Raum', 'Wohn', '(Wohn) Geld'])).toEqual([
    'Wohn',
    '(Wohn) Geld',
    'Wohn-Raum',
    'Wohngeld',
  ])
})

test.each([
  ['Ummeldung', 'U'],
  ['Übergang', 'U'],
  ['öffentliche Plätze', 'O'],
  ['(Drohender) Arbeitsplatzverlust', 'D'],
  ['95 Schlüssel', '0-9'],
  ['…', '0-9'],
  ['Łódź', 'L'],
  ['Ελλάδα', '0-9'],
  ['ä', 'A'],
  ['0-9', '0-9'],
])('%s stands under %s', (text, letter) => {
  expect(letterOf(text)).toBe(letter)
})

const germanWords = fc
  .array(fc.string({ unit: fc.constantFrom(...'abcmnsuzäöüßABUÄÜ09'), minLength: 1, maxLength: 5 }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((words) => words.join(' '))

test('the order is the one of the German collation where base letters decide', () => {
  const collator = new Intl.Collator('de', { sensitivity: 'base' })
  fc.assert(
    fc.property(germanWords, germanWords, (a, b) => {
      const expected = collator.compare(a, b)
      if (expected !== 0) expect(sortKeyOf(a) < sortKeyOf(b)).toBe(expected < 0)
    }),
  )
})

const anyText = fc.oneof(germanWords, fc.string(), fc.string({ unit: 'binary', maxLength: 8 }))

test('keys hold nothing that a collation could treat in its own way, and the letter follows the key', () => {
  fc.assert(
    fc.property(anyText, anyText, (a, b) => {
      for (const text of [a, b]) expect(sortKeyOf(text)).toMatch(/^[0-9a-z]*$/)
      const [first, second] = sortKeyOf(a) <= sortKeyOf(b) ? [a, b] : [b, a]
      expect(letterOf(first) <= letterOf(second)).toBe(true)
    }),
  )
})
