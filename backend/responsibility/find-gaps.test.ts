import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findGaps, type GapQuestion } from './find-gaps.ts'
import { resolve } from './resolve.ts'

const gemeinden = ['130760001001', '130760001002', '130760060060', '130765001001']
const question = (more: Partial<GapQuestion>): GapQuestion => ({
  gemeinden,
  services: [{ id: 'hund', leistungsschluessel: '99102013000000', regionKey: null }],
  keys: [],
  records: [],
  withdrawals: [],
  ...more,
})
const hund = (regionKey: string) => ({ serviceKey: 'leika:99102013000000', regionKey })
const missing = (more: Partial<GapQuestion>) =>
  findGaps(question(more)).services.flatMap(({ spans }) =>
    spans.flatMap(([from, to]) => gemeinden.slice(from, to)),
  )

describe('nobody answers for a service', () => {
  test('anywhere, where nothing is recorded', () => expect(missing({})).toEqual(gemeinden))

  test.each([
    ['everywhere', ''],
    ['in the Land', '13'],
    ['in the Kreis', '13076'],
  ])('nowhere, where somebody answers %s', (_, region) =>
    expect(missing({ records: [hund(region)] })).toEqual([]),
  )

  test('in the other Gemeinden, where somebody answers in some', () => {
    expect(missing({ records: [hund('130760001'), hund('130760060060')] })).toEqual(['130765001001'])
  })

  test('though somebody answers for another one', () => {
    expect(missing({ records: [{ serviceKey: 'markt', regionKey: '13' }] })).toEqual(gemeinden)
  })

  test('unless under a further key of it', () => {
    const records = [{ serviceKey: 'leika:99000000000001', regionKey: '13' }]
    expect(missing({ records, keys: [{ serviceId: 'hund', key: '99000000000001' }] })).toEqual([])
  })

  test('where it is not described, or switched off', () => {
    const services = [{ id: 'markt', leistungsschluessel: null, regionKey: '130760001' }]
    const withdrawals = [{ serviceKey: 'markt', regionKey: '130760001002' }]
    expect(missing({ services, withdrawals })).toEqual(['130760001001'])
  })

  test('is told once for several descriptions of one Leistungsschluessel', () => {
    const [land] = question({}).services
    const services = [land!, { ...land!, id: 'hund-hagenow', regionKey: '130760060' }]
    expect(findGaps(question({ services })).services).toMatchObject([{ missing: 4, of: 4 }])
  })

  test('is told by Gemeinde too', () => {
    const services = [
      ...question({}).services,
      { id: 'markt', leistungsschluessel: null, regionKey: '130765' },
    ]
    expect(findGaps(question({ services, records: [hund('130760')] })).places).toEqual([
      { missing: 0, of: 1 },
      { missing: 0, of: 1 },
      { missing: 0, of: 1 },
      { missing: 2, of: 2 },
    ])
  })
})

test('a Gemeinde is missing just where the rule of responsibility resolves nobody', () => {
  const region = fc.constantFrom('', '13', '13076', '130760001', '130760060', ...gemeinden, '14', '13075')
  const serviceKey = fc.constantFrom('hund', 'leika:99102013000000', 'markt')
  fc.assert(
    fc.property(fc.array(fc.record({ serviceKey, regionKey: region }), { maxLength: 6 }), (records) => {
      const ours = records
        .filter(({ serviceKey: key }) => key !== 'markt')
        .map((one) => ({ ...one, role: 'responsible' as const, unitId: 'a', note: null, basis: null }))
      expect(missing({ records })).toEqual(
        gemeinden.filter((key) => resolve(ours, key).responsible.length === 0),
      )
    }),
  )
})
