import type { Db, Trx } from '../database/database.ts'
import { regionsAround } from '../places/index.ts'
import { type Authority, settingColumns, sourceIdOf, toAuthority } from './authority.ts'
import { ownerOf } from './own-area.ts'
import { dropWish } from './repository-four-eyes.ts'
import { originsOf, saveOrigins } from './repository-origins.ts'
import type { AuthorityRow } from './tables.ts'

export async function findAuthority(db: Db, id: string): Promise<Authority | undefined> {
  const rows = await db.selectFrom('authority').selectAll().where('id', '=', id).execute()
  return (await withOrigins(db, rows))[0]
}

async function withOrigins(db: Db, rows: readonly AuthorityRow[]): Promise<readonly Authority[]> {
  const origins = await originsOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => toAuthority(row, origins.get(row.id) ?? []))
}

/** Every authority, the larger area first. */
export async function listAuthorities(db: Db): Promise<readonly Authority[]> {
  const rows = await db.selectFrom('authority').selectAll().orderBy('region_key').execute()
  const all = await withOrigins(db, rows)
  return all.toSorted((a, b) => a.regionKey.length - b.regionKey.length)
}

/** The authority that has the server to itself; undefined where there is none, or more than one. */
export async function soleAuthority(db: Db): Promise<Authority | undefined> {
  const rows = await db.selectFrom('authority').selectAll().limit(2).execute()
  return rows.length === 1 ? (await withOrigins(db, rows))[0] : undefined
}

/** Whose a region is; undefined where nobody around it is registered. */
export async function authorityOf(db: Db, regionKey: string): Promise<Authority | undefined> {
  const rows = await db
    .selectFrom('authority')
    .selectAll()
    .where('region_key', 'in', regionsAround(regionKey))
    .execute()
  return ownerOf(await withOrigins(db, rows), regionKey)
}

/** Records an authority or what is new about it, in a transaction of the caller's; its area stays what it was. `at` is RFC 3339 UTC. */
export async function saveAuthority(db: Db, authority: Authority, at: string): Promise<void> {
  const settings = { ...settingColumns(authority), updated_at: at }
  await db
    .insertInto('authority')
    .values({ id: authority.id, region_key: authority.regionKey, created_at: at, ...settings })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(settings))
    .execute()
  await saveOrigins(db, authority.id, authority.origins)
  // Where it is ended, half of ending it must not lie there for the next time.
  if (!authority.fourEyes) await dropWish(db, authority.id)
}

/** The source of what an authority writes, made known before its first record. */
export async function ensureSource(trx: Trx, authority: Authority, at: string): Promise<string> {
  const id = sourceIdOf(authority.id)
  const name = authority.names['de'] ?? authority.id
  const facts = { name: `Eigene Angaben: ${name}`, publisher: name }
  await trx
    .insertInto('source')
    .values({ id, ...facts, invented: 0, imported_at: at })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(facts))
    .execute()
  return id
}
