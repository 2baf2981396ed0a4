import { expect, test } from 'vitest'
import { furtherLanguages, nameOfLanguage } from './text-languages.ts'

test.each([
  [['de', 'en'], ['de'], []],
  [['de', 'uk', 'pl', 'ar'], [], ['ar', 'pl', 'uk']],
  [
    ['de', 'uk', 'pl', 'ar'],
    ['de', 'pl'],
    ['pl', 'ar', 'uk'],
  ],
  [
    ['de', 'uk', 'pl'],
    ['uk', 'en', 'fr', 'pl'],
    ['uk', 'pl'],
  ],
  [[], ['pl'], []],
])('texts in %j of an authority that speaks %j are offered in %j', (spoken, offered, expected) =>
  expect(furtherLanguages(spoken, offered)).toEqual(expected),
)

test.each([
  ['uk', 'українська'],
  ['pl', 'polski'],
  ['qaa', 'qaa'],
  ['de_DE', 'de_DE'],
  ['x', 'x'],
  ['', ''],
])('%s calls itself %s', (lang, name) => expect(nameOfLanguage(lang)).toBe(name))
