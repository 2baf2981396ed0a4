import { type SiteUse, siteUses } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { regionsAround } from '../places/index.ts'
import { listOf } from './authority.ts'
import { permits, type RegisteredOrigin } from './origin.ts'
import type { AuthorityOriginRow } from './tables.ts'

/** Who asks for what: a website as a browser names it, and the area it asks for ('' = none in particular). */
export interface SiteQuestion {
  readonly origin: string
  readonly use: SiteUse
  readonly regionKey: string
}

/**
 * Whether a website may use something for an area: by the authority of the area or by one around it, as what a Land registers may be
 * used for all its towns. Where no area is named, by any.
 */
export async function isRegistered(db: Db, { origin, use, regionKey }: SiteQuestion): Promise<boolean> {
  let query = db.selectFrom('authority_origin').selectAll().where('origin', '=', origin)
  if (regionKey !== '')
    query = query.where('authority_id', 'in', (inner) =>
      inner.selectFrom('authority').select('id').where('region_key', 'in', regionsAround(regionKey)),
    )
  return permits((await query.execute()).map(toOrigin), origin, use)
}

/** The websites of each of these authorities. */
export async function originsOf(
  db: Db,
  authorities: readonly string[],
): Promise<ReadonlyMap<string, RegisteredOrigin[]>> {
  const found = new Map<string, RegisteredOrigin[]>(authorities.map((id) => [id, []]))
  if (authorities.length === 0) return found
  const all = db.selectFrom('authority_origin').selectAll().orderBy('origin')
  const some = authorities.length < 100 ? all.where('authority_id', 'in', authorities) : all
  for (const row of await some.execute()) found.get(row.authority_id)?.push(toOrigin(row))
  return found
}

/** Puts these websites in the place of those an authority had. */
export async function saveOrigins(
  db: Db,
  authority: string,
  origins: readonly RegisteredOrigin[],
): Promise<void> {
  await db.deleteFrom('authority_origin').where('authority_id', '=', authority).execute()
  if (origins.length === 0) return
  await db
    .insertInto('authority_origin')
    .values(
      origins.map(({ origin, uses }) => ({ authority_id: authority, origin, uses: uses?.join(' ') ?? '' })),
    )
    .execute()
}

/** A use that a later version no longer knows permits nothing. */
const toOrigin = ({ origin, uses }: AuthorityOriginRow): RegisteredOrigin =>
  uses === ''
    ? { origin }
    : { origin, uses: listOf(uses).filter((one): one is SiteUse => siteUses.includes(one as SiteUse)) }
