import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isToken, makeToken, tokenIdIn } from './token.ts'

test('a token carries 256 random bits and tells its id', () => {
  const sizes: number[] = []
  const token = makeToken((size) => {
    sizes.push(size * 8)
    return randomBytes(size)
  })
  expect(sizes).toEqual([48, 256])
  expect(token.text).toMatch(/^amt_[0-9a-f]{12}_[\w-]{43}$/)
  expect(tokenIdIn(token.text)).toBe(token.id)
})

test('what is kept of a token does not contain it', () => {
  const { text, hash } = makeToken(randomBytes)
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  expect(hash).not.toContain(text.slice(17))
  expect(isToken(text, hash)).toBe(true)
})

test('no two tokens are the same, and none passes for another', () => {
  const tokens = Array.from({ length: 200 }, () => makeToken(randomBytes))
  expect(new Set(tokens.map(({ text }) => text)).size).toBe(200)
  expect(tokens.filter(({ hash }) => isToken(tokens[0]!.text, hash))).toHaveLength(1)
})

test('a token in which any letter is changed is another one', () => {
  const { text, hash } = makeToken(() => Buffer.alloc(32, 7))
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.constantFrom('A', 'z', '0', '_', ' ', 'ä'), (at, letter) => {
      fc.pre(text[at] !== letter)
      expect(isToken(text.slice(0, at) + letter + text.slice(at + 1), hash)).toBe(false)
    }),
  )
})

test.each([
  '',
  'amt_',
  'Bearer',
  'amt_0123456789ab_',
  `amt_0123456789AB_${'a'.repeat(43)}`,
  'x'.repeat(5_000),
])('%j is no token', (text) => expect(tokenIdIn(text)).toBeUndefined())
