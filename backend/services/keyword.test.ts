import { expect, test } from 'vitest'
import { keywordOf } from './keyword.ts'

test.each([
  ['Hundemarke', 'Hundemarke'],
  ['  zwei\n Wörter ', 'zwei Wörter'],
  ['tab\tund\u0000null', 'tab und null'],
  ['', undefined],
  ['???', undefined],
  ['x'.repeat(120), 'x'.repeat(120)],
  ['x'.repeat(121), undefined],
])('%j is kept as %j', (text, expected) => {
  expect(keywordOf(text)).toBe(expected)
})
