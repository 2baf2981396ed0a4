import type { Contact, Person, PersonEdit, Substitute } from '@amtsweg/contract'
import type { UnitContent } from './unit-content.ts'

/** In which language and on which day (ISO, in Germany) a person is looked at. */
export interface PersonView {
  readonly lang: string
  readonly today: string
}

/** An office as far as people need it. */
export interface WorkPlace {
  readonly id: string
  readonly name: string
  readonly content: Pick<UnitContent, 'names' | 'contacts'>
}

/** What is known around people. */
export interface PersonSurroundings {
  readonly unit: (id: string) => WorkPlace | undefined
  /** Who stands in; undefined where there is nobody, or nobody any more. */
  readonly person: (id: string) => PersonEdit | undefined
}

/** Who a person is. */
export interface KnownPerson {
  readonly id: string
  readonly content: PersonEdit
  readonly sourceId: string
  readonly invented: boolean
}

/** Whether the name may be shown: by consent, or by an office that speaks for the authority. Neither can begin in the future. */
export const isNamed = ({ naming }: Pick<PersonEdit, 'naming'>): boolean => naming !== undefined

/** A name as it is read: "Dr. Erika Muster". */
export const fullName = ({
  honorific,
  givenName,
  familyName,
}: Pick<PersonEdit, 'honorific' | 'givenName' | 'familyName'>): string =>
  [honorific, givenName, familyName].filter(Boolean).join(' ')

/** A name as it is sorted: "Muster, Erika". */
const sortName = ({ givenName, familyName }: PersonEdit): string =>
  [familyName, givenName].filter(Boolean).join(' ')

/** What a person is sorted by in lists: what is shown of them, and nothing else. */
export const shownName = (person: PersonEdit): string =>
  isNamed(person) ? sortName(person) : (person.functions[0]?.names['de'] ?? '')

/** What citizens see of a person: the one place where it is decided whose name and number that is. */
export function toPerson(
  { id, content, sourceId, invented }: KnownPerson,
  { lang, today }: PersonView,
  { unit, person }: PersonSurroundings,
): Person {
  const named = isNamed(content)
  const { honorific, givenName, familyName, absence, substitute: standIn, room } = content
  const away =
    absence && absence.from <= today && today <= absence.until ? { until: absence.until } : undefined
  const other = standIn && person(standIn.id)
  const substitute = other && standIn && substituteOf(standIn, other, lang, unit)
  const mine = named && content.contacts.length > 0
  return {
    id,
    ...(named
      ? {
          name: fullName(content),
          ...(honorific ? { honorific } : {}),
          ...(givenName ? { givenName } : {}),
          familyName,
        }
      : {}),
    functions: content.functions.flatMap(({ unitId, names }) => {
      const place = unit(unitId)
      if (!place) return []
      const name = names[lang]
      return [
        {
          name: name ?? names['de'] ?? '',
          lang: name ? lang : 'de',
          unit: { id: unitId, name: place.content.names?.[lang] ?? place.name },
        },
      ]
    }),
    topics: content.topics,
    services: content.services,
    contacts: mine ? content.contacts : contactsOfUnit(content, unit),
    contactsOf: mine ? 'person' : 'unit',
    ...(named && room ? { room } : {}),
    ...(away ? { away } : {}),
    ...(substitute ? { substitute } : {}),
    sources: [sourceId],
    invented,
  }
}

function substituteOf(
  { id, covers }: NonNullable<PersonEdit['substitute']>,
  content: PersonEdit,
  lang: string,
  unit: PersonSurroundings['unit'],
): Substitute {
  const named = isNamed(content)
  const [first] = content.functions
  return {
    id,
    ...(named ? { name: fullName(content) } : {}),
    function: first?.names[lang] ?? first?.names['de'] ?? '',
    ...(covers ? { covers } : {}),
    contacts: named && content.contacts.length > 0 ? content.contacts : contactsOfUnit(content, unit),
  }
}

const reached: readonly Contact['kind'][] = ['phone', 'fax', 'email']

/** How the first office of a person is reached. */
function contactsOfUnit({ functions }: PersonEdit, unit: PersonSurroundings['unit']): Contact[] {
  const place = functions.map(({ unitId }) => unit(unitId)).find((one) => one !== undefined)
  return (place?.content.contacts ?? []).filter(({ kind }) => reached.includes(kind))
}
