import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCursor, writeCursor } from './list-cursor.ts'

test('a cursor leads on in the list that issued it', () => {
  fc.assert(
    fc.property(fc.nat(999_999), fc.string(), (from, asked) => {
      expect(readCursor(writeCursor(from, asked), asked)).toBe(from)
    }),
  )
})

test('no cursor is the beginning', () => {
  expect(readCursor(undefined, 'neu')).toBe(0)
})

test('a cursor of another list is none', () => {
  expect(readCursor(writeCursor(20, 'neu'), 'alt')).toBeUndefined()
})

test('what is no cursor is none', () => {
  fc.assert(fc.property(fc.string(), (text) => readCursor(text, 'neu') === undefined))
})
