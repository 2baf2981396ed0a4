import type { PersonEdit, PersonEditState } from '@amtsweg/contract'

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
  /** Id of who stands in. */
  readonly substituteId: string
}

/** A person as clerks call them. */
export const personName = ({
  honorific,
  givenName,
  familyName,
}: Pick<PersonEditState, 'honorific' | 'givenName' | 'familyName'>): string =>
  [honorific, givenName, familyName].filter(Boolean).join(' ')

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
  substituteId: person.substitute?.id ?? '',
})

/** What is sent: what was typed over what was kept. */
export function sentPerson(kept: Partial<PersonEdit>, draft: PersonDraft): PersonEdit {
  const { honorific, givenName, room, basis, since, from, until, substituteId } = draft
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
      { ...first, unitId: draft.unitId, names: { ...first?.names, de: draft.functionName.trim() } },
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
    ...(substituteId ? { substitute: substituteOf(kept, substituteId) } : {}),
    ...(from && until ? { absence: { from, until } } : {}),
    ...(basis ? { naming: { basis, since } } : {}),
  }
}

/** For what somebody stands in is said of that person: of another one it is not known. */
const substituteOf = ({ substitute }: Partial<PersonEdit>, id: string) =>
  substitute?.id === id ? substitute : { id }

/** What is wrong, by the id of the field. */
export function personErrors(
  { familyName, functionName, unitId, basis, since, from, until }: PersonDraft,
  words: Readonly<
    Record<'familyNameMissing' | 'functionMissing' | 'unitMissing' | 'sinceMissing' | 'absenceWrong', string>
  >,
): Record<string, string> {
  return {
    ...(familyName.trim() ? {} : { familyName: words.familyNameMissing }),
    ...(functionName.trim() ? {} : { functionName: words.functionMissing }),
    ...(unitId ? {} : { unitId: words.unitMissing }),
    ...(basis && !since ? { since: words.sinceMissing } : {}),
    ...((from || until) && !(from && from <= until) ? { until: words.absenceWrong } : {}),
  }
}

/** A person’s id tells nothing of them. */
export const newPersonId = (): string => `p-${crypto.randomUUID().replaceAll('-', '')}`
