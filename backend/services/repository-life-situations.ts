import type { LifeSituationTree } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { forgetful, type Remember } from '../database/memory.ts'
import { treeOf } from './life-situation-tree.ts'
import { isVisible, type Reader, sharedRegion } from './repository-visible.ts'
import { nameIn } from './to-service.ts'

/** The life situations that hold services for the reader, with their numbers; worked out once for all who share them. */
export async function lifeSituationTree(
  db: Db,
  { area, lang, day }: Reader,
  remember: Remember = forgetful,
): Promise<LifeSituationTree> {
  const region = await sharedRegion(db, area)
  return remember(`life situations ${region} ${lang} ${day}`, () => treeIn(db, { area: region, lang, day }))
}

async function treeIn(db: Db, { area, lang, day }: Reader): Promise<LifeSituationTree> {
  const situations = await db
    .selectFrom('life_situation')
    .select(['id', 'parent_id', 'names', 'icon'])
    .orderBy('position')
    .orderBy('id')
    .execute()
  const links = await db
    .selectFrom('service as s')
    .innerJoin('service_life_situation as l', 'l.service_id', 's.id')
    .select(['l.life_situation_id as situation', 's.id as service'])
    .where(isVisible({ area, day }))
    .execute()
  const servicesIn = new Map(
    [...Map.groupBy(links, (link) => link.situation)].map(([id, group]) => [
      id,
      group.map((link) => link.service),
    ]),
  )
  const items = treeOf(
    situations.map(({ id, parent_id, names, icon }) => ({
      id,
      parentId: parent_id,
      name: nameIn(names, lang) ?? id,
      icon,
    })),
    servicesIn,
  )
  return { items, next: null }
}

/** What a life situation is called; undefined where there is none. */
export async function lifeSituationName(db: Db, id: string, lang: string): Promise<string | undefined> {
  const row = await db.selectFrom('life_situation').select('names').where('id', '=', id).executeTakeFirst()
  return row && nameIn(row.names, lang)
}

/** A life situation and all below it. */
export async function situationsBelow(db: Db, id: string): Promise<readonly string[]> {
  const rows = await db
    .withRecursive('below(id)', (query) =>
      query
        .selectFrom('life_situation')
        .select('id')
        .where('id', '=', id)
        .union(
          query
            .selectFrom('life_situation')
            .innerJoin('below', 'below.id', 'life_situation.parent_id')
            .select('life_situation.id'),
        ),
    )
    .selectFrom('below')
    .select('id')
    .execute()
  return [id, ...rows.map((row) => row.id)]
}
