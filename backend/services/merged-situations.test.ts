import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeSituations } from './merged-situations.ts'

const situation = (id: string, parentId: string | null = null) => ({ id, parentId, name: id, icon: null })
const ours = [situation('family'), situation('birth', 'family'), situation('home')]
const theirs = [situation('theme'), situation('lage-birth', 'theme'), situation('lage-divorce', 'theme')]
const idsOf = (all: readonly { id: string; parentId: string | null }[]) =>
  all.map(({ id, parentId }) => (parentId ? `${parentId}/${id}` : id))

describe('two catalogues of life situations', () => {
  test('become one tree: what is the same is one, its parts hang below it', () => {
    const { situations, standsFor } = mergeSituations(
      [...ours, ...theirs],
      [
        { id: 'theme', target: 'family', relation: 'same' },
        { id: 'lage-birth', target: 'birth', relation: 'same' },
      ],
    )
    expect(idsOf(situations)).toEqual(['family', 'family/birth', 'home', 'family/lage-divorce'])
    expect([...standsFor]).toEqual([
      ['theme', 'family'],
      ['lage-birth', 'birth'],
    ])
  })

  test('a part hangs where it is put and is called as it is told', () => {
    const mapping = { id: 'lage-divorce', target: 'home', relation: 'below', name: 'Divorce' } as const
    const { situations } = mergeSituations([...ours, ...theirs], [mapping])
    expect(idsOf(situations)).toContain('home/lage-divorce')
    expect(situations.find(({ id }) => id === 'lage-divorce')?.name).toBe('Divorce')
  })

  test('stay as they are where one of them is not there', () => {
    const mappings = [
      { id: 'theme', target: 'nowhere', relation: 'same' as const },
      { id: 'nobody', target: 'home', relation: 'below' as const },
      { id: 'home', target: 'home', relation: 'same' as const },
    ]
    expect(mergeSituations([...ours, ...theirs], mappings)).toEqual({
      situations: [...ours, ...theirs],
      standsFor: new Map(),
    })
  })

  test('lose nobody: each stays or stands for another that is there', () => {
    const ids = [...ours, ...theirs].map(({ id }) => id)
    const mapping = fc.record({
      id: fc.constantFrom(...theirs.map(({ id }) => id)),
      target: fc.constantFrom(...ours.map(({ id }) => id)),
      relation: fc.constantFrom('same' as const, 'below' as const),
    })
    fc.assert(
      fc.property(fc.uniqueArray(mapping, { selector: ({ id }) => id }), (mappings) => {
        const { situations, standsFor } = mergeSituations([...ours, ...theirs], mappings)
        const kept = new Set(situations.map(({ id }) => id))
        for (const id of ids) expect(kept.has(standsFor.get(id) ?? id)).toBe(true)
      }),
    )
  })
})
