import { beforeAll, expect, it } from 'vitest'
import type { Responsibility } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { findResponsibility } from './responsibility-finder.ts'
import { openDemo } from './testing.ts'

const perso = 'mv-personalausweis'
const waffen = 'mv-waffenbesitzkarte'
const view = { lang: 'de', now: new Date('2026-11-24T09:00:00Z') }

let db: Db
const inArea = async (service: string, area: string) =>
  (await findResponsibility(db, service, { by: 'area', area }, view)) as Responsibility

// Setzin is divided between Toddin and Hagenow; of Gischow nobody knows what became of it.
beforeAll(async () => {
  db = (await openDemo()).db
  await db
    .insertInto('area_successor')
    .values({
      region_key: '130765658123',
      successor_key: '130760060060',
      share: 1,
      source_id: 'amtsweg-areas',
    })
    .execute()
  await db.deleteFrom('area_successor').where('region_key', '=', '130765655043').execute()
}, 60_000)

it('asks which successor, where a dissolved Gemeinde was divided between two authorities', async () => {
  const answer = await inArea(perso, '130765658123')
  expect(answer).toMatchObject({
    status: 'ambiguous',
    question: { choices: [{ label: 'Hagenow' }, { label: 'Toddin' }] },
  })
})

it('does not ask where both successors have the same authority', async () => {
  const answer = await inArea(waffen, '130765658123')
  expect(answer).toMatchObject({ status: 'resolved', movedFrom: 'Setzin' })
  expect(answer).not.toHaveProperty('area')
})

it('names who is above, where nobody recorded what became of a Gemeinde', async () => {
  expect(await inArea(perso, '130765655043')).toMatchObject({
    status: 'unrecorded',
    movedFrom: 'Gischow',
    fallback: { unit: { id: 'demo-amt-eldenburg-luebz' } },
  })
})

it('takes a nationwide record where no nearer one is', async () => {
  await db
    .insertInto('responsibility')
    .values({
      service_key: 'mv-grundbuchauszug',
      region_key: '',
      role: 'responsible',
      unit_id: 'bund-familienkasse',
      note: 'Nur ein Test.',
      source_id: 'amtsweg-responsibilities',
    })
    .execute()
  const answer = await inArea('mv-grundbuchauszug', '130765658111')
  expect(answer).toMatchObject({ units: [{ unit: { id: 'bund-familienkasse' }, note: 'Nur ein Test.' }] })
  expect(answer).not.toHaveProperty('units.0.regionKey')
})

it('knows a service across the border of the Land, where nobody is recorded for it', async () => {
  const key = '99089086060000'
  expect(await inArea(key, '033550049049')).toMatchObject({
    status: 'unrecorded',
    service: { id: waffen },
    fallback: { unit: { regionKey: '033550049' } },
  })
})

it('answers in the language of the reader as far as words exist', async () => {
  const where = { by: 'area', area: '130765658111' } as const
  const answer = await findResponsibility(db, waffen, where, { ...view, lang: 'en' })
  expect(answer).toMatchObject({ status: 'resolved', service: { id: waffen } })
})

it('says what it does not know', async () => {
  const unknownArea = await findResponsibility(db, perso, { by: 'area', area: '99' }, view)
  expect(unknownArea).toEqual({ unknown: 'area' })
  const unknownService = await findResponsibility(db, 'nobody', { by: 'area', area: '13' }, view)
  expect(unknownService).toEqual({ unknown: 'service' })
})
