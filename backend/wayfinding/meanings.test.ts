import { expect, test } from 'vitest'
import { meaningsOf } from './meanings.ts'

const meanings = meaningsOf([
  {
    everyday: 'perso',
    official: ['personalausweis'],
    direction: 'both',
    kind: 'umgangssprache',
    reason: 'Kurzform',
  },
  {
    everyday: 'hund anmelden',
    official: ['hundesteuer', 'hundehaltung anzeigen'],
    direction: 'to',
    kind: 'verb-nomen',
    reason: 'Verb',
  },
])
const meant = (...words: string[]) => meanings.of(words).map(({ words: official }) => official.join(' '))

test('an everyday word stands for official ones, the likeliest first', () => {
  expect(meant('perso')).toEqual(['personalausweis'])
  expect(meant('hund', 'anmelden')).toEqual(['hundesteuer', 'hundehaltung anzeigen'])
})

test('in every form of the words', () => {
  expect(meant('hunde', 'anmeldung')).toEqual(['hundesteuer', 'hundehaltung anzeigen'])
})

test('only what is marked so stands for the everyday word in turn', () => {
  expect(meant('personalausweis')).toEqual(['perso'])
  expect(meant('hundesteuer')).toEqual([])
})

test('the longest phrase is known, and all words', () => {
  expect(meanings.longest).toBe(2)
  expect(meanings.words.has('hundehaltung')).toBe(true)
})

test('what fillers leave of a phrase does not speak for the word alone', () => {
  const some = meaningsOf([
    {
      everyday: 'über mich',
      official: ['mietwagen'],
      direction: 'to',
      kind: 'umgangssprache',
      reason: 'Name',
    },
    {
      everyday: 'uber anmelden',
      official: ['mietwagen'],
      direction: 'to',
      kind: 'umgangssprache',
      reason: 'Name',
    },
  ])
  expect(some.of(['anmelden'])).toEqual([])
})
