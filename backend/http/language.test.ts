import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pickLanguage } from './language.ts'

test.each([
  [undefined, undefined, 'de'],
  ['en', 'de', 'en'],
  ['en-GB', undefined, 'en'],
  [undefined, 'uk-UA,uk;q=0.9,de;q=0.8', 'de'],
  [undefined, 'fr,en', 'en'],
  [undefined, 'en;q=0,de', 'de'],
  [undefined, 'de;q=0.1,en;q=0.9', 'en'],
  ['uk', 'de', 'uk'],
  ['de-x-leicht', 'en', 'de-x-leicht'],
  ['de-CH', 'en', 'de'],
  [undefined, 'EN;q=0.5', 'en'],
  [undefined, '*', 'de'],
  [undefined, '', 'de'],
])('lang=%s with Accept-Language %s answers in %s', (lang, accept, expected) => {
  expect(pickLanguage(lang, accept)).toBe(expected)
})

test('whatever a browser sends, the language is one of ours', () => {
  fc.assert(
    fc.property(fc.string(), (accept) => {
      expect(['de', 'en']).toContain(pickLanguage(undefined, accept))
    }),
  )
})
