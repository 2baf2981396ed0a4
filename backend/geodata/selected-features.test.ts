import { beforeEach, expect, test } from 'vitest'
import { addAuthority } from '../access/testing.ts'
import type { OpenDatabase } from '../database/database.ts'
import { openTestDatabase } from '../database/testing.ts'
import { listCollections } from './repository-collections.ts'
import { selectFeatures } from './selected-features.ts'
import { addTestCollection, point, publishTestVersion } from './testing.ts'

let database: OpenDatabase
beforeEach(async () => {
  database = await openTestDatabase()
  await addAuthority(database.db, 'musterstadt', '130769901')
  await addTestCollection(database.db, { id: 'playgrounds', authority_id: 'musterstadt' })
  const many = Array.from({ length: 100 }, (_, index) => point(`p${index}`, 11, 53))
  await publishTestVersion(database, 'playgrounds', many)
})

const select = async (step: number) => {
  const [collection] = await listCollections(database.db)
  if (!collection) return expect.fail('nothing is published')
  let time = 0
  const condition = { needsGeometry: false, holds: () => true }
  return selectFeatures(database.db, collection.version, { condition }, () => (time += step))
}

test('a filter that takes milliseconds per feature is answered, one that takes seconds is given up with a sentence', async () => {
  expect((await select(5))?.length).toBe(100)
  await expect(select(1_000)).rejects.toThrow('too long')
})
