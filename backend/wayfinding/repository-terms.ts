import type { Db } from '../database/database.ts'
import type { Ends } from './term-count.ts'

/** A term that enough askers share, in one period on the pages of one area. */
export interface SharedTerm extends Ends {
  readonly text: string
  readonly period: string
}

/** What enough askers have typed, in an area and those within it, the latest first. */
export async function sharedTerms(db: Db, area = ''): Promise<readonly SharedTerm[]> {
  const rows = await db
    .selectFrom('counted_term')
    .select(['text', 'period', 'none', 'unopened', 'opened'])
    .where('text', 'is not', null)
    .where('region_key', 'like', `${area}%`)
    .orderBy('period', 'desc')
    .orderBy('text')
    .execute()
  return rows.flatMap(({ text, ...row }) => (text === null ? [] : [{ ...row, text }]))
}

/** Every keyword of every service, those of authorities among them. */
export async function allKeywords(db: Db): Promise<readonly string[]> {
  const rows = await db.selectFrom('service_keyword').select('keyword').distinct().execute()
  return rows.map((row) => row.keyword)
}
