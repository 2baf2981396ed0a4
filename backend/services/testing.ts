import type { Db } from '../database/database.ts'
import { onError } from '../http/problem.ts'
import { importContent } from '../import/testing.ts'
import { lifeSituationsProfile } from './import-life-situations.ts'
import { servicesProfile } from './import-services.ts'
import { supplementsProfile } from './import-supplements.ts'
import { servicesRoutes } from './routes.ts'
import type { LinkClock } from './turns.ts'

/** A service in our own format, as bare as it may be. */
export const service = (id: string, more: object = {}) => ({
  id,
  identifier: { schemeAgencyId: 'test', schemeId: 'leistung', value: id },
  audience: ['citizen'],
  titles: { de: id },
  modules: [],
  ...more,
})

/** The text module a test needs, in German. */
export const text = (code: string, html: string, lang = 'de') => ({ code, lang, html })

/** Imports services of a source of their own: each call is another authority's catalogue. */
export const importServices = (db: Db, services: unknown, source = 'test') =>
  importContent(db, {
    profile: servicesProfile,
    content: JSON.stringify(services),
    name: 'services.json',
    source: { id: source },
  })

export const importLifeSituations = (db: Db, tree: unknown) =>
  importContent(db, { profile: lifeSituationsProfile, content: JSON.stringify(tree), name: 'tree.json' })

export const importSupplements = (db: Db, supplements: unknown) =>
  importContent(db, { profile: supplementsProfile, content: JSON.stringify(supplements), name: 'local.json' })

/** The routes alone; what fails unexpectedly fails the test. */
export function servicesApp(db: Db) {
  const app = servicesRoutes({ db })
  app.onError(
    onError((error) => {
      throw error
    }),
  )
  return app
}

/** A clock on which waiting takes no time at all: it goes forward by itself. */
export function leapingClock(start: string): LinkClock {
  let now = Date.parse(start)
  return {
    now: () => new Date(now),
    wait: async (milliseconds, signal) => {
      const until = now + milliseconds
      await new Promise((resolve) => setImmediate(resolve))
      if (!signal.aborted) now = Math.max(now, until)
    },
  }
}
