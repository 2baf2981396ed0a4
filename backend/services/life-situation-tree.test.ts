import { expect, test } from 'vitest'
import { treeOf } from './life-situation-tree.ts'

const situation = (id: string, parentId: string | null = null) => ({ id, parentId, name: id, icon: null })

test('a service counts once, however often it lies below', () => {
  const services = new Map([
    ['birth', ['certificate', 'benefit']],
    ['care', ['benefit']],
  ])
  const [family] = treeOf(
    [situation('family'), situation('birth', 'family'), situation('care', 'family')],
    services,
  )
  expect(family).toMatchObject({ services: 2, children: [{ services: 2 }, { services: 1 }] })
})

test('what holds no service is left out, with its parents', () => {
  const situations = [situation('family'), situation('birth', 'family'), situation('work')]
  expect(treeOf(situations, new Map([['work', ['a']]])).map((one) => one.id)).toEqual(['work'])
})

test('the order is kept, and a lost child stands on top', () => {
  const services = new Map(['z', 'a', 'lost'].map((id) => [id, [id]]))
  const tree = treeOf([situation('z'), situation('a'), situation('lost', 'nowhere')], services)
  expect(tree.map((one) => one.id)).toEqual(['z', 'a', 'lost'])
})

test('a circle is nowhere, and never ends the search', () => {
  const services = new Map(['a', 'b', 'c'].map((id) => [id, [id]]))
  expect(treeOf([situation('a', 'b'), situation('b', 'a'), situation('c', 'c')], services)).toEqual([])
})

test('an icon is told', () => {
  expect(treeOf([{ ...situation('a'), icon: 'home' }], new Map([['a', ['s']]]))[0]?.icon).toBe('home')
})
