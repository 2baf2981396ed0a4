import type { PersonEdit } from '@amtsweg/contract'
import type { Db, Trx } from '../database/database.ts'
import { type Derivation, insertAll } from '../import/index.ts'
import { foldName } from '../places/index.ts'
import { personOf } from './own-person.ts'
import { shownName } from './person-view.ts'
import { wordsOfPerson } from './person-words.ts'
import type { UnitContent } from './unit-content.ts'
import type { wordsOfUnit } from './unit-words.ts'

/** What people are found and sorted by; after units, whose area it is. */
export const peopleSearch: Derivation = {
  from: ['places', 'directory'],
  name: 'search of people',
  rebuild: async (trx) => {
    const rows = await trx.selectFrom('person').select('id').orderBy('id').execute()
    for (let from = 0; from < rows.length; from += batch)
      await reindexPeople(
        trx,
        rows.slice(from, from + batch).map(({ id }) => id),
      )
  },
}

const batch = 500
const made = ['person_word', 'person_unit', 'person_entry'] as const

/** Makes people found as they are now; who was withdrawn is found by nothing. */
export async function reindexPeople(trx: Trx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  for (const table of made) await trx.deleteFrom(table).where('person_id', 'in', ids).execute()
  const rows = await trx
    .selectFrom('person')
    .select(['id', 'content'])
    .where('id', 'in', ids)
    .where('withdrawn_on', 'is', null)
    .execute()
  const people = rows.map((row) => ({ id: row.id, content: personOf(row) }))
  const places = await placesOf(
    trx,
    people.flatMap(({ content }) => unitsOf(content)),
  )
  await insertAll(
    trx,
    'person_entry',
    people.map(({ id, content }) => ({
      person_id: id,
      sort_key: foldName(shownName(content)).slice(0, 120),
      region_key: unitsOf(content).flatMap((unit) => places.get(unit)?.regionKey ?? [])[0] ?? '',
    })),
  )
  await insertAll(
    trx,
    'person_unit',
    people.flatMap(({ id, content }) => unitsOf(content).map((unit_id) => ({ person_id: id, unit_id }))),
  )
  await insertAll(
    trx,
    'person_word',
    people.flatMap(({ id, content }) =>
      wordsOfPerson(
        content,
        unitsOf(content).flatMap((unit) => places.get(unit) ?? []),
      ).map(({ word, own }) => ({ person_id: id, word, own: own ? 1 : 0 })),
    ),
  )
}

/** The same for everybody who works at some units, after those have changed. */
export async function reindexPeopleOf(trx: Trx, unitIds: readonly string[]): Promise<void> {
  const rows = await trx
    .selectFrom('person_unit')
    .select('person_id')
    .distinct()
    .where('unit_id', 'in', unitIds)
    .execute()
  await reindexPeople(
    trx,
    rows.map(({ person_id }) => person_id),
  )
}

const unitsOf = ({ functions }: PersonEdit): readonly string[] => [
  ...new Set(functions.map(({ unitId }) => unitId)),
]

type Place = Parameters<typeof wordsOfUnit>[0] & { readonly regionKey: string }

async function placesOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Place>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('unit')
    .innerJoin('unit_entry', 'unit_entry.unit_id', 'unit.id')
    .leftJoin('area', 'area.region_key', 'unit_entry.region_key')
    .select(['unit.id', 'unit.name', 'unit.content', 'unit_entry.region_key', 'area.name as region_name'])
    .where('unit.id', 'in', [...new Set(ids)])
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        name: row.name,
        content: JSON.parse(row.content) as UnitContent,
        regionName: row.region_name ?? undefined,
        regionKey: row.region_key,
      },
    ]),
  )
}
