import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commonRegion, decide } from './question.ts'
import { regionsAbove, resolve, type ResponsibilityRecord } from './resolve.ts'

const record = (regionKey: string, unitId: string, role: ResponsibilityRecord['role'] = 'responsible') => ({
  serviceKey: 'leika:99008001012000',
  regionKey,
  role,
  unitId,
  note: null,
  basis: null,
})
const hagenow = '130760060060'
const toddin = '130765658169'
const picher = '130765658111'
const teldau = '130765652136'
const amtNeuhaus = '033550049049'
const bodies = [
  record('130760060', 'stadt-hagenow'),
  record('130765658', 'amt-hagenow-land'),
  record('130765652', 'amt-boizenburg-land'),
]

describe('decide', () => {
  it.each<[string, readonly ResponsibilityRecord[], readonly string[], string]>([
    ['one Gemeinde', bodies, [picher], 'resolved'],
    ['two of one Amt', bodies, [picher, toddin], 'resolved'],
    ['an Amt and a town', bodies, [picher, hagenow], 'ambiguous'],
    ['one Kreis for all', [record('13076', 'kreis')], [picher, hagenow, teldau], 'resolved'],
    ['across the Land border', [record('13076', 'kreis')], [teldau, amtNeuhaus], 'ambiguous'],
    ['nobody recorded', [], [picher, hagenow], 'unrecorded'],
    ['only help recorded', [record('13', 'help', 'contact')], [picher], 'unrecorded'],
    ['no Gemeinde at all', bodies, [], 'unrecorded'],
    [
      'one has a second office',
      [...bodies, record(toddin, 'amt-hagenow-land')],
      [picher, toddin],
      'resolved',
    ],
    [
      'different help, same authority',
      [...bodies, record(toddin, 'help', 'contact')],
      [picher, toddin],
      'resolved',
    ],
  ])('says of %s', (_, records, gemeinden, status) => {
    expect(decide(records, gemeinden).status).toBe(status)
  })

  it('shows only the help that all Gemeinden have', () => {
    const records = [...bodies, record(toddin, 'near', 'contact'), record('13', 'intake', 'intake')]
    const decision = decide(records, [toddin, picher])
    expect(decision).toMatchObject({ status: 'resolved', others: [{ unitId: 'intake' }] })
  })
})

describe('commonRegion', () => {
  it.each([
    [[picher], picher],
    [[picher, toddin], '130765658'],
    [[picher, hagenow], '13076'],
    [[picher, '130040000000'], '130'],
    [[teldau, amtNeuhaus], ''],
    [[], ''],
  ])('of %j is %s', (regionKeys, expected) => {
    expect(commonRegion(regionKeys)).toBe(expected)
  })
})

const key = fc
  .array(fc.constantFrom('0', '1'), { minLength: 12, maxLength: 12 })
  .map((digits) => digits.join(''))
const records = fc.array(
  fc.record({
    serviceKey: fc.constantFrom('mv.1', 'leika:99008001012000'),
    regionKey: key.chain((ars) => fc.constantFrom(...regionsAbove(ars))),
    role: fc.constantFrom('responsible' as const, 'contact' as const),
    unitId: fc.constantFrom('a', 'b', 'c'),
    note: fc.constant(null),
    basis: fc.constant(null),
  }),
  { maxLength: 20 },
)
const gemeinden = fc.uniqueArray(key, { minLength: 1, maxLength: 8 })
const answerOf = (list: readonly ResponsibilityRecord[], ars: string) =>
  resolve(list, ars).responsible.map(({ unitId }) => unitId)

describe('decide, whatever is recorded', () => {
  it('never asks twice: each choice decides alone', () => {
    fc.assert(
      fc.property(records, gemeinden, (list, keys) => {
        for (const chosen of keys) expect(decide(list, [chosen]).status).not.toBe('ambiguous')
      }),
    )
  })

  it('asks exactly where the answers differ', () => {
    fc.assert(
      fc.property(records, gemeinden, (list, keys) => {
        const answers = new Set(keys.map((ars) => answerOf(list, ars).join()))
        expect(decide(list, keys).status === 'ambiguous').toBe(answers.size > 1)
      }),
    )
  })

  it('gives every Gemeinde the answer it would have got alone', () => {
    fc.assert(
      fc.property(records, gemeinden, (list, keys) => {
        const decision = decide(list, keys)
        fc.pre(decision.status === 'resolved')
        const units = decision.status === 'resolved' ? decision.responsible.map(({ unitId }) => unitId) : []
        for (const ars of keys) expect(answerOf(list, ars)).toEqual(units)
      }),
    )
  })

  it('promises no help that one of the Gemeinden has not', () => {
    fc.assert(
      fc.property(records, gemeinden, (list, keys) => {
        const decision = decide(list, keys)
        fc.pre(decision.status === 'resolved')
        const promised = decision.status === 'resolved' ? decision.others.map(({ unitId }) => unitId) : []
        for (const ars of keys)
          expect(resolve(list, ars).others.map(({ unitId }) => unitId)).toEqual(
            expect.arrayContaining(promised),
          )
      }),
    )
  })
})
