import { expect, test } from 'vitest'
import { openTestDatabase } from '../database/testing.ts'
import { readCatalogue, titleLetters } from './repository-catalogue.ts'
import { importServices, service, text } from './testing.ts'

const day = '2026-11-24'

async function catalogue() {
  const { db } = await openTestDatabase()
  await importServices(db, [
    service('b-hund', {
      titles: { de: 'Hund anmelden', en: 'Register a dog' },
      leistungsschluessel: '99102013002000',
      modules: [text('05', '<p>Wau</p>')],
    }),
    service('a-title', { titles: { de: 'Ölprüfung' }, updatedAt: '2026-05-01' }),
  ])
  return db
}

test('every service is listed by id, with its languages and whether there is a text', async () => {
  const entries = await readCatalogue(await catalogue(), day)
  expect(entries).toMatchObject([
    { id: 'a-title', described: false, languages: ['de'], modified: '2026-05-01', sourceId: 'test' },
    { id: 'b-hund', described: true, languages: ['de', 'en'], keys: ['99102013002000'], lifeSituations: [] },
  ])
})

test('a service that is not public is in no list', async () => {
  const db = await catalogue()
  await db.updateTable('service').set({ public: 0 }).where('id', '=', 'b-hund').execute()
  expect((await readCatalogue(db, day)).map(({ id }) => id)).toEqual(['a-title'])
  expect(await titleLetters(db, { lang: 'de' })).toEqual(['O'])
})

test('letters are those of the titles in the reader’s language and in German', async () => {
  const db = await catalogue()
  expect(await titleLetters(db, { lang: 'de' })).toEqual(['H', 'O'])
  expect(await titleLetters(db, { lang: 'en' })).toEqual(['H', 'O', 'R'])
})

test('a service is listed on the days it is valid', async () => {
  const db = await catalogue()
  const listed = async (on: string) => (await readCatalogue(db, on)).map(({ id }) => id)
  await db
    .updateTable('service')
    .set({ valid_from: '2026-02-01', valid_to: '2026-03-31' })
    .where('id', '=', 'b-hund')
    .execute()
  expect(await listed('2026-01-31')).toEqual(['a-title'])
  expect(await listed('2026-02-01')).toEqual(['a-title', 'b-hund'])
  expect(await listed('2026-03-31')).toEqual(['a-title', 'b-hund'])
  expect(await listed('2026-04-01')).toEqual(['a-title'])
})
