import { expect, test } from 'vitest'
import type { ResponsibilityEdit } from '@amtsweg/contract'
import { inFixedOrder, recordFaults, recordKeyOf } from './own-records.ts'

const item = (unit: string, role: ResponsibilityEdit['role'] = 'responsible'): ResponsibilityEdit => ({
  unit,
  role,
})

test('who acts is kept in one order, however it was sent', () => {
  const items = [item('b'), item('a', 'intake'), item('a')]
  expect(inFixedOrder(items)).toEqual(inFixedOrder(items.toReversed()))
  expect(inFixedOrder(items).map(({ unit, role }) => `${role} ${unit}`)).toEqual([
    'intake a',
    'responsible a',
    'responsible b',
  ])
})

test('a service with a Leistungsschluessel is recorded for all its descriptions', () => {
  expect(recordKeyOf({ id: 'hund', leistungsschluessel: '99102013000000' })).toBe('leika:99102013000000')
  expect(recordKeyOf({ id: 'markt', leistungsschluessel: null })).toBe('markt')
})

test.each([
  [
    'nothing against two units, nor against one in two roles',
    [item('a'), item('b'), item('a', 'intake')],
    [],
  ],
  ['a unit in the same role twice', [item('a'), item('b'), item('a')], ['/items/2/unit']],
  ['a unit that nobody knows', [item('a'), item('x')], ['/items/1/unit']],
])('%s', (_name, items, pointers) =>
  expect(recordFaults(items, new Set(['x'])).map(({ pointer }) => pointer)).toEqual(pointers),
)
