import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCursor, writeCursor } from './cursor.ts'

test('a cursor leads on in the list that issued it', () => {
  expect(readCursor(writeCursor(20, 'hund'), 'hund')).toBe(20)
})

test('no cursor is the beginning', () => {
  expect(readCursor(undefined, 'hund')).toBe(0)
})

test('a cursor of another list is none', () => {
  expect(readCursor(writeCursor(20, 'hund'), 'katze')).toBeUndefined()
})

test('what is no cursor is none', () => {
  fc.assert(fc.property(fc.string(), (text) => readCursor(text, 'hund') === undefined))
})
