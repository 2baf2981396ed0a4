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

test('strangers, however many, hold up nobody who is known', async () => {
  const order: string[] = []
  const { matches } = createPasswords({ most: 1, backlog: 2, reserved: 1 })
  const ask = (who: string, isKnown: boolean) =>
    matches('x', undefined, { isKnown }).then(
      () => order.push(who),
      (error: unknown) => order.push(`${who} ${(error as Error).name}`),
    )
  await Promise.all([
    ...Array.from({ length: 6 }, (_, index) => ask(`stranger ${index}`, false)),
    ask('known', true),
    ask('one more', true),
  ])
  const refused = order.filter((one) => one.includes('PasswordsBusy'))
  expect(refused).toEqual(
    [3, 4, 5].map((index) => `stranger ${index} PasswordsBusy`).concat('one more PasswordsBusy'),
  )
  // Served before the strangers who were there first.
  expect(order.filter((one) => !refused.includes(one))).toEqual([
    'stranger 0',
    'known',
    'stranger 1',
    'stranger 2',
  ])
})

test('no more are looked at than there are places, and who would wait too long is turned away', async () => {
  let computed = 0
  const { matches } = createPasswords({ most: 1, backlog: 2, onComputed: () => (computed += 1) })
  const ends = await Promise.allSettled(Array.from({ length: 10 }, () => matches('x', undefined)))
  const refused = ends.filter((end) => end.status === 'rejected' && end.reason instanceof PasswordsBusy)
  expect([computed, refused.length]).toEqual([3, 7])
  expect(await matches('x', undefined)).toBe(false)
})
