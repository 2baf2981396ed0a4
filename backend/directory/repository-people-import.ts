import type { PersonEdit } from '@amtsweg/contract'
import { sourceIdOf } from '../access/index.ts'
import type { Db, Trx } from '../database/database.ts'
import { DamageError, type ImportContext, type Tenant } from '../import/index.ts'
import { endOfRange, foldName } from '../places/index.ts'
import { personOf, syncedFields } from './own-person.ts'
import { type GivenPerson, isSomebodyElse, mergedPerson } from './people-import.ts'
import { forgetPeople } from './repository-people-gone.ts'
import { reindexPeople } from './repository-people-index.ts'
import type { PersonOrigin, PersonRow } from './tables.ts'

/** What would become of one person. Nobody is named in it: a preview may be kept and logged. */
export interface PersonChange {
  readonly kind: 'new' | 'changed' | 'unchanged' | 'back' | 'missed' | 'withdrawn'
  readonly id: string
  readonly key: string
  /** Line of the file; absent for who is no longer in it. */
  readonly line?: number
  readonly content: PersonEdit
  /** The key means somebody else than before, who has gone. */
  readonly replaces?: true
}

/** What an import would do. */
export interface PeoplePlan {
  /** Id of the source that the people belong to. */
  readonly source: string
  readonly origin: PersonOrigin
  readonly changes: readonly PersonChange[]
}

export interface PlanOptions {
  /** Id of the authority's own source. */
  readonly source: string
  readonly origin: 'csv' | 'ldap'
  readonly people: readonly GivenPerson[]
  /** Keys of everybody who is at the source, those left out as well. */
  readonly keys: ReadonlySet<string>
  /** Whether who is missing has gone; else nothing is said of them. */
  readonly complete?: boolean
  /** Complete reads in a row without somebody, after which they have gone. */
  readonly misses?: number
  /** Take it although a third of all people would go. */
  readonly force?: boolean
  /** Asked before anybody goes; left out, it is refused where more than a third would, unless forced. */
  readonly guard?: ImportContext['guardDeletions']
  readonly newId: (key: string) => string
}

const maxVanishing = 0.3

/** What an import of people comes to, and changes nothing. Throws DamageError where it looks as if half of the list were missing. */
export async function planPeopleImport(
  db: Db,
  { source, origin, people, keys, complete = false, misses = 1, newId, ...options }: PlanOptions,
): Promise<PeoplePlan> {
  const { force = false, guard = guardDeletions(force) } = options
  const rows = await db
    .selectFrom('person')
    .selectAll()
    .where('source_id', '=', source)
    .where('origin', 'in', [origin, 'desk'])
    .orderBy('external_key')
    .execute()
  // An export calls people whom the desk has added by their id: coming back, they are nobody new.
  const known = new Map(rows.map((row) => [row.external_key ?? row.id, row]))
  const changes = people.map((one): PersonChange => changeOf(one, known.get(one.key), newId))
  const present = rows.filter((row) => row.origin === origin && row.withdrawn_on === null)
  const gone = complete ? present.filter((row) => !keys.has(row.external_key ?? '')) : []
  guard(present.length, gone.length)
  const missing = gone.map((row): PersonChange => ({
    kind: row.missed + 1 >= misses ? 'withdrawn' : 'missed',
    id: row.id,
    key: row.external_key ?? '',
    content: personOf(row),
  }))
  return { source, origin, changes: [...changes, ...missing] }
}

const guardDeletions =
  (force: boolean): ImportContext['guardDeletions'] =>
  (present, vanishing) => {
    if (!force && vanishing >= 10 && vanishing / present > maxVanishing)
      throw new DamageError(
        `${vanishing} of ${present} people would be withdrawn, which looks like a list that was cut off.`,
        'Use --force if this is meant.',
      )
  }

function changeOf(
  { line, key, ...given }: GivenPerson,
  row: PersonRow | undefined,
  newId: PlanOptions['newId'],
): PersonChange {
  if (!row) return { kind: 'new', id: newId(key), key, line, content: mergedPerson(given) }
  const person = personOf(row)
  const deskFields = row.origin === 'desk' ? syncedFields.join(' ') : row.desk_fields
  const content = mergedPerson(given, { person, deskFields })
  const replaces = isSomebodyElse(person, content) ? { replaces: true as const } : {}
  const one = { id: row.id, key, line, content, ...replaces }
  if (row.withdrawn_on !== null) return { kind: 'back', ...one }
  const isSame = row.missed === 0 && JSON.stringify(content) === JSON.stringify(person)
  return { kind: isSame ? 'unchanged' : 'changed', ...one }
}

/** How often each kind of change occurs in a plan. */
export function planCounts({ changes }: PeoplePlan): Readonly<Record<PersonChange['kind'], number>> {
  const counts = { new: 0, changed: 0, unchanged: 0, back: 0, missed: 0, withdrawn: 0 }
  for (const { kind } of changes) counts[kind] += 1
  return counts
}

/** Does what a plan says. `at` is the moment, `today` the ISO date in Germany then. */
export async function applyPeopleImport(
  trx: Trx,
  { source, origin, changes }: PeoplePlan,
  { at, today }: { readonly at: Date; readonly today: string },
): Promise<void> {
  const due = changes.filter(({ kind }) => kind !== 'unchanged')
  const updated_at = at.toISOString()
  for (const { kind, id, key, content } of due) {
    if (kind === 'missed')
      await trx
        .updateTable('person')
        .set(({ eb }) => ({ missed: eb('missed', '+', 1) }))
        .where('id', '=', id)
        .execute()
    else if (kind === 'withdrawn')
      await trx
        .updateTable('person')
        .set({ withdrawn_on: today, missed: 0, updated_at })
        .where('id', '=', id)
        .execute()
    else {
      const columns = { content: JSON.stringify(content), withdrawn_on: null, missed: 0, updated_at }
      await trx
        .insertInto('person')
        .values({ id, origin, external_key: key, source_id: source, ...columns })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
        .execute()
    }
  }
  await reindexPeople(
    trx,
    due.filter(({ kind }) => kind !== 'missed').map(({ id }) => id),
  )
  // Who is gone must not come back by undoing, with their name.
  await forgetPeople(
    trx,
    due
      .filter(({ kind, replaces }) => kind === 'withdrawn' || replaces)
      .map(({ id }) => ({ id, source_id: source })),
  )
}

/** Finds an office of an authority by what a cell says: its id, an identifier of another system, or its German name where only one has it. */
export async function unitFinder(
  db: Db,
  { regionKey, owns }: Pick<Tenant, 'regionKey' | 'owns'>,
): Promise<(cell: string) => string | undefined> {
  const inside = await db
    .selectFrom('unit')
    .innerJoin('unit_entry', 'unit_entry.unit_id', 'unit.id')
    .select(['unit.id', 'unit.name', 'unit_entry.region_key'])
    .where('unit_entry.region_key', '>=', regionKey)
    .where('unit_entry.region_key', '<', endOfRange(regionKey))
    .execute()
  const units = inside.filter(({ region_key }) => owns(region_key))
  const ids = new Set(units.map(({ id }) => id))
  const identifiers = await db.selectFrom('unit_identifier').select(['unit_id', 'value']).execute()
  const found = new Map<string, Set<string>>()
  const note = (name: string, id: string) => found.set(name, (found.get(name) ?? new Set()).add(id))
  for (const { id, name } of units) note(foldName(name), id)
  for (const { unit_id, value } of identifiers) if (ids.has(unit_id)) note(foldName(value), unit_id)
  return (cell) => {
    if (ids.has(cell)) return cell
    const [only, another] = found.get(foldName(cell)) ?? []
    return another === undefined ? only : undefined
  }
}

/** Everybody an authority keeps, for its own export, with the key each is known by. */
export async function exportedPeople(db: Db, authority: string) {
  const rows = await db
    .selectFrom('person')
    .selectAll()
    .where('source_id', '=', sourceIdOf(authority))
    .where('withdrawn_on', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ key: row.external_key ?? row.id, person: personOf(row) }))
}

/** How far the directory of an authority was read. */
export interface SyncState {
  readonly readUntil: string
  /** RFC 3339 UTC. */
  readonly completeAt: string
}

export async function syncStateOf(db: Db, authority: string): Promise<SyncState | undefined> {
  const row = await db
    .selectFrom('people_sync')
    .selectAll()
    .where('source_id', '=', sourceIdOf(authority))
    .executeTakeFirst()
  return row && { readUntil: row.read_until, completeAt: row.complete_at }
}

export async function noteSync(
  trx: Trx,
  authority: string,
  { readUntil, completeAt }: SyncState,
): Promise<void> {
  const state = { read_until: readUntil, complete_at: completeAt }
  await trx
    .insertInto('people_sync')
    .values({ source_id: sourceIdOf(authority), ...state })
    .onConflict((conflict) => conflict.column('source_id').doUpdateSet(state))
    .execute()
}
