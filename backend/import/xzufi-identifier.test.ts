import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Identifier } from '@amtsweg/contract'
import { identifierFault, identifierOf, idOf } from './xzufi-identifier.ts'

const part = fc.oneof(
  fc.constantFrom('', 'L100001', 'urn:de:fim', 'a_b', 'a', 'b_c', '4711', 'Größe', 'a b'),
  fc.string({ maxLength: 80 }),
)
const identifier = fc.record({ schemeAgencyId: part, schemeId: part, value: part })

test('two identifiers have one id only when they are the same', () => {
  fc.assert(
    fc.property(identifier, identifier, (one, other) => {
      expect(idOf(one) === idOf(other)).toBe(JSON.stringify(one) === JSON.stringify(other))
    }),
    { numRuns: 2_000 },
  )
})

test('an id can stand in an address of ours', () => {
  fc.assert(fc.property(identifier, (one) => Identifier.safeParse(idOf(one)).success))
})

test.each([
  [{ schemeAgencyId: 'L100001', schemeId: '', value: '8664816' }, 'xz_L100001_8664816'],
  [{ schemeAgencyId: '', schemeId: '', value: 'L100001_102' }, 'xz__L100001_102'],
])('a plain identifier can be recognised in its id: %j', (one, id) => {
  expect(idOf(one)).toBe(id)
})

test('an identifier holds its agency and its scheme', () => {
  expect(identifierOf(['id', ' 17 ', { schemeAgencyID: 'A', schemeID: 'S', schemeName: 'unused' }])).toEqual({
    schemeAgencyId: 'A',
    schemeId: 'S',
    value: '17',
  })
})

test.each([
  [['id', ' '], 'has no identifier'],
  [undefined, 'has no identifier'],
  [['id', 'x'.repeat(5_000)], 'has an identifier of 5000 characters; at most 300 are taken'],
  [['id', 'x'.repeat(300)], undefined],
] as const)('what is wrong with an identifier is told as it is', (element, fault) => {
  expect(identifierFault(element)).toBe(fault)
})

test.each([[['id', ' ']], [['id', [['a', 'b']]]], [['id', 'x'.repeat(301)]], [undefined]] as const)(
  '%j is no identifier',
  (element) => {
    expect(identifierOf(element)).toBeUndefined()
  },
)
