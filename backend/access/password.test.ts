import { expect, test } from 'vitest'
import { createPasswords, PasswordsBusy } from './password.ts'

test('a password opens its own hash and no other', async () => {
  const { hash, matches } = createPasswords()
  const kept = await hash('vier Wörter ohne Bezug')
  expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
  expect(await matches('vier Wörter ohne Bezug', kept)).toBe(true)
  expect(await matches('vier Wo\u0308rter ohne Bezug', kept)).toBe(true)
  expect(await matches('vier Wörter ohne bezug', kept)).toBe(false)
  expect(await hash('vier Wörter ohne Bezug')).not.toBe(kept)
})

test.each([
  ['without an account', undefined],
  ['with a hash of another kind', '$2b$10$abcdefghijklmnopqrstuv'],
])('%s the same work is done and nothing opens', async (_, kept) => {
  let computed = 0
  const { matches } = createPasswords({ onComputed: () => (computed += 1) })
  expect(await matches('', kept)).toBe(false)
  expect(await matches('vier Wörter ohne Bezug', kept)).toBe(false)
  expect(computed).toBe(2)
})

test('no more are looked at than there are places, and who would wait too long is turned away', async () => {
  let computed = 0
  const { matches } = createPasswords({ most: 1, backlog: 2, onComputed: () => (computed += 1) })
  const ends = await Promise.allSettled(Array.from({ length: 10 }, () => matches('x', undefined)))
  const refused = ends.filter((end) => end.status === 'rejected' && end.reason instanceof PasswordsBusy)
  expect([computed, refused.length]).toEqual([3, 7])
  expect(await matches('x', undefined)).toBe(false)
})
