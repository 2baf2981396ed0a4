import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ExecutingTier } from './tables.ts'
import { type Body, deriveResponsibilities, executingTiers, largeTowns } from './tiers.ts'

const body = (regionKey: string): Body => ({ unitId: `unit-${regionKey}`, regionKey })
const land = body('13')
const rostock = body('130030000')
const nordwestmecklenburg = body('13074')
const wismar = body('130740087')
const kluetz = body('130745454')
const neuhaus = body('033550049')
const all = [land, rostock, nordwestmecklenburg, wismar, kluetz, neuhaus]

const derive = (tier: ExecutingTier, bodies: readonly Body[]) =>
  deriveResponsibilities(
    [
      {
        leistungsschluessel: '99012008001000',
        regionKey: '13',
        tier,
        basis: 'LBauO M-V § 57',
        sourceId: 'tiers',
      },
    ],
    bodies,
  )
const pairs = (tier: ExecutingTier, bodies: readonly Body[]) =>
  derive(tier, bodies).map(({ regionKey, unitId }) => [regionKey, unitId])

describe('deriveResponsibilities', () => {
  it.each<[ExecutingTier, readonly (readonly [string, Body])[]]>([
    [
      'gemeinde-amt',
      [
        ['130030000', rostock],
        ['130740087', wismar],
        ['130745454', kluetz],
      ],
    ],
    [
      'kreis',
      [
        ['13003', rostock],
        ['13074', nordwestmecklenburg],
      ],
    ],
    [
      'kreis-gross',
      [
        ['13003', rostock],
        ['13074', nordwestmecklenburg],
        ['130740087', wismar],
      ],
    ],
    ['land', []],
    ['bund', []],
  ])('gives a service of tier %s to its bodies', (tier, expected) => {
    expect(pairs(tier, all)).toEqual(expected.map(([regionKey, { unitId }]) => [regionKey, unitId]))
  })

  it('says under which key, on which basis and from which source', () => {
    expect(derive('kreis', [nordwestmecklenburg])).toEqual([
      {
        serviceKey: 'leika:99012008001000',
        regionKey: '13074',
        unitId: 'unit-13074',
        basis: 'LBauO M-V § 57',
        sourceId: 'tiers',
      },
    ])
  })

  it('takes the town where a kreisfreie Stadt is recorded as town and as Kreis', () => {
    expect(pairs('kreis', [body('13003'), rostock])).toEqual([['13003', 'unit-130030000']])
  })

  it('invents nobody where a body is missing', () => {
    expect(pairs('kreis', [wismar])).toEqual([])
  })

  it('knows the four grosse kreisangehoerige Staedte', () => {
    expect(pairs('kreis-gross', largeTowns.map(body)).map(([regionKey]) => regionKey)).toEqual(largeTowns)
  })

  it('never names a unit that is not there, nor a region that is not its own', () => {
    const key = fc.constantFrom(...all.map(({ regionKey }) => regionKey), ...largeTowns, '13003', '130040000')
    fc.assert(
      fc.property(fc.constantFrom(...executingTiers), fc.uniqueArray(key), (tier, keys) => {
        const bodies = keys.map(body)
        for (const [regionKey = '', unitId] of pairs(tier, bodies)) {
          const holder = bodies.find((candidate) => candidate.unitId === unitId)
          expect(holder?.regionKey.startsWith(regionKey)).toBe(true)
          expect(regionKey.startsWith('13')).toBe(true)
        }
      }),
    )
  })
})
