import { type PersonEdit, type PersonEditState } from '@amtsweg/contract'
import { isUsable } from './contacts.ts'
import type { PersonRow } from './tables.ts'

/** What is stored of a person. */
export type StoredPerson = Pick<
  PersonRow,
  'id' | 'content' | 'origin' | 'external_key' | 'desk_fields' | 'missed' | 'withdrawn_on' | 'source_id'
>

/** What a sync may have written, and whoever edits at the desk takes over for good. */
export const syncedFields = [
  'honorific',
  'givenName',
  'familyName',
  'functions',
  'topics',
  'contacts',
  'room',
] as const
export type SyncedField = (typeof syncedFields)[number]

/** The content of a stored person. */
export const personOf = ({ content }: Pick<PersonRow, 'content'>): PersonEdit =>
  JSON.parse(content) as PersonEdit

/** The same person, however it was written. */
export const personInOrder = ({
  honorific,
  givenName,
  familyName,
  functions,
  topics,
  services,
  contacts,
  room,
  substitute,
  absence,
  naming,
}: PersonEdit): PersonEdit => ({
  ...(honorific ? { honorific } : {}),
  ...(givenName ? { givenName } : {}),
  familyName,
  functions: functions.map(({ unitId, names: { de = '', ...others } }) => ({
    unitId,
    names: { de, ...Object.fromEntries(Object.entries(others).sort(([a], [b]) => (a < b ? -1 : 1))) },
  })),
  topics: [...new Set(topics)],
  services: [...new Set(services)],
  contacts: contacts.map(({ kind, value, label }) => ({ kind, value, ...(label ? { label } : {}) })),
  ...(room ? { room } : {}),
  ...(substitute
    ? { substitute: { id: substitute.id, ...(substitute.covers ? { covers: substitute.covers } : {}) } }
    : {}),
  ...(absence ? { absence: { from: absence.from, until: absence.until } } : {}),
  ...(naming ? { naming: { basis: naming.basis, since: naming.since } } : {}),
})

/** A stored person as editors read it. */
export const personState = (row: StoredPerson): PersonEditState => ({
  id: row.id,
  origin: row.origin,
  ...(row.withdrawn_on ? { withdrawnOn: row.withdrawn_on } : {}),
  ...personInOrder(personOf(row)),
})

/** What is wrong with a person, by a JSON pointer; `today` is the ISO date in Germany. */
export function personFaults(
  id: string,
  { contacts, naming, substitute }: PersonEdit,
  today: string,
): readonly { readonly pointer: string; readonly detail: string }[] {
  const faults = contacts.flatMap((contact, index) =>
    isUsable(contact) ? [] : [{ pointer: `/contacts/${index}`, detail: 'The contact cannot be used' }],
  )
  if (naming && naming.since > today)
    faults.push({ pointer: '/naming/since', detail: 'Nobody can have agreed in the future' })
  if (substitute?.id === id)
    faults.push({ pointer: '/substitute', detail: 'Nobody stands in for themselves' })
  return faults
}

/** The fields that are the desk's from now on: those that were, and those in which an edit differs from what was there. */
export function deskFields(known: string, before: PersonEdit, after: PersonEdit): string {
  const changed = syncedFields.filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  )
  const fields = new Set([...known.split(' ').filter(Boolean), ...changed])
  return syncedFields.filter((field) => fields.has(field)).join(' ')
}
