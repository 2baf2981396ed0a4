import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/database.ts'
import type { ChecklistContent } from './checklist-record.ts'
import type { StoredChecklist } from './checklists-in.ts'

/** All checklists of all areas: a few hundred at most, read once per state of the data. */
export async function readChecklists(db: Db): Promise<readonly StoredChecklist[]> {
  const rows = await db
    .selectFrom('checklist')
    .innerJoin('source', 'source.id', 'checklist.source_id')
    .selectAll('checklist')
    .select('source.name as source_name')
    .execute()
  return rows.map((row) => ({
    name: row.name,
    regionKey: row.region_key,
    mode: row.mode,
    lifeSituation: row.life_situation_id,
    content: JSON.parse(row.content) as ChecklistContent,
    position: row.position,
    updatedAt: row.updated_at,
    source: { id: row.source_id, name: row.source_name },
  }))
}

const titles = compiled((db: Db, sortKey: string, letter: string, lang: string) =>
  db
    .selectFrom('service_name')
    .select('title')
    .where('lang', 'in', [lang, 'de'])
    .where('letter', '=', letter)
    .where('sort_key', '=', sortKey)
    .limit(1),
)

/** Whether a service is called exactly this. */
export const isTitle = async (db: Db, sortKey: string, letter: string, lang: string): Promise<boolean> =>
  (await titles(db, sortKey, letter, lang)).length > 0
