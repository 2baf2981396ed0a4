import { expect, test } from 'vitest'
import { openAskedServer } from './cql2-http.ts'
import { soundFilters, tryFilter, tryMutations } from './cql2-mutations.ts'
import { createRandom } from './random.ts'

test.each(soundFilters)('%s', async (filter) => {
  expect((await tryFilter(filter, 'text')).answered).toBe(true)
})

// A sample; `npm run proof -- cql2` changes them a hundred thousand times.
const seed = 20261130
const mutations = 3_000

/** Every so many are asked over HTTP too. */
const httpEvery = 6

test(`a filter changed at random is answered or refused in words, and adds no word to SQL (seed ${seed})`, async () => {
  const { ask, sqlWords } = await openAskedServer()
  for (const filter of soundFilters) await ask(filter, 'text')
  const before = new Set(sqlWords)
  const { refused, answered } = await tryMutations(
    mutations,
    createRandom(seed),
    async (filter, encoding, index) => {
      if (index % httpEvery === 0) await ask(filter, encoding)
    },
  )
  expect([...sqlWords].filter((word) => !before.has(word))).toEqual([])
  expect(before).toContain('geo_feature')
  // Otherwise the changes are too tame or too wild to say anything.
  expect(refused).toBeGreaterThan(mutations / 3)
  expect(answered).toBeGreaterThan(mutations / 50)
})
