import { expect, test } from 'vitest'
import { soundFilters, tryFilter, tryMutations } from './cql2-mutations.ts'
import { createRandom } from './random.ts'

test.each(soundFilters)('%s', async (filter) => {
  expect((await tryFilter(filter, 'text')).answered).toBe(true)
})

// A sample; `npm run proof -- cql2` changes them a hundred thousand times.
const seed = 20261130
const mutations = 3_000

test(`a filter changed at random is answered or refused in words (seed ${seed})`, async () => {
  const { refused, answered } = await tryMutations(mutations, createRandom(seed))
  // Otherwise the changes are too tame or too wild to say anything.
  expect(refused).toBeGreaterThan(mutations / 3)
  expect(answered).toBeGreaterThan(mutations / 50)
})
