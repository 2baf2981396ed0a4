import { sql } from 'kysely'
import type { Audience, ServicePage } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { letterOf } from './german-order.ts'
import { situationsBelow } from './repository-life-situations.ts'
import { summariesById } from './repository-summaries.ts'
import { isShownName, isVisible, type Reader } from './repository-visible.ts'

/** What narrows the list of services. */
export interface ServiceListOptions extends Reader {
  readonly lifeSituation?: string | undefined
  readonly letter?: string | undefined
  readonly audience?: Audience | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

/** Services in German order, one description per Leistungsschluessel; undefined when the cursor is not one of this list. */
export async function listServices(db: Db, options: ServiceListOptions): Promise<ServicePage | undefined> {
  const { area, lang, lifeSituation, letter, audience, limit, cursor } = options
  const after = cursor === undefined ? undefined : readCursor('services', cursor)
  if (cursor !== undefined && !after) return undefined
  let query = db
    .selectFrom('service_name as n')
    .innerJoin('service as s', 's.id', 'n.service_id')
    .select(['n.letter', 'n.sort_key', 's.id'])
    .where(isShownName(lang))
    .where(isVisible(area))
    .orderBy('n.letter')
    .orderBy('n.sort_key')
    .orderBy('n.service_id')
    .limit(limit + 1)
  if (letter !== undefined) query = query.where('n.letter', '=', letterOf(letter))
  if (audience !== undefined) query = query.where(`s.${audience}`, '=', 1)
  if (after) query = query.where(sql<boolean>`(n.letter, n.sort_key, n.service_id) > (${sql.join(after)})`)
  if (lifeSituation !== undefined) {
    const situations = await situationsBelow(db, lifeSituation)
    query = query.where('s.id', 'in', (eb) =>
      eb
        .selectFrom('service_life_situation')
        .select('service_id')
        .where('life_situation_id', 'in', situations),
    )
  }
  const rows = await query.execute()
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const summaries = await summariesById(
    db,
    page.map((row) => row.id),
    lang,
    area,
  )
  return {
    items: page.flatMap((row) => summaries.get(row.id) ?? []),
    next: last && rows.length > limit ? writeCursor('services', [last.letter, last.sort_key, last.id]) : null,
  }
}
