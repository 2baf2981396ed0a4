import type { Db } from '../database/database.ts'
import { onError } from '../http/problem.ts'
import { importContent } from '../import/testing.ts'
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
