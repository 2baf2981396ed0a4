import { z } from 'zod'
import { Contact, Unit } from './directory.ts'
import { AreaKey, Identifier, Lang, pageOf, PageQuery, SearchText } from './parameters.ts'

/** Id of a person: `p-` and a random UUID without hyphens. It stands in addresses and logs, so it must never tell a name. */
export const PersonId = z.string().regex(/^p-[0-9a-f]{32}$/, 'p- and 32 hexadecimal digits of a random UUID')
export const PersonPath = z.object({ id: PersonId })

const words = (longest: number) => z.string().trim().min(1).max(longest)
const Day = z.iso.date()

/** What somebody is at an office; German, and in other languages where one has said so. */
export const PersonFunction = z
  .strictObject({
    unitId: Identifier,
    names: z
      .record(Lang, words(200))
      .refine((names) => names['de'] !== undefined, 'The German words are missing'),
  })
  .meta({ id: 'PersonFunction' })
export type PersonFunction = z.infer<typeof PersonFunction>

/** Why a name may be shown, and since when: the person’s consent, or an office that speaks for the authority. */
export const Naming = z
  .strictObject({ basis: z.enum(['consent', 'office']), since: Day })
  .meta({ id: 'Naming' })
export type Naming = z.infer<typeof Naming>

/** How a person is reached at work. */
export const PersonContact = z
  .strictObject({ kind: z.enum(['phone', 'fax', 'email']), value: words(200), label: words(100).optional() })
  .meta({ id: 'PersonContact' })

/** A person as editors read and send it. What is not named here is refused: nothing else may be kept of anybody. */
export const PersonEdit = z
  .strictObject({
    honorific: words(60).optional().meta({ description: 'Academic title, such as Dr.' }),
    givenName: words(100).optional(),
    familyName: words(100),
    functions: z.array(PersonFunction).min(1).max(10).meta({ description: 'The most important first' }),
    topics: z
      .array(words(120))
      .max(50)
      .default([])
      .meta({ description: 'What citizens come with, in German' }),
    services: z
      .array(Identifier)
      .max(100)
      .default([])
      .meta({ description: 'Services the person answers for' }),
    contacts: z.array(PersonContact).max(10).default([]),
    room: words(60).optional(),
    substitute: z
      .strictObject({ id: PersonId, covers: words(200).optional() })
      .optional()
      .meta({ description: 'Who stands in, and for what where it is not everything' }),
    absence: z
      .strictObject({ from: Day, until: Day })
      .refine(({ from, until }) => from <= until, 'It ends before it begins')
      .optional()
      .meta({ description: 'Days away, both inclusive; never why' }),
    naming: Naming.optional().meta({ description: 'Absent: citizens see the function and the office only' }),
  })
  .meta({ id: 'PersonEdit' })
export type PersonEdit = z.infer<typeof PersonEdit>

/** What editors send may be what they read: who somebody is and where they came from is passed over. */
export const PersonBody = PersonEdit.extend({
  id: z.unknown().optional(),
  origin: z.unknown().optional(),
  withdrawnOn: z.unknown().optional(),
})

/** The same with its id; without anything else where there is none yet. */
export const PersonEditState = PersonEdit.partial()
  .extend({
    id: PersonId,
    origin: z
      .enum(['desk', 'csv', 'ldap', 'import'])
      .optional()
      .meta({ description: 'Where it first came from' }),
    withdrawnOn: Day.optional().meta({ description: 'Day since which the source no longer has it' }),
  })
  .meta({ id: 'PersonEditState' })
export type PersonEditState = z.infer<typeof PersonEditState>

/** The caller’s own people. Filtered by whoever shows them: names do not belong into addresses. */
export const PersonRecordQuery = z.object({
  unit: Identifier.optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
  cursor: z.string().max(500).optional(),
})
export const PersonRecordPage = pageOf(PersonEditState).meta({ id: 'PersonRecordPage' })
export type PersonRecordPage = z.infer<typeof PersonRecordPage>

/** Somebody who stands in. */
export const Substitute = z
  .object({
    id: PersonId,
    name: z.string().optional(),
    function: z.string(),
    covers: z.string().optional(),
    contacts: z.array(Contact),
  })
  .meta({ id: 'Substitute' })
export type Substitute = z.infer<typeof Substitute>

/**
 * A person as citizens see them. Without consent and without an office that speaks for the authority there is no name,
 * no direct number and no room: the function is shown, and how the office is reached.
 */
export const Person = z
  .object({
    id: PersonId,
    name: z.string().optional().meta({ description: 'With academic title, as it is read' }),
    honorific: z.string().optional(),
    givenName: z.string().optional(),
    familyName: z.string().optional(),
    functions: z.array(
      z.object({ name: z.string(), lang: z.string(), unit: z.object({ id: Identifier, name: z.string() }) }),
    ),
    topics: z.array(z.string()),
    services: z.array(Identifier),
    contacts: z.array(Contact),
    contactsOf: z.enum(['person', 'unit']),
    room: z.string().optional(),
    away: z.object({ until: z.string() }).optional(),
    substitute: Substitute.optional(),
    sources: z.array(z.string()),
    invented: z.boolean(),
  })
  .meta({ id: 'Person' })
export type Person = z.infer<typeof Person>

export const PeopleQuery = PageQuery.extend({ unit: Identifier, lang: Lang.optional() })
export const UnitPeopleQuery = PageQuery.extend({ lang: Lang.optional() })
export const PersonPage = pageOf(Person).meta({ id: 'PersonPage' })
export type PersonPage = z.infer<typeof PersonPage>

export const DirectoryQuery = z.object({
  q: SearchText,
  area: AreaKey.optional().meta({ description: 'Only who works in this area or for it from above' }),
  lang: Lang.optional(),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(50)
    .default(10)
    .meta({ description: 'Of people and of units each' }),
})

/** What a citizen finds who looks for somebody, an office or a topic. */
export const DirectoryResult = z
  .object({
    people: z.array(Person),
    morePeople: z.boolean(),
    units: z.array(Unit),
    moreUnits: z.boolean(),
    offices: z.array(Unit).meta({ description: 'Where those people work' }),
  })
  .meta({ id: 'DirectoryResult' })
export type DirectoryResult = z.infer<typeof DirectoryResult>
