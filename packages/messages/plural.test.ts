import { expect, test } from 'vitest'
import { plural } from './plural.ts'

const forms = { zero: 'zero', one: 'one', two: 'two', few: 'few', many: 'many', other: 'other' }

// prettier-ignore
test.each([
  // counted:  0     1    2     3     5     7    11    21   100
  ['de', 'other one other other other other other other other'],
  ['pl', 'many  one few   few   many  many  many  many  many'],
  ['uk', 'many  one few   few   many  many  many  one   many'],
  ['ru', 'many  one few   few   many  many  many  one   many'],
  ['ar', 'zero  one two   few   few   few   many  many  other'],
  ['tr', 'other one other other other other other other other'],
  ['fa', 'one   one other other other other other other other'],
])('%s has a form of its own for each kind of count', (lang, wanted) => {
  const form = plural(lang)
  const chosen = [0, 1, 2, 3, 5, 7, 11, 21, 100].map((count) => form(count, forms))
  expect(chosen).toEqual(wanted.split(/ +/))
})

test('a form that is left out is said as other', () =>
  expect(plural('pl')(3, { one: 'jedna', other: 'wiele' })).toBe('wiele'))
