import { addAuthority, addTestToken, editing, testStart } from '../access/testing.ts'
import type { Db } from '../database/database.ts'
import { createApp } from '../http/app.ts'
import { onError } from '../http/problem.ts'
import { importContent } from '../import/testing.ts'
import { openPlaces } from '../places/testing.ts'
import { unitsProfile } from './import-units.ts'
import { unitSearch } from './repository-unit-search.ts'
import { directoryRoutes } from './routes.ts'

/** A unit in our own format, complete enough to be taken. */
export const unit = (id: string, more: object = {}) => ({
  id,
  tier: 'municipal',
  general: false,
  names: { de: `Amt ${id}` },
  addresses: [{ kind: 'visitor', street: 'Markt', houseNumber: '1', postcode: '19053', city: 'Schwerin' }],
  contacts: [{ kind: 'phone', value: '+49 385 000-100' }],
  ...more,
})

/** Imports units from a file of our own format. */
export const importUnits = (db: Db, units: unknown, name = 'units.json') =>
  importContent(db, {
    profile: unitsProfile,
    content: JSON.stringify(units),
    name,
    derivations: [unitSearch],
  })

/** The routes alone, at a moment that the test chooses. */
export function directoryApp(db: Db, now: string) {
  const app = directoryRoutes({ db, now: () => new Date(now) })
  app.onError(
    onError((error) => {
      throw error
    }),
  )
  return app
}

/** Id of an invented person, by a number. */
export const personId = (number: number): string => `p-${String(number).padStart(32, '0')}`

/** An invented person as editors send one. */
export const erika = {
  honorific: 'Dr.',
  givenName: 'Erika',
  familyName: 'Müster',
  functions: [{ unitId: 'rathaus', names: { de: 'Sachbearbeitung Wohngeld', en: 'Housing benefit' } }],
  topics: ['Lastenzuschuss'],
  services: ['mv-wohngeld'],
  contacts: [
    { kind: 'phone', value: '03883 6107-12' },
    { kind: 'email', value: 'e.muester@hagenow.example' },
  ],
  room: '12',
  naming: { basis: 'consent', since: '2026-11-01' },
} as const

/** A town with two offices whose authority keeps people. */
export async function openTown() {
  const database = await openPlaces()
  const { db } = database
  await importUnits(db, [
    unit('rathaus', { names: { de: 'Rathaus', en: 'Town hall' }, regionKey: '130760060' }),
    unit('archiv', { names: { de: 'Archiv' }, parentId: 'rathaus', contacts: [] }),
    unit('landhagen-amt', { names: { de: 'Amt Landhagen' }, regionKey: '130755555' }),
  ])
  await addAuthority(db, 'hagenow', '130760060')
  await addAuthority(db, 'landhagen', '130755555')
  const token = await addTestToken(db, 'hagenow')
  const app = createApp({ database, now: () => testStart })
  const pathOf = (number: number) => `/api/v1/people/${personId(number)}/record`
  const put = async (number: number, body: unknown, match = 'new', by = token) =>
    app.request(pathOf(number), editing('PUT', { token: by, body, match }))
  return { database, db, app, token, pathOf, put }
}
