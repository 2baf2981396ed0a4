import fc from 'fast-check'
import { expect, test } from 'vitest'
import { similarWordFinder } from './similar-words.ts'

const similar = similarWordFinder([
  'personalausweis',
  'parkausweis',
  'reisepass',
  'hund',
  'hundesteuer',
  'kirchenaustritt',
])
const found = (typed: string) => similar(typed).map(({ word }) => word)

test.each([
  ['persnalausweis', 'personalausweis'],
  ['personalausweiss', 'personalausweis'],
  ['reisepas', 'reisepass'],
  ['hundesteur', 'hundesteuer'],
  ['kirchaustritt', 'kirchenaustritt'],
])('%s means %s', (typed, meant) => {
  expect(found(typed)[0]).toBe(meant)
})

test.each(['xqzvbw', 'ok', '', 'jjjjjjjj'])('%s means nothing', (typed) => {
  expect(found(typed)).toEqual([])
})

test('the word that holds the most of what was typed comes first', () => {
  expect(found('hund')).toEqual(['hund', 'hundesteuer'])
  expect(found('hunde')).toEqual(['hundesteuer', 'hund'])
})

test('of words that hold as much the one of nearly the same length comes first', () => {
  const words = similarWordFinder(['ausweispflichtige', 'ausweise'])('ausweisx')
  expect(words.map(({ word }) => word)).toEqual(['ausweise', 'ausweispflichtige'])
})

test('a word is most like itself', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 3, maxLength: 12 })
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 20 }), (known) => {
      const finder = similarWordFinder(known)
      return known.every((each) => finder(each)[0]?.share === 1)
    }),
  )
})
