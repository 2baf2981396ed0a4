import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readKeyset, writeKeyset } from './keyset-cursor.ts'

const text = fc.string({ unit: 'grapheme' }).filter((one) => !one.includes('\0'))

test('a cursor leads on in the list that issued it', () => {
  fc.assert(
    fc.property(text, text, text, (sortKey, id, asked) => {
      expect(readKeyset(writeKeyset({ sortKey, id }, asked), asked)).toEqual({ sortKey, id })
    }),
  )
})

test('no cursor is the beginning', () => {
  expect(readKeyset(undefined, 'neu')).toEqual({ sortKey: '', id: '' })
})

test.each([
  ['one of another list', writeKeyset({ sortKey: 'a', id: 'b' }, 'alt')],
  ['one whose text no database takes', writeKeyset({ sortKey: 'a\0', id: 'b' }, 'neu')],
  ['a list of numbers', Buffer.from('[1,2,3]').toString('base64url')],
  ['an object', Buffer.from('{}').toString('base64url')],
])('%s is none', (_name, cursor) => expect(readKeyset(cursor, 'neu')).toBeUndefined())

test('what is no cursor is none', () => {
  fc.assert(fc.property(fc.string(), (cursor) => readKeyset(cursor, 'neu') === undefined))
})
