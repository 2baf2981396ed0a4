import type { Person, PersonEdit } from '@amtsweg/contract'
import type { Db, Trx } from '../database/database.ts'
import { personOf, type StoredPerson } from './own-person.ts'
import {
  fullName,
  type KnownPerson,
  type PersonSurroundings,
  type PersonView,
  toPerson,
  type WorkPlace,
} from './person-view.ts'
import { reindexPeople } from './repository-people-index.ts'
import type { PersonTable } from './tables.ts'
import type { UnitContent } from './unit-content.ts'

/** All that is stored of a person. */
export const storedPerson = (db: Db, id: string): Promise<StoredPerson | undefined> =>
  db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()

/** Names of these people, by id, shown or not: for whoever may write them. Unknown ids are absent. */
export async function personNamesOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('person').selectAll().where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, fullName(personOf(row))]))
}

/** Writes one person and what they are found by. */
export async function savePerson(
  trx: Trx,
  row: Omit<PersonTable, 'invented' | 'desk_fields' | 'missed'> &
    Pick<StoredPerson, 'desk_fields' | 'missed'>,
): Promise<void> {
  const { id, ...columns } = row
  await trx
    .insertInto('person')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute()
  await reindexPeople(trx, [id])
}

export const deletePerson = (trx: Trx, id: string) => trx.deleteFrom('person').where('id', '=', id).execute()

/** Whether somebody works at a unit. */
export const hasPeople = async (db: Db, unitId: string): Promise<boolean> =>
  (await db.selectFrom('person_unit').select('person_id').where('unit_id', '=', unitId).limit(1).execute())
    .length > 0

/** People as citizens see them, in the order of the ids; who is unknown or withdrawn is absent. */
export async function peopleById(
  db: Db,
  ids: readonly string[],
  view: PersonView,
): Promise<readonly Person[]> {
  const people = await readPeople(db, ids)
  const around = await surroundingsOf(db, [...people.values()])
  return ids.flatMap((id) => {
    const person = people.get(id)
    return person ? [toPerson(person, view, around)] : []
  })
}

/** One person as citizens see them. */
export const findPerson = async (db: Db, id: string, view: PersonView): Promise<Person | undefined> =>
  (await peopleById(db, [id], view))[0]

async function readPeople(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, KnownPerson>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('person')
    .select(['id', 'content', 'source_id', 'invented'])
    .where('id', 'in', ids)
    .where('withdrawn_on', 'is', null)
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      { id: row.id, content: personOf(row), sourceId: row.source_id, invented: row.invented === 1 },
    ]),
  )
}

async function surroundingsOf(db: Db, people: readonly KnownPerson[]): Promise<PersonSurroundings> {
  const standIns = await readPeople(db, [
    ...new Set(people.flatMap(({ content }) => content.substitute?.id ?? [])),
  ])
  const unitIds = new Set([...people, ...standIns.values()].flatMap(({ content }) => unitIdsOf(content)))
  const rows =
    unitIds.size === 0
      ? []
      : await db
          .selectFrom('unit')
          .select(['id', 'name', 'content'])
          .where('id', 'in', [...unitIds])
          .execute()
  const units = new Map<string, WorkPlace>(
    rows.map((row) => [
      row.id,
      { id: row.id, name: row.name, content: JSON.parse(row.content) as UnitContent },
    ]),
  )
  return { unit: (id) => units.get(id), person: (id) => standIns.get(id)?.content }
}

const unitIdsOf = ({ functions }: PersonEdit): readonly string[] => functions.map(({ unitId }) => unitId)
