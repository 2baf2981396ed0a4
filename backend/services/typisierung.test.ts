import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localRight, whyNotDescribed, whyReserved } from './typisierung.ts'

test.each([
  ['1', 'supplement'],
  ['2', 'supplement'],
  ['2a', 'supplement'],
  ['2b', 'supplement'],
  ['3', 'supplement'],
  ['3a', 'supplement'],
  ['3b', 'supplement'],
  ['4', 'supplement'],
  ['4a', 'supplement'],
  ['4b', 'supplement'],
  ['5', 'own'],
  ['6', 'supplement'],
  ['12', 'supplement'],
  [null, 'supplement'],
] as const)('of type %s a municipality has the right to: %s', (typisierung, right) => {
  expect(localRight(typisierung)).toBe(right)
})

const land = (typisierung: string | null) => ({ typisierung, region_key: '13' })

test('a text of the Bund or the Land is reserved, and the reason names who regulates', () => {
  expect(whyReserved(land('2b'), '130765668')).toMatch(/Typisierung 2b: the Bund regulates/)
  expect(whyReserved(land('4'), '130765668')).toMatch(/Typisierung 4: the Land regulates/)
  expect(whyReserved(land(null), '130765668')).toMatch(/not recorded/)
})

test('a municipal text may be replaced in a part of where it holds, and nowhere else', () => {
  expect(whyReserved(land('5'), '130765668')).toBeUndefined()
  expect(whyReserved({ typisierung: '5', region_key: null }, '13')).toBeUndefined()
  expect(whyReserved(land('5'), '13')).toMatch(/does not hold in 13/)
  expect(whyReserved(land('5'), '09162')).toMatch(/does not hold in 09162/)
})

test('whatever the type, only the fifth lets a text be replaced', () => {
  const types = fc.oneof(fc.constantFrom('1', '2a', '4b', '5', '5a', '', ' 5'), fc.string({ maxLength: 4 }))
  fc.assert(
    fc.property(types, (typisierung) => {
      expect(whyReserved(land(typisierung), '130765668') === undefined).toBe(typisierung === '5')
    }),
  )
})

test.each([
  ['a town a service of the town', '5', '130740087', true],
  ['a town one of which nobody said whose it is', null, '130740087', true],
  ['a town a service of the Bund', '2b', '130740087', false],
  ['a town a service of the Land', '4', '130740087', false],
  ['a Kreis a service of the Land', '4a', '13074', false],
  ['a Land a service of the Land', '4', '13', true],
  ['a Land a service of the Bund', '1', '13', false],
] as const)('%s: may it be described anew?', (_name, typisierung, regionKey, may) =>
  expect(whyNotDescribed({ typisierung, region_key: null }, regionKey) === undefined).toBe(may),
)
