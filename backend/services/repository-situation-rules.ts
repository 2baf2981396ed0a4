import { compiled } from '../database/compiled.ts'
import type { Db, Trx } from '../database/database.ts'
import { insertAll } from '../import/index.ts'
import { regionsAround } from '../places/index.ts'
import type { SituationSetting } from './arranged-situations.ts'
import type { SituationMapping } from './merged-situations.ts'
import type { LifeSituationSettingTable } from './tables.ts'
import { nameIn } from './to-service.ts'

/** What life situations of other catalogues are to ours. */
export async function situationMappings(db: Db, lang: string): Promise<readonly SituationMapping[]> {
  const rows = await db.selectFrom('life_situation_mapping').selectAll().orderBy('position').execute()
  return rows.map(({ id, life_situation_id, relation, names }) => ({
    id,
    target: life_situation_id,
    relation,
    name: names === null ? undefined : nameIn(names, lang),
  }))
}

const settingsOf = compiled(
  (db: Db, ...regions: string[]) =>
    db.selectFrom('life_situation_setting').selectAll().where('region_key', 'in', regions),
  5,
)

/** How the authorities around an area arrange life situations there; nobody does without an area. */
export async function situationSettings(
  db: Db,
  { area, lang }: { readonly area?: string | undefined; readonly lang: string },
): Promise<readonly SituationSetting[]> {
  if (!area) return []
  const around = regionsAround(area)
  const rows = await settingsOf(db, ...around, ...Array<string>(5 - around.length).fill(''))
  return rows.map(({ region_key, life_situation_id, position, hidden, names }) => ({
    regionKey: region_key,
    situation: life_situation_id,
    position: position ?? undefined,
    hidden: hidden === null ? undefined : hidden === 1,
    name: names === null ? undefined : nameIn(names, lang),
  }))
}

/** The smallest region around the area whose authority arranges life situations; '' where none does. */
export async function arrangedRegion(db: Db, area: string | undefined): Promise<string> {
  const settings = await situationSettings(db, { area, lang: 'de' })
  return settings.reduce(
    (longest, { regionKey }) => (regionKey.length > longest.length ? regionKey : longest),
    '',
  )
}

/** Sources of authorities; what was imported is not an editor's to change. */
const own = 'authority-%'

/** What the authority of a region itself has said there. */
export const ownSituationRows = (db: Db, regionKey: string): Promise<LifeSituationSettingTable[]> =>
  db
    .selectFrom('life_situation_setting')
    .selectAll()
    .where('region_key', '=', regionKey)
    .where('source_id', 'like', own)
    .execute()

/** Whether an import arranges them there. */
export async function situationsImported(db: Db, regionKey: string): Promise<boolean> {
  const row = await db
    .selectFrom('life_situation_setting')
    .select('id')
    .where('region_key', '=', regionKey)
    .where('source_id', 'not like', own)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Puts these in the place of what the authority of a region has said there so far. */
export async function replaceOwnSituationRows(
  trx: Trx,
  regionKey: string,
  rows: readonly LifeSituationSettingTable[],
): Promise<void> {
  await trx
    .deleteFrom('life_situation_setting')
    .where('region_key', '=', regionKey)
    .where('source_id', 'like', own)
    .execute()
  await insertAll(trx, 'life_situation_setting', rows)
}

/** Ids of all life situations. */
export async function knownSituations(db: Db): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('life_situation').select('id').execute()
  return new Set(rows.map(({ id }) => id))
}
