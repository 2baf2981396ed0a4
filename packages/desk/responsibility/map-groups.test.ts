import { expect } from '@open-wc/testing'
import fc from 'fast-check'
import type { AreaAnswer, ResponsibilityMap } from '@amtsweg/contract'
import { groupsOf, looksOf, paintOf } from './map-groups.ts'

const unit = (id: string) => ({ id, name: `Amt ${id}`, origin: 'derived' as const })
const answer = (
  kind: AreaAnswer['kind'],
  region: string | null | undefined,
  ...ids: string[]
): AreaAnswer => ({
  kind,
  units: ids.map(unit),
  ...(region === undefined
    ? {}
    : { recordedFor: region === null ? null : { regionKey: region, name: region } }),
})
const mapOf = (answers: AreaAnswer[], at: readonly number[]): ResponsibilityMap => ({
  service: { id: 'hund', title: 'Hund', lang: 'de' },
  area: { regionKey: '13076', name: 'Kreis' },
  answers,
  areas: at.map((index, position) => ({
    regionKey: `13076${String(position).padStart(7, '0')}`,
    name: `Ort ${position}`,
    answer: index,
  })),
})

describe('groups of a map', () => {
  it('come with what is wrong first, then by size', () => {
    const answers = [
      answer('absent', undefined),
      answer('answered', '13076', 'a'),
      answer('answered', '13', 'b'),
      answer('gap', undefined),
      answer('overlap', '13076', 'a', 'b'),
    ]
    const groups = groupsOf(mapOf(answers, [0, 1, 2, 2, 3, 4]))
    expect(groups.map(({ kind, number, areas }) => [kind, number, areas.length])).to.deep.equal([
      ['gap', 0, 1],
      ['overlap', 1, 1],
      ['answered', 2, 2],
      ['answered', 3, 1],
      ['absent', 0, 1],
    ])
  })

  it('are one for a unit, wherever it is recorded, and tell what comes from outside', () => {
    const answers = [
      answer('answered', '13', 'a'),
      answer('answered', null, 'a'),
      answer('answered', '130760000000', 'a'),
    ]
    const groups = groupsOf(mapOf(answers, [0, 1, 2]))
    expect(groups.length).to.equal(1)
    expect(groups[0]!.areas.map(({ isInherited }) => isInherited)).to.deep.equal([true, true, false])
  })

  it('hold every area once, and units look alike only after 48', () => {
    const kinds = fc.constantFrom<AreaAnswer['kind']>('answered', 'overlap', 'gap', 'absent')
    const answers = fc.array(
      kinds.chain((kind) =>
        kind === 'gap' || kind === 'absent'
          ? fc.constant(answer(kind, undefined))
          : fc
              .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 })
              .map((ids) => answer(kind, '13', ...ids)),
      ),
      { minLength: 1, maxLength: 12 },
    )
    fc.assert(
      fc.property(answers, fc.array(fc.nat(), { maxLength: 40 }), (given, at) => {
        const map = mapOf(
          given,
          at.map((index) => index % given.length),
        )
        const groups = groupsOf(map)
        const keys = groups.flatMap(({ areas }) => areas.map(({ regionKey }) => regionKey))
        expect(keys.sort()).to.deep.equal(map.areas.map(({ regionKey }) => regionKey))
        expect(looksOf(groups).size).to.equal(map.areas.length)
      }),
    )
    const paints = Array.from({ length: 48 }, (_, index) =>
      JSON.stringify(paintOf({ kind: 'answered', number: index + 1, isInherited: false })),
    )
    expect(new Set(paints).size).to.equal(48)
  })
})
