import { expect, test } from 'vitest'
import { analyseWord, mayBePart, nameWithParts } from './analyse.ts'

const split = (word: string) => (word === 'parkausweise' ? ['park', 'ausweise'] : [])

test('a word is looked up by its stem, a compound by the stems of its parts as well', () => {
  expect(analyseWord('parkausweise', split)).toEqual({ stem: 'parkausweis', parts: ['park', 'ausweis'] })
  expect(analyseWord('ausweise', split)).toEqual({ stem: 'ausweis', parts: [] })
})

test.each([
  ['ausweis', true],
  ['kfz', false],
  ['einer', false],
  ['2026', false],
])('%s may be a part of a compound: %s', (word, may) => {
  expect(mayBePart(word)).toBe(may)
})

test('a name shows where its compounds can be cut', () => {
  expect(nameWithParts('Parkausweise für Gäste', split)).toBe('park|ausweise fur gaste')
})
