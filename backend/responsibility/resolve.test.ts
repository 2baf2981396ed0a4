import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { regionsAbove, resolve, type ResponsibilityRecord } from './resolve.ts'

const record = (regionKey: string, unitId: string, more: Partial<ResponsibilityRecord> = {}) => ({
  serviceKey: 'leika:99008001012000',
  regionKey,
  role: 'responsible' as const,
  unitId,
  note: null,
  basis: null,
  ...more,
})
const unitsOf = (records: readonly ResponsibilityRecord[]) => records.map(({ unitId }) => unitId)

describe('regionsAbove', () => {
  it.each([
    ['130765658111', ['130765658111', '130765658', '13076', '130', '13', '']],
    ['13076', ['13076', '130', '13', '']],
    ['', ['']],
  ])('names every region %s lies in', (regionKey, regions) => {
    expect(regionsAbove(regionKey)).toEqual(regions)
  })
})

describe('resolve', () => {
  const picher = '130765658111'
  it.each<[string, readonly ResponsibilityRecord[], readonly string[]]>([
    ['nothing recorded', [], []],
    ['nationwide', [record('', 'bund')], ['bund']],
    ['Land before Bund', [record('', 'bund'), record('13', 'land')], ['land']],
    ['Regierungsbezirk before Land', [record('13', 'land'), record('130', 'bezirk')], ['bezirk']],
    ['Kreis before Regierungsbezirk', [record('13076', 'kreis'), record('130', 'bezirk')], ['kreis']],
    ['Verband before Kreis', [record('13076', 'kreis'), record('130765658', 'amt')], ['amt']],
    ['Gemeinde before Verband', [record(picher, 'gemeinde'), record('130765658', 'amt')], ['gemeinde']],
    ['all of one length', [record('13076', 'b'), record('13076', 'a')], ['a', 'b']],
    ['the same unit once', [record('13', 'a'), record('13', 'a', { serviceKey: 'leika:99' })], ['a']],
    ['not the neighbour', [record('130765659', 'other'), record('13076', 'kreis')], ['kreis']],
    ['not a longer region', [record('130765658112', 'other')], []],
    [
      'the description before its key',
      [record('13', 'key'), record('13', 'id', { serviceKey: 'mv.1' })],
      ['id'],
    ],
    [
      'region before description',
      [record('13076', 'key'), record('13', 'id', { serviceKey: 'mv.1' })],
      ['key'],
    ],
    ['nobody without the role', [record('13', 'help', { role: 'contact' })], []],
  ])('finds %s', (_, records, expected) => {
    expect(unitsOf(resolve(records, picher).responsible)).toEqual(expected)
  })

  it('lets each role find its own longest region', () => {
    const records = [
      record('13076', 'kreis'),
      record('130765658', 'amt', { role: 'intake' }),
      record('13076', 'far', { role: 'intake' }),
      record('13', 'help', { role: 'contact' }),
    ]
    const { responsible, others } = resolve(records, picher)
    expect(unitsOf(responsible)).toEqual(['kreis'])
    expect(others.map(({ role, unitId }) => [role, unitId])).toEqual([
      ['contact', 'help'],
      ['intake', 'amt'],
    ])
  })
})

const digits = (length: number) =>
  fc.array(fc.constantFrom('0', '1'), { minLength: length, maxLength: length }).map((list) => list.join(''))
const gemeinde = digits(12)
/** Keys are built from few digits and around one Gemeinde, so that many of them match. */
const regionAround = (ars: string) =>
  fc.oneof(fc.constantFrom(...regionsAbove(ars)), fc.constantFrom(2, 3, 5, 9, 12).chain(digits))
const recordAround = (ars: string) =>
  fc.record({
    serviceKey: fc.constantFrom('mv.1', 'leika:99008001012000', 'leika:99008001012001'),
    regionKey: regionAround(ars),
    role: fc.constantFrom('responsible' as const, 'contact' as const, 'intake' as const, 'involved' as const),
    unitId: fc.constantFrom('a', 'b', 'c'),
    note: fc.constant(null),
    basis: fc.constant(null),
  })
const situation = gemeinde.chain((ars) =>
  fc.record({ ars: fc.constant(ars), records: fc.array(recordAround(ars), { maxLength: 12 }) }),
)
const everyoneIn = (records: readonly ResponsibilityRecord[], ars: string) => {
  const { responsible, others } = resolve(records, ars)
  return [...responsible, ...others]
}

describe('resolve, whatever is recorded', () => {
  it('answers for regions the area lies in, the longest there is for the role', () => {
    fc.assert(
      fc.property(situation, ({ ars, records }) => {
        for (const answer of everyoneIn(records, ars)) {
          const rivals = records.filter(
            ({ role, regionKey }) => role === answer.role && ars.startsWith(regionKey),
          )
          expect(answer.regionKey.length).toBe(Math.max(...rivals.map(({ regionKey }) => regionKey.length)))
          expect(ars.startsWith(answer.regionKey)).toBe(true)
        }
      }),
    )
  })

  it('finds a role exactly where a record of it holds', () => {
    fc.assert(
      fc.property(situation, ({ ars, records }) => {
        const holding = records.filter(({ regionKey }) => ars.startsWith(regionKey)).map(({ role }) => role)
        expect(new Set(everyoneIn(records, ars).map(({ role }) => role))).toEqual(new Set(holding))
      }),
    )
  })

  it('does not change when a shorter region is recorded too', () => {
    fc.assert(
      fc.property(situation, fc.nat(), ({ ars, records }, seed) => {
        const before = resolve(records, ars)
        const length = before.responsible[0]?.regionKey.length
        fc.pre(length !== undefined && length > 0)
        const shorter = regionsAbove(ars).filter((region) => region.length < (length ?? 0))
        const added = record(shorter[seed % shorter.length] ?? '', 'late', { serviceKey: 'mv.1' })
        expect(resolve([...records, added], ars).responsible).toEqual(before.responsible)
      }),
    )
  })

  it('does not change when another region is recorded too', () => {
    fc.assert(
      fc.property(situation, regionAround('999999999999'), ({ ars, records }, regionKey) => {
        fc.pre(!ars.startsWith(regionKey))
        expect(resolve([...records, record(regionKey, 'far')], ars)).toEqual(resolve(records, ars))
      }),
    )
  })

  it('always follows a record for the Gemeinde and the description itself', () => {
    fc.assert(
      fc.property(situation, ({ ars, records }) => {
        const own = record(ars, 'own', { serviceKey: 'mv.1' })
        expect(unitsOf(resolve([...records, own], ars).responsible)).toContain('own')
      }),
    )
  })

  it('names the same units in whatever order the records come', () => {
    const shuffled = situation.chain(({ ars, records }) =>
      fc.record({
        ars: fc.constant(ars),
        records: fc.constant(records),
        other: fc.shuffledSubarray(records, { minLength: records.length }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ ars, records, other }) => {
        expect(unitsOf(everyoneIn(other, ars))).toEqual(unitsOf(everyoneIn(records, ars)))
      }),
    )
  })
})
