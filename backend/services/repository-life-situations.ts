import { sql } from 'kysely'
import type { LifeSituationTree } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { forgetful, type Remember } from '../database/memory.ts'
import { arrangeSituations } from './arranged-situations.ts'
import { type Situation, treeOf } from './life-situation-tree.ts'
import { mergeSituations } from './merged-situations.ts'
import { arrangedRegion, situationMappings, situationSettings } from './repository-situation-rules.ts'
import { isVisible, type Reader, sharedRegion } from './repository-visible.ts'
import { nameIn } from './to-service.ts'

/**
 * The life situations that hold services for the reader, merged from all catalogues and arranged as the authorities around want
 * them; worked out once for all readers who share them.
 */
export async function lifeSituationTree(
  db: Db,
  { area, lang, day, isArranged = true }: Reader & { readonly isArranged?: boolean },
  remember: Remember = forgetful,
): Promise<LifeSituationTree> {
  const described = await sharedRegion(db, area)
  const arranged = await arrangedRegion(db, area)
  const region = arranged.length > (described?.length ?? 0) ? arranged : described
  return remember(`life situations ${region} ${lang} ${day} ${isArranged}`, () =>
    treeIn(db, { area: region, lang, day }, isArranged),
  )
}

async function treeIn(db: Db, reader: Reader, isArranged: boolean): Promise<LifeSituationTree> {
  const { lang } = reader
  const { situations, standsFor } = mergeSituations(
    await readSituations(db, lang),
    await situationMappings(db, lang),
  )
  const said = isArranged ? await situationSettings(db, reader) : []
  const settings = said.map((setting) => ({
    ...setting,
    situation: standsFor.get(setting.situation) ?? setting.situation,
  }))
  const aliases = Map.groupBy(standsFor, ([, target]) => target)
  const named = situations.map((one) => ({ ...one, aliases: (aliases.get(one.id) ?? []).map(([id]) => id) }))
  return {
    items: treeOf(arrangeSituations(named, settings), await servicesIn(db, reader, standsFor)),
    next: null,
  }
}

async function readSituations(db: Db, lang: string): Promise<readonly Situation[]> {
  const rows = await db
    .selectFrom('life_situation')
    .select(['id', 'parent_id', 'names', 'icon'])
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(({ id, parent_id, names, icon }) => ({
    id,
    parentId: parent_id,
    name: nameIn(names, lang) ?? id,
    icon,
  }))
}

/** Ids of the services that the reader sees, by the life situation they are linked with or what that one has become. */
async function servicesIn(db: Db, { area, day }: Reader, standsFor: ReadonlyMap<string, string>) {
  const links = await db
    .selectFrom('service as s')
    .innerJoin('service_life_situation as l', 'l.service_id', 's.id')
    .select(['l.life_situation_id as situation', 's.id as service'])
    .where(isVisible({ area, day }))
    .execute()
  const groups = Map.groupBy(links, ({ situation }) => standsFor.get(situation) ?? situation)
  return new Map([...groups].map(([id, group]) => [id, [...new Set(group.map((link) => link.service))]]))
}

/** What a life situation is called; undefined where there is none. */
export async function lifeSituationName(db: Db, id: string, lang: string): Promise<string | undefined> {
  const row = await db.selectFrom('life_situation').select('names').where('id', '=', id).executeTakeFirst()
  return row && nameIn(row.names, lang)
}

/** A life situation and all below it, with those of other catalogues that are the same or a part; also by their ids. */
export async function situationsBelow(db: Db, id: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive
    placed(id, parent_id) as (
      select s.id, coalesce(t.id, s.parent_id) from life_situation s
      left join life_situation_mapping m on m.id = s.id
      left join life_situation t on t.id = m.life_situation_id
    ),
    start(id) as (
      select coalesce(max(t.id), ${id}) from life_situation_mapping m
      join life_situation t on t.id = m.life_situation_id
      where m.id = ${id} and m.relation = 'same'
    ),
    below(id) as (
      select id from start
      union
      select placed.id from placed join below on below.id = placed.parent_id
    )
    select id from below`.execute(db)
  return rows.map((row) => row.id)
}
