import { PersonEdit } from '@amtsweg/contract'
import { isUsable } from './contacts.ts'
import type { GivenPerson, RejectedPerson } from './people-import.ts'

/** One entry of a directory: its attributes by name, in lower case, each with its values. */
export type LdapEntry = Readonly<Record<string, readonly string[]>>

/** What is asked of a directory. */
export interface LdapQuestion {
  readonly attributes: readonly string[]
  /** Only what was changed since, as the directory writes times (X.680 GeneralizedTime). */
  readonly since?: string
}

/** Everything that was asked for; `isWhole` is false where a part of it lies elsewhere (a referral). */
export interface LdapAnswer {
  readonly entries: readonly LdapEntry[]
  readonly isWhole: boolean
}

/** A directory of people. Rejects where it cannot be read to the end: half of an answer is none. */
export type LdapDirectory = (question: LdapQuestion) => Promise<LdapAnswer>

/** Which attribute holds what; all but those named here are never asked for. */
export interface LdapAttributes {
  readonly key: string
  readonly familyName: string
  readonly givenName?: string | undefined
  readonly honorific?: string | undefined
  readonly function: string
  readonly unit: string
  readonly topics?: string | undefined
  readonly phone?: string | undefined
  readonly fax?: string | undefined
  readonly email?: string | undefined
  readonly room?: string | undefined
  readonly changed: string
}

/** People as entries tell of them, and when the last of them was changed. */
export interface LdapPeople {
  readonly people: readonly GivenPerson[]
  readonly rejected: readonly RejectedPerson[]
  readonly readUntil: string
  /** Of everybody who is there, those left out as well. */
  readonly keys: ReadonlySet<string>
}

/** What entries tell of people; an entry that cannot be taken is left out with its number and the reason, never with its name. */
export function peopleOfEntries(
  entries: readonly LdapEntry[],
  attributes: LdapAttributes,
  unitOf: (value: string) => string | undefined,
): LdapPeople {
  const people: GivenPerson[] = []
  const rejected: RejectedPerson[] = []
  const keys = new Set<string>()
  let readUntil = ''
  for (const [index, entry] of entries.entries()) {
    const line = index + 1
    const one = (name: string | undefined) => (name ? (entry[name.toLowerCase()]?.[0]?.trim() ?? '') : '')
    if (one(attributes.changed) > readUntil) readUntil = one(attributes.changed)
    const key = one(attributes.key)
    const person = personIn(entry, attributes, one, unitOf)
    if (key === '') rejected.push({ line, reason: `${attributes.key} is missing` })
    else if (keys.has(key)) rejected.push({ line, reason: `${attributes.key} stands there twice` })
    else if (typeof person === 'string') rejected.push({ line, reason: person })
    else people.push({ line, key, person })
    keys.add(key)
  }
  return { people, rejected, readUntil, keys }
}

function personIn(
  entry: LdapEntry,
  attributes: LdapAttributes,
  one: (name: string | undefined) => string,
  unitOf: (value: string) => string | undefined,
): GivenPerson['person'] | string {
  const unitId = unitOf(one(attributes.unit))
  if (unitId === undefined) return `No office fits ${attributes.unit} "${one(attributes.unit).slice(0, 80)}"`
  const [honorific, givenName, room] = [
    one(attributes.honorific),
    one(attributes.givenName),
    one(attributes.room),
  ]
  const read = PersonEdit.safeParse({
    ...(honorific ? { honorific } : {}),
    ...(givenName ? { givenName } : {}),
    familyName: one(attributes.familyName),
    functions: [{ unitId, names: { de: one(attributes.function) } }],
    topics: [...(attributes.topics ? (entry[attributes.topics.toLowerCase()] ?? []) : [])],
    contacts: (['phone', 'fax', 'email'] as const)
      .map((kind) => ({ kind, value: one(attributes[kind]) }))
      .filter((contact) => contact.value !== '' && isUsable(contact)),
    ...(room ? { room } : {}),
  })
  if (read.success) return read.data
  const field = String(read.error.issues[0]?.path[0] ?? '')
  return `${attributes[(field === 'functions' ? 'function' : field) as keyof LdapAttributes] ?? field} cannot be used`
}
