import { expect, test } from 'vitest'
import { createMemory } from './memory.ts'
import { watchVersion } from './version-watch.ts'

function setUp() {
  const world = { version: '1', time: 0, asked: 0 }
  const watch = watchVersion({
    dataVersion: () => {
      world.asked += 1
      return world.version
    },
    versionHolds: 200,
    look: async () => {},
    clock: () => world.time,
  })
  return { world, watch }
}

test('the database is asked five times a second at most, however many ask', () => {
  const { world, watch } = setUp()
  for (world.time = 0; world.time < 1_000; world.time += 1) watch.dataVersion()
  expect(world.asked).toBe(5)
})

test('what another process has changed is noticed within a fifth of a second', () => {
  const { world, watch } = setUp()
  world.version = '2'
  world.time = 199
  expect(watch.dataVersion()).toBe('1')
  world.time = 200
  expect(watch.dataVersion()).toBe('2')
})

test('what this process has changed is noticed at once', async () => {
  const { world, watch } = setUp()
  world.version = '2'
  await watch.look()
  expect(watch.dataVersion()).toBe('2')
})

test('all that remembers forgets at the same moment', async () => {
  const { world, watch } = setUp()
  const memories = [createMemory(watch), createMemory(watch)]
  const ask = () => Promise.all(memories.map((remember) => remember('a', async () => world.version)))
  await ask()
  world.version = '2'
  world.time = 150
  expect(await memories[0]!('b', async () => world.version)).toBe('2')
  expect(await ask()).toEqual(['1', '1'])
  world.time = 200
  expect(await ask()).toEqual(['2', '2'])
})
