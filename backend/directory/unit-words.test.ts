import { expect, test } from 'vitest'
import { wordsAsked, wordsOfUnit } from './unit-words.ts'

test('a unit is found by its names, place, streets and postcode, with and without umlauts', () => {
  const content = {
    names: { en: 'Citizens’ Office' },
    addresses: [{ kind: 'visitor' as const, street: 'Große Straße', postcode: '19230', city: 'Lübz' }],
  }
  expect([...wordsOfUnit({ name: 'Bürgerbüro', content, regionName: 'Hagenow' })].sort()).toEqual([
    ...['19230', 'burgerburo', 'buergerbuero', 'citizens', 'grosse', 'hagenow', 'luebz', 'lubz'],
    ...['office', 'strasse'],
  ].sort()) // prettier-ignore
})

test.each([
  ['Bürgerbüro Lübz', ['buergerbuero', 'luebz']],
  ['amt AMT', ['amt']],
  ['– !', []],
  ['a bb ccc dddd eeeee', ['eeeee', 'dddd', 'ccc', 'bb']],
])('of %s these words count, the longest first: %j', (text, words) => expect(wordsAsked(text)).toEqual(words))
