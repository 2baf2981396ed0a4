import type { Db, Trx } from '../database/database.ts'
import type { Authority } from './authority.ts'
import type { EmbeddingCountRow } from './tables.ts'

/** How long numbers are kept, in years. */
const keptYears = 1

/** Adds to what was counted in a period before, in a transaction of the caller's. */
export async function addEmbeddings(trx: Trx | Db, rows: readonly EmbeddingCountRow[]): Promise<void> {
  await trx
    .insertInto('embedding_count')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['period', 'host', 'widget', 'region_key']).doUpdateSet((eb) => ({
        requests: eb('embedding_count.requests', '+', eb.ref('excluded.requests')),
      })),
    )
    .execute()
}

/** Everything counted in a period, such as 2026-11. */
export const embeddingsIn = (db: Db, period: string): Promise<EmbeddingCountRow[]> =>
  db.selectFrom('embedding_count').selectAll().where('period', '=', period).execute()

const oldest = (period: string) => `${Number(period.slice(0, 4)) - keptYears}${period.slice(4)}`

/** Forgets what is too old to be kept in a period. */
export async function forgetOldEmbeddings(db: Db, period: string): Promise<void> {
  await db.deleteFrom('embedding_count').where('period', '<', oldest(period)).execute()
}

/** How often one widget on one website asked about the area of one authority in a month. */
export interface EmbeddingCount {
  /** Such as 2026-11. */
  readonly period: string
  readonly host: string
  readonly widget: string
  /** Area of the authority; null where nobody keeps the area, or none was named. */
  readonly regionKey: string | null
  readonly requests: number
}

/** Which counts: those an authority may see, those of one period; `from` as many are left out. */
export interface EmbeddingQuery {
  readonly authority?: Authority | undefined
  readonly period?: string | undefined
  readonly from?: number | undefined
  readonly limit?: number | undefined
}

/**
 * What was counted, the newest period first, in it the most asked first. An authority sees questions about its area and all that
 * lies within, whoever keeps that, and the websites it has registered itself.
 */
export async function listEmbeddings(
  db: Db,
  { authority, period, from, limit }: EmbeddingQuery = {},
): Promise<readonly EmbeddingCount[]> {
  let query = db
    .selectFrom('embedding_count')
    .selectAll()
    .orderBy('period', 'desc')
    .orderBy('requests', 'desc')
    .orderBy('host')
    .orderBy('widget')
    .orderBy('region_key')
  if (period !== undefined) query = query.where('period', '=', period)
  if (authority) {
    const hosts = authority.origins.map(({ origin }) => new URL(origin).hostname)
    query = query.where((eb) =>
      eb.or([
        eb('region_key', 'like', `${authority.regionKey}%`),
        ...(hosts.length > 0 ? [eb('host', 'in', hosts)] : []),
      ]),
    )
  }
  if (limit !== undefined) query = query.limit(limit)
  if (from) query = query.offset(from)
  const rows = await query.execute()
  return rows.map(({ region_key, ...row }) => ({ ...row, regionKey: region_key || null }))
}
