import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/database.ts'
import { regionsAround } from '../places/index.ts'
import type { SituationSetting } from './arranged-situations.ts'
import type { SituationMapping } from './merged-situations.ts'
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
