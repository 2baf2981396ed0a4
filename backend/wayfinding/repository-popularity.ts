import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/database.ts'
import { popularityScores } from './popularity.ts'

const state = compiled((db: Db) => db.selectFrom('counted_period').select(['period', 'clicks_as_of']))
const allClicks = compiled((db: Db) =>
  db.selectFrom('counted_click').select(['service_id as serviceId', 'period', 'clicks']),
)

type Popularity = ReadonlyMap<string, number>
interface Known {
  readonly version: string
  readonly popularity: Promise<Popularity>
  /** Monotonic milliseconds of the last look at the database. */
  looked: number
}
const known = new WeakMap<Db, Known>()
const nobody: Popularity = new Map()

/**
 * How much each service is asked for, by id, above 0 up to 1; who is absent has 0. Made anew once a day, when clicks have been added,
 * so that the order of results does not change under a reader. `maxAge` (milliseconds) spares a look at the database.
 */
export async function popularityOf(db: Db, maxAge = 0): Promise<Popularity> {
  const last = known.get(db)
  if (last && performance.now() - last.looked < maxAge) return last.popularity
  const [open] = await state(db)
  if (!open) {
    known.set(db, { version: '', popularity: Promise.resolve(nobody), looked: performance.now() })
    return nobody
  }
  const version = `${open.period} ${open.clicks_as_of}`
  if (last?.version === version) {
    last.looked = performance.now()
    return last.popularity
  }
  const popularity = allClicks(db).then((rows) => popularityScores(rows, open.period))
  known.set(db, { version, popularity, looked: performance.now() })
  popularity.catch(() => known.delete(db))
  return popularity
}
