import type { UnitPage, UnitSummary } from '@amtsweg/contract'
import { isOwnSource, sourceIdOf } from '../access/index.ts'
import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/database.ts'
import { type Keyset, readKeyset, writeKeyset } from '../database/keyset-cursor.ts'
import { endOfRange } from '../places/index.ts'
import type { NamedUnitRow } from './to-unit.ts'
import type { UnitContent } from './unit-content.ts'
import { wordsAsked } from './unit-words.ts'

/** Which units, in which language, and which part of the list. */
export interface UnitListOptions {
  readonly q?: string | undefined
  readonly area?: string | undefined
  readonly authority?: string | undefined
  readonly lang: string
  readonly limit: number
  readonly cursor?: string | undefined
}

/** Units in the order of a telephone book; undefined when the cursor is not one of this list. */
export async function listUnits(db: Db, options: UnitListOptions): Promise<UnitPage | undefined> {
  const { q = '', area = '', authority = '', lang, limit, cursor } = options
  const asked = `${q}\n${area}\n${authority}`
  const after = readKeyset(cursor, asked)
  if (!after) return undefined
  const words = wordsAsked(q)
  // Only marks were typed: there is nothing to find by them.
  if (q !== '' && words.length === 0) return { items: [], next: null }
  const rows = await unitsAfter(db, words, { area, authority }, after, limit + 1)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: page.map((row) => toSummary(row, lang)),
    next: last && rows.length > limit ? writeKeyset({ sortKey: last.sort_key, id: last.id }, asked) : null,
  }
}

interface Narrowed {
  readonly area: string
  readonly authority: string
}

function unitsAfter(
  db: Db,
  [longest, ...others]: readonly string[],
  { area, authority }: Narrowed,
  { sortKey, id }: Keyset,
  limit: number,
) {
  const source = authority === '' ? '' : sourceIdOf(authority)
  const within = [area, endOfRange(area), source, source === '' ? endOfRange('') : source] as const
  const from = [sortKey, sortKey, id] as const
  if (longest === undefined) return all(db, ...within, ...from, limit)
  const [second = '', third = '', fourth = ''] = others
  const range = (word: string) => [word, endOfRange(word)] as const
  return found(
    db,
    ...within,
    ...from,
    limit,
    ...range(longest),
    ...range(second),
    ...range(third),
    ...range(fourth),
  )
}

const entries = (
  db: Db,
  area: string,
  endOfArea: string,
  source: string,
  endOfSource: string,
  reached: string,
  sortKey: string,
  id: string,
  limit: number,
) =>
  db
    .selectFrom('unit_entry as e')
    .innerJoin('unit', 'unit.id', 'e.unit_id')
    .leftJoin('area', 'area.region_key', 'unit.region_key')
    .leftJoin('unit as parent', 'parent.id', 'unit.parent_id')
    .select(['unit.id', 'unit.name', 'unit.tier', 'unit.region_key', 'unit.parent_id', 'unit.content'])
    .select(['unit.source_id', 'e.sort_key', 'area.name as region_name', 'parent.name as parent_name'])
    .select('parent.content as parent_content')
    .where('e.region_key', '>=', area)
    .where('e.region_key', '<', endOfArea)
    .where('e.source_id', '>=', source)
    .where('e.source_id', '<=', endOfSource)
    .where('e.sort_key', '>=', reached)
    .where((where) =>
      where.or([
        where('e.sort_key', '>', sortKey),
        where.and([where('e.sort_key', '=', sortKey), where('e.unit_id', '>', id)]),
      ]),
    )
    .orderBy('e.sort_key')
    .orderBy('e.unit_id')
    .limit(limit)

const all = compiled(entries)

/** Looks for the longest word, the rarest as a rule, and among what it finds for the others; an empty one begins every word. */
const found = compiled(
  (
    db: Db,
    area: string,
    endOfArea: string,
    source: string,
    endOfSource: string,
    reached: string,
    sortKey: string,
    id: string,
    limit: number,
    longest: string,
    endOfLongest: string,
    second: string,
    endOfSecond: string,
    third: string,
    endOfThird: string,
    fourth: string,
    endOfFourth: string,
  ) => {
    let query = entries(db, area, endOfArea, source, endOfSource, reached, sortKey, id, limit).where(
      (where) =>
        where(
          'e.unit_id',
          'in',
          where
            .selectFrom('unit_word')
            .select('unit_word.unit_id')
            .where('unit_word.word', '>=', longest)
            .where('unit_word.word', '<', endOfLongest),
        ),
    )
    const others = [
      [second, endOfSecond],
      [third, endOfThird],
      [fourth, endOfFourth],
    ] as const
    for (const [word, end] of others)
      query = query.where((where) =>
        where.exists(
          where
            .selectFrom('unit_word')
            .select('unit_word.unit_id')
            .whereRef('unit_word.unit_id', '=', 'e.unit_id')
            .where('unit_word.word', '>=', word)
            .where('unit_word.word', '<', end),
        ),
      )
    return query
  },
)

type ListedRow = Pick<
  NamedUnitRow,
  'id' | 'name' | 'tier' | 'region_key' | 'parent_id' | 'content' | 'source_id' | 'region_name'
> &
  Pick<NamedUnitRow, 'parent_name' | 'parent_content'>

function toSummary(row: ListedRow, lang: string): UnitSummary {
  const content = JSON.parse(row.content) as UnitContent
  const name = content.names?.[lang]
  const parent = row.parent_content && (JSON.parse(row.parent_content) as UnitContent)
  const parentName = (parent && parent.names?.[lang]) || row.parent_name
  const address = content.addresses.find(({ kind }) => kind === 'visitor') ?? content.addresses[0]
  return {
    id: row.id,
    name: name ?? row.name,
    lang: name ? lang : 'de',
    tier: row.tier,
    ...(row.region_key ? { regionKey: row.region_key } : {}),
    ...(row.region_name ? { regionName: row.region_name } : {}),
    ...(row.parent_id && parentName ? { parent: { id: row.parent_id, name: parentName } } : {}),
    ...(address ? { address } : {}),
    ...(isOwnSource(row.source_id) ? { authority: row.source_id.slice(sourceIdOf('').length) } : {}),
    sources: [row.source_id],
    invented: content.invented,
  }
}
