import type { Db } from '../database/database.ts'
import { forgetful, type Remember } from '../database/memory.ts'
import { isVisible, type Reader, sharedRegion } from './repository-visible.ts'

/** What lists of everything need to know of a service. */
export interface CatalogueEntry {
  readonly id: string
  /** ISO date or instant of the last change: the description's own, else that of its source. */
  readonly modified?: string | undefined
  /** False for a mere title, of which catalogues of keys are full. */
  readonly described: boolean
  /** Languages it is named in, in alphabetical order. */
  readonly languages: readonly string[]
  readonly sourceId: string
  readonly regionKey?: string | undefined
  /** Every Leistungsschluessel. */
  readonly keys: readonly string[]
  /** Ids of the life situations it lies in. */
  readonly lifeSituations: readonly string[]
}

/** Every public service of every source that is valid on a day, by id; read once for each state of the data. */
export const readCatalogue = (
  db: Db,
  day: string,
  remember: Remember = forgetful,
): Promise<readonly CatalogueEntry[]> => remember(`catalogue of services ${day}`, () => read(db, day))

async function read(db: Db, day: string): Promise<readonly CatalogueEntry[]> {
  const rows = await db
    .selectFrom('service')
    .innerJoin('service_name as name', 'name.service_id', 'service.id')
    .leftJoin('source', 'source.id', 'service.source_id')
    .select([
      'service.id',
      'service.updated_at',
      'service.richness',
      'service.source_id',
      'service.region_key',
    ])
    .select(['source.as_of', 'name.lang'])
    .where('service.public', '=', 1)
    .where((is) => is.or([is('service.valid_from', 'is', null), is('service.valid_from', '<=', day)]))
    .where((is) => is.or([is('service.valid_to', 'is', null), is('service.valid_to', '>=', day)]))
    .orderBy('service.id')
    .orderBy('name.lang')
    .execute()
  const keys = await grouped(
    db
      .selectFrom('service_identifier')
      .select(['service_id as id', 'value'])
      .where('scheme_id', '=', 'leika')
      .orderBy('value')
      .execute(),
  )
  const situations = await grouped(
    db
      .selectFrom('service_life_situation')
      .select(['service_id as id', 'life_situation_id as value'])
      .orderBy('life_situation_id')
      .execute(),
  )
  return [...Map.groupBy(rows, (row) => row.id).values()].flatMap((names) => {
    const [row] = names
    if (!row) return []
    return [
      {
        id: row.id,
        modified: row.updated_at ?? row.as_of ?? undefined,
        described: row.richness > 0,
        languages: names.map(({ lang }) => lang),
        sourceId: row.source_id,
        regionKey: row.region_key ?? undefined,
        keys: keys.get(row.id) ?? [],
        lifeSituations: situations.get(row.id) ?? [],
      },
    ]
  })
}

async function grouped(
  reading: Promise<readonly { readonly id: string; readonly value: string }[]>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const groups = Map.groupBy(await reading, (row) => row.id)
  return new Map([...groups].map(([id, rows]) => [id, rows.map(({ value }) => value)]))
}

/** The letters under which the reader finds titles, in order; 0-9 stands first. */
export async function titleLetters(
  db: Db,
  { area, day, lang }: Reader,
  remember: Remember = forgetful,
): Promise<readonly string[]> {
  const region = await sharedRegion(db, area)
  return remember(`letters of titles ${region} ${day} ${lang}`, async () => {
    const rows = await db
      .selectFrom('service_name as n')
      .innerJoin('service as s', 's.id', 'n.service_id')
      .select('n.letter')
      .distinct()
      .where('n.lang', 'in', [lang, 'de'])
      .where(isVisible({ area: region, day }))
      .orderBy('n.letter')
      .execute()
    return rows.map(({ letter }) => letter)
  })
}
