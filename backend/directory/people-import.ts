import type { PersonEdit } from '@amtsweg/contract'
import type { Fault } from '../import/index.ts'
import { foldName } from '../places/index.ts'
import { personInOrder, type SyncedField, syncedFields } from './own-person.ts'

/** Somebody as a file or a directory tells of them: only what a sync may write. */
export interface GivenPerson {
  /** Line of the file, or place in the answer of the directory, from 1. */
  readonly line: number
  /** Tells people apart at the source: a number, never a name. */
  readonly key: string
  readonly person: Pick<PersonEdit, 'familyName' | 'functions'> &
    Partial<Pick<PersonEdit, 'honorific' | 'givenName' | 'topics' | 'contacts' | 'room'>>
  /** A consent that the source has on record; taken for people who are new here only. */
  readonly naming?: PersonEdit['naming']
}

/** Somebody who was left out, and why. Nobody is named in it: reasons are kept and may be logged. */
export interface RejectedPerson extends Fault {
  readonly line: number
  readonly reason: string
}

/**
 * What a person is after a sync. The rule: fields that were edited at the desk stay the desk's; who stands in, who is away, which services
 * somebody answers for and whether the name is shown are never a sync's, but that a new person may bring a consent along. Where a key
 * means somebody else than before, nobody has agreed yet: the number of a row or the mail address of a desk passes from one to the next.
 */
export function mergedPerson(
  { person, naming }: Pick<GivenPerson, 'person' | 'naming'>,
  present?: { readonly person: PersonEdit; readonly deskFields: string },
): PersonEdit {
  const given = { topics: [], contacts: [], services: [], ...person }
  if (!present) return personInOrder({ ...given, ...(naming ? { naming } : {}) })
  const kept = new Set(present.deskFields.split(' '))
  const fields = Object.fromEntries(
    syncedFields.map((field: SyncedField) => [field, kept.has(field) ? present.person[field] : given[field]]),
  ) as Pick<PersonEdit, SyncedField>
  const merged = { ...present.person, ...fields }
  if (!isSomebodyElse(present.person, merged)) return personInOrder(merged)
  const { naming: _, absence: __, ...others } = merged
  return personInOrder(others)
}

type Name = Pick<PersonEdit, 'givenName' | 'familyName'>

/** Whether two names are of two people: one half may change, as by marriage, but not the given name for another. */
export function isSomebodyElse(before: Name, after: Name): boolean {
  const [was, is] = [before, after].map(({ givenName }) => foldName(givenName ?? '')) as [string, string]
  const isSame = was === is || was.startsWith(`${is} `) || is.startsWith(`${was} `)
  if (foldName(before.familyName) !== foldName(after.familyName)) return was === '' || is === '' || !isSame
  return was !== '' && is !== '' && !isSame
}
