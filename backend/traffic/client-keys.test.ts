import { expect, test } from 'vitest'
import { createClientKeys } from './client-keys.ts'

const salt = (day: number) => Buffer.alloc(32, day)

test('a network has one key for a day and another on the next', () => {
  const keys = createClientKeys(salt(1))
  const monday = keys.of('203.0.113')
  expect(keys.of('203.0.113')).toBe(monday)
  keys.renew(salt(2))
  expect(keys.of('203.0.113')).not.toBe(monday)
})

test('two networks have two keys, and neither tells its network', () => {
  const keys = createClientKeys(salt(1))
  const [one, other] = [keys.of('203.0.113'), keys.of('198.51.100')]
  expect(one).not.toBe(other)
  expect(one).toMatch(/^[\w-]{22}$/)
})

test('two processes with the same salt agree', () => {
  expect(createClientKeys(salt(1)).of('203.0.113')).toBe(createClientKeys(salt(1)).of('203.0.113'))
})

test('however many networks ask, each keeps its key', () => {
  const keys = createClientKeys(salt(1))
  const first = keys.of('0.0.0')
  for (let index = 1; index < 10_100; index += 1) keys.of(`10.${index >> 8}.${index % 256}`)
  expect(keys.of('0.0.0')).toBe(first)
})
