import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sameContent } from './same-content.ts'

/** The same value with the properties of every object the other way round. */
const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, turned(inner)]),
  )
}

test('the order of properties says nothing', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => sameContent(value, turned(value))))
})

test('two values are the same where their texts are, the order of properties aside', () => {
  const ordered = (value: unknown) =>
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    )
  const some = fc.jsonValue({ maxDepth: 2 })
  fc.assert(
    fc.property(some, some, (one, other) => sameContent(one, other) === (ordered(one) === ordered(other))),
  )
})

test.each([
  [{ a: 1 }, { b: 1 }],
  [{ a: undefined }, { b: undefined }],
  [[1], { 0: 1 }],
  [
    [1, 2],
    [2, 1],
  ],
  [null, {}],
  [undefined, {}],
  [{ toString: 1 }, { x: 1 }],
])('%j is not %j', (one, other) => expect(sameContent(one, other)).toBe(false))
