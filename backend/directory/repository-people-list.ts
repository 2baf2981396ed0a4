import type { PersonPage, PersonRecordPage } from '@amtsweg/contract'
import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/database.ts'
import { readKeyset, writeKeyset } from '../database/keyset-cursor.ts'
import { foldName } from '../places/index.ts'
import { personOf, personState } from './own-person.ts'
import type { PersonView } from './person-view.ts'
import { peopleById } from './repository-people.ts'

/** Whose people, and which part of the list. */
interface ListOptions extends PersonView {
  readonly unit: string
  readonly limit: number
  readonly cursor?: string | undefined
}

/**
 * Who works at a unit, as citizens see them; undefined when the cursor is not one of this list. The cursor names a person by id: it
 * stands in addresses.
 */
export async function listPeople(
  db: Db,
  { unit, limit, cursor, ...view }: ListOptions,
): Promise<PersonPage | undefined> {
  const asked = `people\n${unit}`
  const after = await positionOf(db, cursor, asked)
  if (!after) return undefined
  const rows = await peopleAfter(db, unit, after.sortKey, after.sortKey, after.id, limit + 1)
  const page = rows.slice(0, limit).map(({ id }) => id)
  return {
    items: [...(await peopleById(db, page, view))],
    next: rows.length > limit ? writeKeyset({ sortKey: '', id: page.at(-1) ?? '' }, asked) : null,
  }
}

async function positionOf(db: Db, cursor: string | undefined, asked: string) {
  const keyset = readKeyset(cursor, asked)
  if (!keyset || keyset.id === '') return keyset
  const { id } = keyset
  const row = await db
    .selectFrom('person_entry')
    .select('sort_key')
    .where('person_id', '=', id)
    .executeTakeFirst()
  return row && { id, sortKey: row.sort_key }
}

const peopleAfter = compiled(
  (db: Db, unit: string, sortKey: string, same: string, id: string, limit: number) =>
    db
      .selectFrom('person_unit as u')
      .innerJoin('person_entry as e', 'e.person_id', 'u.person_id')
      .select('e.person_id as id')
      .where('u.unit_id', '=', unit)
      .where((where) =>
        where.or([
          where('e.sort_key', '>', sortKey),
          where.and([where('e.sort_key', '=', same), where('e.person_id', '>', id)]),
        ]),
      )
      .orderBy('e.sort_key')
      .orderBy('e.person_id')
      .limit(limit),
)

interface RecordOptions {
  readonly sourceId: string
  readonly unit?: string | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

/**
 * Everybody an authority keeps, as editors see them, by name; undefined when the cursor is not one of this list. Sorted here: the
 * names of who is not shown stand in no index, and an authority has some thousands at most.
 */
export async function listPersonRecords(
  db: Db,
  { sourceId, unit, limit, cursor }: RecordOptions,
): Promise<PersonRecordPage | undefined> {
  const asked = `records\n${sourceId}\n${unit ?? ''}`
  const after = readKeyset(cursor, asked)
  if (!after) return undefined
  const rows = await db.selectFrom('person').selectAll().where('source_id', '=', sourceId).execute()
  const sorted = rows
    .map((row) => ({ row, person: personOf(row) }))
    .filter(({ person }) => unit === undefined || person.functions.some(({ unitId }) => unitId === unit))
    .map(({ row, person }) => ({
      row,
      key: `${foldName(`${person.familyName} ${person.givenName ?? ''}`)} ${row.id}`,
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ row }) => row)
  const from = after.id === '' ? 0 : sorted.findIndex(({ id }) => id === after.id) + 1
  if (after.id !== '' && from === 0) return undefined
  const page = sorted.slice(from, from + limit)
  return {
    items: page.map(personState),
    next:
      sorted.length > from + limit ? writeKeyset({ sortKey: '', id: page.at(-1)?.id ?? '' }, asked) : null,
  }
}
