import { sql } from 'kysely'
import type { Db, Trx } from '../database/database.ts'
import { letterOfKey, sortKeyOf } from './german-order.ts'

/** A keyword that an authority has added to a service, named by id or Leistungsschluessel. */
export interface LocalKeyword {
  readonly service: string
  /** Area whose authority added it; left out, whoever has the command line. */
  readonly regionKey?: string
  readonly lang: string
  readonly keyword: string
  readonly authority: string
  /** RFC 3339 UTC. */
  readonly addedAt: string
}

/** Services that a name stands for: the one with this id, else those that are listed under this Leistungsschluessel. */
export async function servicesNamed(db: Db, name: string): Promise<readonly string[]> {
  const own = await db.selectFrom('service').select('id').where('id', '=', name).execute()
  if (own.length > 0) return [name]
  const keyed = await db
    .selectFrom('service_identifier')
    .select('service_id')
    .distinct()
    .where('scheme_id', '=', 'leika')
    .where('value', '=', name)
    .orderBy('service_id')
    .execute()
  return keyed.map((row) => row.service_id)
}

/** Remembers keywords of an authority; one that is there already keeps its date. Search knows them after applyLocalKeywords and a new index. */
export async function addLocalKeywords(trx: Trx, keywords: readonly LocalKeyword[]): Promise<void> {
  for (const { addedAt, regionKey = '', ...keyword } of keywords)
    await trx
      .insertInto('local_keyword')
      .values({ ...keyword, region_key: regionKey, added_at: addedAt })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

/** Forgets a keyword, of one service or of all; tells how many there were. */
export async function removeLocalKeyword(trx: Trx, keyword: string, service?: string): Promise<number> {
  const gone = await trx
    .deleteFrom('local_keyword')
    .where(sql`lower(keyword)`, '=', keyword.toLowerCase())
    .where((eb) => (service === undefined ? eb.lit(true) : eb('service', '=', service)))
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}

/** All local keywords in German order. */
export async function listLocalKeywords(db: Db): Promise<readonly LocalKeyword[]> {
  const rows = await db.selectFrom('local_keyword').selectAll().execute()
  const key = (row: { keyword: string; service: string }) => `${sortKeyOf(row.keyword)} ${row.service}`
  return rows
    .toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
    .map(({ added_at, region_key, ...row }) => ({
      ...row,
      ...(region_key ? { regionKey: region_key } : {}),
      addedAt: added_at,
    }))
}

/** A service in an area whose authority adds words to it. */
interface KeywordsAt {
  readonly service: string
  readonly regionKey: string
}

/** The words that the authority of an area has added to a service, by language. */
export async function areaKeywords(
  db: Db,
  { service, regionKey }: KeywordsAt,
): Promise<Record<string, string[]>> {
  const rows = await db
    .selectFrom('local_keyword')
    .select(['lang', 'keyword'])
    .where('service', '=', service)
    .where('region_key', '=', regionKey)
    .execute()
  const byLang = Map.groupBy(rows, ({ lang }) => lang)
  return Object.fromEntries([...byLang].map(([lang, words]) => [lang, words.map(({ keyword }) => keyword)]))
}

/** Puts these in the place of what it has added so far; a word that stays keeps its date. */
export async function replaceAreaKeywords(
  trx: Trx,
  { service, regionKey }: KeywordsAt,
  keywords: Readonly<Record<string, readonly string[]>>,
  by: Pick<LocalKeyword, 'authority' | 'addedAt'>,
): Promise<void> {
  const there = trx.selectFrom('local_keyword').selectAll()
  const before = await there.where('service', '=', service).where('region_key', '=', regionKey).execute()
  await trx
    .deleteFrom('local_keyword')
    .where('service', '=', service)
    .where('region_key', '=', regionKey)
    .execute()
  const since = (lang: string, keyword: string) =>
    before.find((row) => row.lang === lang && row.keyword === keyword)?.added_at ?? by.addedAt
  const wanted = Object.entries(keywords).flatMap(([lang, words]) =>
    words.map((keyword) => ({ service, regionKey, lang, keyword, ...by, addedAt: since(lang, keyword) })),
  )
  await addLocalKeywords(trx, wanted)
}

/** Copies local keywords to the services as they are now: after each import, since that replaces the keywords of a service. */
export async function applyLocalKeywords(trx: Trx): Promise<void> {
  await trx.deleteFrom('service_keyword').where('local', '=', 1).execute()
  for (const { service, lang, keyword } of await listLocalKeywords(trx)) {
    const sort_key = sortKeyOf(keyword)
    const services = await servicesNamed(trx, service)
    const taken = await servicesWith(trx, services, lang, sort_key)
    const rows = services
      .filter((id) => !taken.has(id))
      .map((service_id) => ({
        service_id,
        lang,
        keyword,
        sort_key,
        letter: letterOfKey(sort_key),
        local: 1,
      }))
    if (rows.length > 0) await trx.insertInto('service_keyword').values(rows).execute()
  }
}

/** Which of these services have the word already, however it is written. */
async function servicesWith(trx: Trx, services: readonly string[], lang: string, sortKey: string) {
  if (services.length === 0) return new Set<string>()
  const rows = await trx
    .selectFrom('service_keyword')
    .select('service_id')
    .where('service_id', 'in', services)
    .where('lang', '=', lang)
    .where('sort_key', '=', sortKey)
    .execute()
  return new Set(rows.map((row) => row.service_id))
}
