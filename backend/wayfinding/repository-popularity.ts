import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/database.ts'
import { popularityScores } from './popularity.ts'

const state = compiled((db: Db) => db.selectFrom('counted_period').select(['period', 'clicks_as_of']))
const allClicks = compiled((db: Db) =>
  db.selectFrom('counted_click').select(['service_id as serviceId', 'period', 'clicks']),
)

type Popularity = ReadonlyMap<string, number>
const known = new WeakMap<Db, { readonly version: string; readonly popularity: Promise<Popularity> }>()
const nobody: Popularity = new Map()

/**
 * How much each service is asked for, by id, above 0 up to 1; who is absent has 0. Made anew once a day, when clicks have been added,
 * so that the order of results does not change under a reader.
 */
export async function popularityOf(db: Db): Promise<Popularity> {
  const [open] = await state(db)
  if (!open) return nobody
  const version = `${open.period} ${open.clicks_as_of}`
  const entry = known.get(db)
  if (entry?.version === version) return entry.popularity
  const popularity = allClicks(db).then((rows) => popularityScores(rows, open.period))
  known.set(db, { version, popularity })
  popularity.catch(() => known.delete(db))
  return popularity
}
