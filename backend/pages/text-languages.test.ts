import { expect, test } from 'vitest'
import { furtherLanguages, nameOfLanguage } from './text-languages.ts'

test.each([
  [['de', 'en'], ['de'], []],
  [['de', 'vi', 'ro', 'es'], [], ['es', 'ro', 'vi']],
  [
    ['de', 'vi', 'ro', 'es'],
    ['de', 'ro'],
    ['ro', 'es', 'vi'],
  ],
  [
    ['de', 'vi', 'ro'],
    ['vi', 'en', 'fr', 'ro'],
    ['vi', 'ro'],
  ],
  [[], ['pl'], []],
])('texts in %j of an authority that speaks %j are offered in %j', (spoken, offered, expected) =>
  expect(furtherLanguages(spoken, offered)).toEqual(expected),
)

test.each([
  ['uk', 'українська'],
  ['pl', 'polski'],
  ['nds', 'Plattdütsch'],
  ['de-x-leicht', 'Leichte Sprache'],
  ['qaa', 'qaa'],
  ['de_DE', 'de_DE'],
  ['x', 'x'],
  ['', ''],
])('%s calls itself %s', (lang, name) => expect(nameOfLanguage(lang)).toBe(name))
