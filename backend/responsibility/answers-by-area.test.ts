import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answersByArea, type Offer } from './answers-by-area.ts'
import { resolve, type ResponsibilityRecord } from './resolve.ts'

const gemeinden = ['130760001001', '130760001002', '130760060060', '130765001001']
const record = (regionKey: string, unitId: string, more: Partial<ResponsibilityRecord> = {}) => ({
  ...{ serviceKey: 'leika:99102013000000', regionKey, role: 'responsible' as const, unitId },
  ...{ note: null, basis: null, ...more },
})
const everywhere: Offer = { described: [''], withdrawn: [] }
const told = (records: readonly ResponsibilityRecord[], offer = everywhere) => {
  const { answers, at } = answersByArea(gemeinden, records, offer)
  return at.map((answer) => {
    const { kind, records } = answers[answer]!
    return records.length ? `${kind} ${records.map(({ unitId }) => unitId).join('+')}` : kind
  })
}

describe('in each Gemeinde', () => {
  test.each<[words: string, records: ResponsibilityRecord[], answers: string[]]>([
    ['nobody', [], ['gap', 'gap', 'gap', 'gap']],
    ['one for all', [record('13', 'land')], Array<string>(4).fill('answered land')],
    ['the nearer before the wider', [record('130760060060', 'stadt'), record('13076', 'kreis')], ['answered kreis', 'answered kreis', 'answered stadt', 'answered kreis']],
    ['one beside a gap', [record('130760001', 'amt')], ['answered amt', 'answered amt', 'gap', 'gap']],
    ['two without a note', [record('13', 'a'), record('13', 'b')], Array<string>(4).fill('overlap a+b')],
    ['two with notes of their own', [record('13', 'a', { note: 'A bis K' }), record('13', 'b', { note: 'L bis Z' })], Array<string>(4).fill('answered a+b')],
    ['two, one with a note', [record('13', 'a', { note: 'A bis K' }), record('13', 'b')], Array<string>(4).fill('overlap a+b')],
    ['the one of this very description', [record('13', 'key'), record('13', 'own', { serviceKey: 'hund' })], Array<string>(4).fill('answered own')],
    ['nobody who only helps', [record('13', 'a', { role: 'contact' })], Array<string>(4).fill('gap')],
  ])('%s', (_, records, answers) => expect(told(records)).toEqual(answers)) // prettier-ignore

  test('nobody is missing where the service is not described or not offered', () => {
    const offer = { described: ['130760001', '130765001'], withdrawn: ['130760001002'] }
    expect(told([], offer)).toEqual(['gap', 'absent', 'absent', 'gap'])
    expect(told([record('13', 'land')], { described: [''], withdrawn: ['13076'] })).toEqual(
      Array<string>(4).fill('absent'),
    )
  })
})

test('the answer is the one that readers get', () => {
  const regions = ['', '13', '13076', '130760001', '130760060', '130765001', ...gemeinden]
  const anyRecord = fc
    .tuple(fc.constantFrom(...regions), fc.constantFrom('a', 'b', 'c'), fc.boolean())
    .map(([region, unit, isOwn]) => record(region, unit, isOwn ? { serviceKey: 'hund' } : {}))
  fc.assert(
    fc.property(fc.array(anyRecord, { maxLength: 12 }), (records) => {
      const { answers, at } = answersByArea(gemeinden, records, everywhere)
      for (const [index, gemeinde] of gemeinden.entries()) {
        const units = answers[at[index]!]!.records.map(({ unitId }) => unitId)
        expect(units).toEqual(resolve(records, gemeinde).responsible.map(({ unitId }) => unitId))
      }
    }),
  )
})
