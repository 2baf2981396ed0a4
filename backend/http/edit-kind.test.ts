import { describe, expect, test } from 'vitest'
import { addressOf, kindAt } from './edit-kind.ts'
import { editKinds } from './edit-kinds.ts'

const kinds = editKinds({ now: () => new Date(0), reindex: async () => {} })

describe('an address', () => {
  test.each([
    ['/units/rathaus/record', 'unit', { id: 'rathaus' }],
    ['/units/rathaus/hours', 'hours', { id: 'rathaus' }],
    ['/services/a%3Ab/supplements/13076', 'supplements', { id: 'a:b', area: '13076' }],
  ])('%s is that of %s', (address, name, params) => {
    const found = kindAt(kinds, address)
    expect([found?.kind.name, found?.params]).toEqual([name, params])
    expect(addressOf(found!.kind, params)).toBe(address)
  })

  test.each([
    '/units/rathaus',
    '/units//record',
    '/units/%E0%A4%A/record',
    '/units/a b/record',
    '/units/rathaus/record/more',
    '/services/x/supplements/nowhere',
    'units/rathaus/record',
  ])('%s is nobody’s', (address) => expect(kindAt(kinds, address)).toBeUndefined())
})

test('no two kinds have a name or an address in common', () => {
  for (const of of ['name', 'path'] as const)
    expect(new Set(kinds.map((kind) => kind[of])).size).toBe(kinds.length)
})
