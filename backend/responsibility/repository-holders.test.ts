import { expect, test } from 'vitest'
import { importServices, service } from '../services/testing.ts'
import { heldBy, holderCounts, holdersOf } from './repository-holders.ts'
import { openWith } from './testing.ts'

const key = '99102013002000'

async function holders() {
  const units = ['amt-a', 'amt-b', 'amt-c'].map((id) => ({ id }))
  const { db } = await openWith(units)
  await importServices(db, [service('hund', { leistungsschluessel: key }), service('baum')])
  const recorded = [
    [`leika:${key}`, '130740087087', 'responsible', 'amt-b'],
    [`leika:${key}`, '130740087088', 'responsible', 'amt-a'],
    ['hund', '13', 'responsible', 'amt-a'],
    ['hund', '13', 'contact', 'amt-c'],
  ] as const
  await db
    .insertInto('responsibility')
    .values(
      recorded.map(([service_key, region_key, role, unit_id]) => ({
        service_key,
        region_key,
        role,
        unit_id,
        source_id: 'test',
      })),
    )
    .execute()
  return db
}

test('whoever answers for a service, under its id or its key, is named once, and nobody who only helps', async () => {
  const db = await holders()
  expect(await holdersOf(db, ['hund', `leika:${key}`], { limit: 10 })).toEqual(['amt-a', 'amt-b'])
  expect(await holdersOf(db, ['hund', `leika:${key}`], { limit: 1, offset: 1 })).toEqual(['amt-b'])
  expect(await holdersOf(db, [], { limit: 10 })).toEqual([])
})

test('each service is counted with its units, and one that nobody answers for not at all', async () => {
  expect([...(await holderCounts(await holders()))]).toEqual([['hund', 2]])
})

test('a unit is asked what it answers for, not what it helps with', async () => {
  const db = await holders()
  expect(await heldBy(db, ['amt-a', 'amt-c'])).toEqual([{ serviceId: 'hund', unitId: 'amt-a' }])
  expect(await heldBy(db, [])).toEqual([])
})
