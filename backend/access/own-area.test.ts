import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ownerOf, wholeTown } from './own-area.ts'

const land = { regionKey: '13' }
const kreis = { regionKey: '13076' }
const amt = { regionKey: '130765658' }
const toddin = { regionKey: '130765658169' }
const all = [land, kreis, amt, toddin]

describe('an area belongs to the nearest authority around it', () => {
  test.each([
    ['a Gemeinde with an administration of its own', '130765658169', toddin],
    ['a Gemeinde of the Amt', '130765658004', amt],
    ['the Amt itself', '130765658', amt],
    ['a Gemeinde of another Amt', '130765659001', kreis],
    ['the Kreis itself', '13076', kreis],
    ['a Gemeinde of another Kreis', '130725254111', land],
    ['the Land', '13', land],
    ['another Land', '14', undefined],
  ])('%s', (_name, regionKey, owner) => expect(ownerOf(all, regionKey)).toBe(owner))

  test('whoever is registered, in whatever order, nobody owns what lies outside the own area', () => {
    const digits = fc
      .constantFrom(2, 5, 9, 12)
      .chain((length) => fc.string({ unit: fc.constantFrom('1', '2'), minLength: length, maxLength: length }))
    fc.assert(
      fc.property(fc.uniqueArray(digits), digits, (keys, regionKey) => {
        const holders = keys.map((key) => ({ regionKey: key }))
        const owner = ownerOf(holders, regionKey)
        expect(ownerOf(holders.toReversed(), regionKey)).toBe(owner)
        expect(owner !== undefined).toBe(keys.some((key) => regionKey.startsWith(key)))
        if (!owner) return
        const nearer = keys.filter((key) => regionKey.startsWith(key) && key.length > owner.regionKey.length)
        expect(nearer).toEqual([])
      }),
    )
  })
})

describe('a town has one administration, whatever keys it has', () => {
  test.each([
    ['Schwerin, which is a Kreis', '130040000000', [['130040000', 'amtsfreie-gemeinde'], ['13004', 'kreisfreie-stadt'], ['13', 'land']], '13004'],
    ['Wismar, which is in a Kreis', '130740087087', [['130740087', 'amtsfreie-gemeinde'], ['13074', 'landkreis']], '130740087'],
    ['Toddin, which is in an Amt', '130765658169', [['130765658', 'amt'], ['13076', 'landkreis']], '130765658169'],
    ['a Land', '13', [], '13'],
  ] as const)('%s', (_name, regionKey, around, key) =>
    expect(wholeTown({ regionKey }, around.map(([wider, kind]) => ({ regionKey: wider, kind })))).toBe(key),
  ) // prettier-ignore
})
