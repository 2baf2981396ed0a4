import { expect, test } from 'vitest'
import { openPlaces } from '../places/testing.ts'
import { readOwners } from './area-owners.ts'
import { addAuthority } from './testing.ts'

test.each([
  ['13', '13'],
  ['130760060', '130760060'],
  ['130760060060', '130760060'],
  ['13076060', '130760060'],
  ['13076004', '13076'],
  ['13076', '13076'],
  ['130725254111', '13'],
  ['09', ''],
  ['99999999', ''],
  ['1', ''],
  [undefined, ''],
])('the area %s belongs to %j', async (area, owner) => {
  const { db } = await openPlaces()
  for (const [id, regionKey] of Object.entries({ land: '13', kreis: '13076', hagenow: '130760060' }))
    await addAuthority(db, id, regionKey)
  expect((await readOwners(db))(area)).toBe(owner)
})

test('where nobody is registered everything is nobody’s', async () => {
  const { db } = await openPlaces()
  expect((await readOwners(db))('13')).toBe('')
})
