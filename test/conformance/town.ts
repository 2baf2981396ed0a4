import { addAuthority } from '@amtsweg/backend/access/testing.ts'
import type { OpenDatabase } from '@amtsweg/backend/database/database.ts'
import { watchVersion } from '@amtsweg/backend/database/version-watch.ts'
import { addTestCollection, publishTestVersion } from '@amtsweg/backend/geodata/testing.ts'
import { systemOfCode } from '@amtsweg/backend/geometry/reference-system.ts'
import { createAnswerCache } from '@amtsweg/backend/http/answer-cache.ts'
import { createApp } from '@amtsweg/backend/http/app.ts'
import { createServer } from '@amtsweg/backend/http/server.ts'
import { atEnd } from '../temporary-folder.ts'

/** Points with dates, one of them without a place and some without a date; outlines and lines in the systems of two zones. */
async function fill(database: OpenDatabase): Promise<void> {
  const { db } = database
  await addAuthority(db, 'musterstadt', '130760000000')
  for (const id of ['trees', 'districts', 'paths'])
    await addTestCollection(db, { id, authority_id: 'musterstadt', description: `Erfundene Daten: ${id}` })
  await publishTestVersion(
    database,
    'trees',
    Array.from({ length: 25 }, (_, at) => ({
      id: `baum-${at}`,
      geometry:
        at === 7
          ? null
          : { type: 'Point' as const, coordinates: [11 + (at % 5) / 10, 53.2 + Math.floor(at / 5) / 10] },
      properties: { name: `Baum ${at}`, planted: at % 3 === 0 ? null : `${1990 + at}-04-01` },
      time: at % 3 === 0 ? undefined : dayOf(`${1990 + at}-04-01`),
    })),
    {
      fields: [
        { name: 'name', type: 'string' },
        { name: 'planted', type: 'date' },
      ],
    },
  )
  await publishTestVersion(
    database,
    'districts',
    Array.from({ length: 12 }, (_, at) => {
      const [x, y] = [658_000 + (at % 4) * 1000, 5_941_000 + Math.floor(at / 4) * 1000]
      const ring = [
        [x, y],
        [x + 1000, y],
        [x + 900, y + 1000],
        [x, y + 1000],
        [x, y],
      ]
      return {
        id: `${at}`,
        geometry: { type: 'Polygon', coordinates: [ring] },
        properties: { name: `${at}` },
      }
    }),
    storedIn('25832'),
  )
  await publishTestVersion(
    database,
    'paths',
    Array.from({ length: 11 }, (_, at) => {
      const [x, y] = [33_261_000.25 + at * 100, 5_945_000.5]
      const line = [
        [x, y],
        [x + 500, y + 300],
        [x + 700, y + 250],
      ]
      return {
        id: `w/${at}`,
        geometry: { type: 'LineString', coordinates: line },
        properties: { name: null },
      }
    }),
    storedIn('5650'),
  )
}

function dayOf(date: string): readonly [begins: number, ends: number] {
  const begins = Date.parse(date)
  return [begins, begins + 86_399_999]
}

function storedIn(code: string) {
  const storage = systemOfCode(code)
  if (!storage) throw new Error(`There is no system ${code}`)
  return { storage }
}

/** The real server with the data of an invented town; gives the address of its landing page. */
export async function serveTown(database: OpenDatabase): Promise<string> {
  await fill(database)
  return serve(database)
}

/** The real server on a database, on a port of its own; gives the address of its landing page. */
export async function serve(database: OpenDatabase): Promise<string> {
  const watch = watchVersion(database)
  await watch.look()
  const cache = createAnswerCache(watch)
  const app = createApp({ database, watch, cache, report: (error) => console.error(error) })
  const server = createServer(app, cache)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  atEnd(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/ogc`
}
