import type { PersonEdit } from '@amtsweg/contract'

/** A person as it is typed: words in every field, and what the desk does not show goes back as it came. */
export interface PersonDraft {
  readonly honorific: string
  readonly givenName: string
  readonly familyName: string
  readonly functionName: string
  readonly unitId: string
  readonly phone: string
  readonly email: string
  readonly room: string
  readonly topics: string
  readonly basis: '' | 'consent' | 'office'
  readonly since: string
  readonly from: string
  readonly until: string
}

const contactOf = ({ contacts = [] }: Partial<PersonEdit>, kind: 'phone' | 'email') =>
  contacts.find((one) => one.kind === kind)

export const personDraftOf = (person: Partial<PersonEdit>): PersonDraft => ({
  honorific: person.honorific ?? '',
  givenName: person.givenName ?? '',
  familyName: person.familyName ?? '',
  functionName: person.functions?.[0]?.names['de'] ?? '',
  unitId: person.functions?.[0]?.unitId ?? '',
  phone: contactOf(person, 'phone')?.value ?? '',
  email: contactOf(person, 'email')?.value ?? '',
  room: person.room ?? '',
  topics: (person.topics ?? []).join(', '),
  basis: person.naming?.basis ?? '',
  since: person.naming?.since ?? '',
  from: person.absence?.from ?? '',
  until: person.absence?.until ?? '',
})

/** What is sent: what was typed over what was kept. */
export function sentPerson(kept: Partial<PersonEdit>, draft: PersonDraft): PersonEdit {
  const { honorific, givenName, room, basis, since, from, until } = draft
  const [first, ...others] = kept.functions ?? []
  const said = (key: string, text: string) => (text.trim() ? { [key]: text.trim() } : {})
  const contact = (kind: 'phone' | 'email') => {
    const value = draft[kind].trim()
    return value ? [{ ...contactOf(kept, kind), kind, value }] : []
  }
  const old = [contactOf(kept, 'phone'), contactOf(kept, 'email')]
  return {
    ...said('honorific', honorific),
    ...said('givenName', givenName),
    familyName: draft.familyName.trim(),
    functions: [
      { ...first, unitId: draft.unitId.trim(), names: { ...first?.names, de: draft.functionName.trim() } },
      ...others,
    ],
    topics: draft.topics
      .split(',')
      .map((topic) => topic.trim())
      .filter(Boolean),
    services: kept.services ?? [],
    contacts: [
      ...contact('phone'),
      ...contact('email'),
      ...(kept.contacts ?? []).filter((one) => !old.includes(one)),
    ],
    ...said('room', room),
    ...(kept.substitute ? { substitute: kept.substitute } : {}),
    ...(from && until ? { absence: { from, until } } : {}),
    ...(basis ? { naming: { basis, since } } : {}),
  }
}

/** What is wrong, by the id of the field. */
export function personErrors(
  { familyName, functionName, unitId, basis, since, from, until }: PersonDraft,
  words: Readonly<Record<'familyNameMissing' | 'functionMissing' | 'sinceMissing' | 'absenceWrong', string>>,
): Record<string, string> {
  return {
    ...(familyName.trim() ? {} : { familyName: words.familyNameMissing }),
    ...(functionName.trim() && unitId.trim()
      ? {}
      : { [functionName.trim() ? 'unitId' : 'functionName']: words.functionMissing }),
    ...(basis && !since ? { since: words.sinceMissing } : {}),
    ...((from || until) && !(from && from <= until) ? { until: words.absenceWrong } : {}),
  }
}

/** A person’s id tells nothing of them. */
export const newPersonId = (): string => `p-${crypto.randomUUID().replaceAll('-', '')}`
