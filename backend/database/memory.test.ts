import { expect, test } from 'vitest'
import { createMemory, forgetful } from './memory.ts'

function setUp(maxEntries = 3) {
  const world = { version: '1', made: [] as string[] }
  const remember = createMemory({ dataVersion: () => world.version, maxEntries })
  const ask = (key: string) =>
    remember(key, async () => {
      world.made.push(key)
      return `${key} ${world.version}`
    })
  return { world, remember, ask }
}

test('makes a thing once, also for those who ask while it is made', async () => {
  const { world, ask } = setUp()
  expect(await Promise.all([ask('a'), ask('a')])).toEqual(['a 1', 'a 1'])
  expect(await ask('a')).toBe('a 1')
  expect(world.made).toEqual(['a'])
})

test('forgets everything when the data have changed', async () => {
  const { world, ask } = setUp()
  await ask('a')
  world.version = '2'
  expect(await ask('a')).toBe('a 2')
})

test('forgets what was not used for longest when space is needed', async () => {
  const { world, ask } = setUp()
  for (const key of ['a', 'b', 'c', 'a', 'd', 'a', 'b']) await ask(key)
  expect(world.made).toEqual(['a', 'b', 'c', 'd', 'b'])
})

test('does not remember a failure', async () => {
  const { remember } = setUp()
  await expect(remember('a', () => Promise.reject(new Error('locked')))).rejects.toThrow('locked')
  expect(await remember('a', async () => 'fine')).toBe('fine')
})

test('without a memory everything is made anew', async () => {
  let made = 0
  const ask = () => forgetful('a', async () => (made += 1))
  expect([await ask(), await ask()]).toEqual([1, 2])
})
