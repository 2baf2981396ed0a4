import { expect, test } from 'vitest'
import { openTestDatabase } from '../database/testing.ts'
import { findUnit, generalUnitOf, unitsById } from './repository.ts'
import { importUnits, unit } from './testing.ts'

const view = { lang: 'de', now: new Date('2026-11-23T08:30:00Z') }

async function units() {
  const { db } = await openTestDatabase()
  await importUnits(db, [
    unit('land', { regionKey: '13', general: true, tier: 'state' }),
    unit('kreis', { regionKey: '13076', general: true, tier: 'county' }),
    unit('kreis-kfz', { regionKey: '13076' }),
    ...Array.from({ length: 20 }, (_, index) => unit(`office-${index}`)),
  ])
  return db
}

test('the general unit is that of the first region that has one', async () => {
  const db = await units()
  const of = async (...regions: string[]) => (await generalUnitOf(db, regions, view))?.id
  expect(await of('130765658', '13076', '13')).toBe('kreis')
  expect(await of('13071', '130', '13')).toBe('land')
  expect(await of(...Array<string>(9).fill('01'), '13076')).toBe('kreis')
  expect(await of('01')).toBeUndefined()
  expect(await of()).toBeUndefined()
})

test('many units come at once in the order asked for, unknown ones are absent', async () => {
  const db = await units()
  const ids = Array.from({ length: 20 }, (_, index) => `office-${19 - index}`)
  const found = await unitsById(db, [...ids.slice(0, 3), 'nobody', ...ids.slice(3)], view)
  expect([...found.keys()]).toEqual(ids)
  expect((await unitsById(db, [], view)).size).toBe(0)
})

test('nobody is found where nobody is', async () => {
  expect(await findUnit(await units(), 'nobody', view)).toBeUndefined()
})
