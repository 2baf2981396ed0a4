import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCursor, writeCursor } from './cursor.ts'

test('a cursor comes back as the position it was made of', () => {
  fc.assert(
    fc.property(fc.tuple(fc.string(), fc.string(), fc.string({ unit: 'grapheme' })), (position) => {
      const cursor = writeCursor('services', position)
      expect(cursor).toMatch(/^[\w-]+$/)
      expect(readCursor('services', cursor)).toEqual(position)
    }),
  )
})

test('another list does not take it', () => {
  expect(readCursor('keywords', writeCursor('services', ['A', 'a', 'x']))).toBeUndefined()
})

test('nothing else is a cursor', () => {
  const forged = ['{}', '["services"]', '["services","A","a",1]', '["services","A","a","x","y"]', 'null']
  for (const text of forged)
    expect(readCursor('services', Buffer.from(text).toString('base64url'))).toBeUndefined()
  fc.assert(fc.property(fc.string(), (text) => readCursor('services', text) === undefined))
})
