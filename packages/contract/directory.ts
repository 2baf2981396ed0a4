import { z } from 'zod'
import {
  AreaKey,
  Identifier,
  Lang,
  pageOf,
  PageQuery,
  Position,
  RegionKey,
  SearchText,
  UnreachableOn,
} from './parameters.ts'

/** Postal or visitors' address. */
export const Address = z
  .object({
    kind: z.enum(['visitor', 'postal', 'pobox']),
    addition: z.string().optional(),
    street: z.string().optional(),
    houseNumber: z.string().optional(),
    postcode: z.string().optional(),
    city: z.string().optional(),
    asOf: z
      .string()
      .optional()
      .meta({ description: 'ISO date of record, where the address may be outdated' }),
  })
  .meta({ id: 'Address' })
export type Address = z.infer<typeof Address>

/** A way to reach a unit. */
export const Contact = z
  .object({
    kind: z.enum(['phone', 'fax', 'email', 'website', 'appointment', 'contactForm', 'deMail']),
    value: z.string(),
    label: z.string().optional(),
    unreachableOn: UnreachableOn.optional(),
  })
  .meta({ id: 'Contact' })
export type Contact = z.infer<typeof Contact>

/** One span on one weekday; ISO weekday 1 = Monday, local times `HH:MM`, `24:00` allowed as end. */
export const OpeningSpan = z
  .object({
    weekday: z.number().int().min(1).max(7),
    opens: z.string(),
    closes: z.string(),
    note: z.string().optional(),
    byAppointment: z.boolean().optional(),
  })
  .meta({ id: 'OpeningSpan' })
export type OpeningSpan = z.infer<typeof OpeningSpan>

/** A day or days that differ from the week: closed when `spans` is empty. ISO dates, both inclusive. */
export const OpeningException = z
  .object({
    from: z.string(),
    to: z.string(),
    spans: z.array(z.object({ opens: z.string(), closes: z.string() })),
    reason: z.string().optional(),
  })
  .meta({ id: 'OpeningException' })
export type OpeningException = z.infer<typeof OpeningException>

/** Weekly hours in Europe/Berlin; on public holidays of the Land the unit is closed unless an exception says otherwise. */
export const OpeningHours = z
  .object({
    spans: z.array(OpeningSpan),
    exceptions: z.array(OpeningException),
    note: z.string().optional(),
  })
  .meta({ id: 'OpeningHours' })
export type OpeningHours = z.infer<typeof OpeningHours>

/** What holds at the moment of asking; instants are RFC 3339 UTC. `reason` names a holiday or closure. */
export const OpenState = z
  .object({
    state: z.enum(['open', 'closed', 'unknown']),
    closesAt: z.string().optional(),
    opensAt: z.string().optional(),
    reason: z.string().optional(),
  })
  .meta({ id: 'OpenState' })
export type OpenState = z.infer<typeof OpenState>

/** The next public holidays of the unit's Land within 60 days. */
export const Holiday = z.object({ date: z.string(), name: z.string() }).meta({ id: 'Holiday' })
export type Holiday = z.infer<typeof Holiday>

export const Accessibility = z
  .object({
    stepFree: z.enum(['yes', 'partly', 'no', 'unknown']),
    toilet: z.enum(['yes', 'no', 'unknown']).optional(),
    parking: z.enum(['yes', 'no', 'unknown']).optional(),
    lift: z.enum(['yes', 'no', 'unknown']).optional(),
    note: z.string().optional(),
  })
  .meta({ id: 'Accessibility' })
export type Accessibility = z.infer<typeof Accessibility>

/** Which tier of administration a unit belongs to. */
export const Tier = z.enum(['municipal', 'county', 'state', 'federal', 'other'])
export type Tier = z.infer<typeof Tier>

/** An office or organisational unit (Organisationseinheit). */
export const Unit = z
  .object({
    id: Identifier,
    name: z.string(),
    tier: Tier,
    regionKey: RegionKey.optional().meta({ description: 'The area this unit administers' }),
    regionName: z.string().optional(),
    parent: z.object({ id: Identifier, name: z.string() }).optional(),
    description: z.string().optional(),
    addresses: z.array(Address),
    position: Position.optional(),
    contacts: z.array(Contact),
    hours: OpeningHours.optional(),
    openState: OpenState,
    holidays: z.array(Holiday),
    accessibility: Accessibility.optional(),
    lang: z.string(),
    sources: z.array(z.string()),
    invented: z.boolean(),
  })
  .meta({ id: 'Unit' })
export type Unit = z.infer<typeof Unit>

export const UnitPath = z.object({ id: Identifier })

/** A unit as lists show it. */
export const UnitSummary = z
  .object({
    id: Identifier,
    name: z.string(),
    lang: z.string(),
    tier: Tier,
    regionKey: RegionKey.optional(),
    regionName: z.string().optional(),
    parent: z.object({ id: Identifier, name: z.string() }).optional(),
    address: Address.optional().meta({ description: 'Where one goes, else where one writes' }),
    authority: Identifier.optional().meta({
      description: 'The authority that keeps it itself; absent where an import does',
    }),
    sources: z.array(z.string()),
    invented: z.boolean(),
  })
  .meta({ id: 'UnitSummary' })
export type UnitSummary = z.infer<typeof UnitSummary>

export const UnitListQuery = PageQuery.extend({
  q: SearchText.optional().meta({
    description: 'Beginnings of words of a name in any language, of a place, a street or a postcode',
  }),
  area: AreaKey.optional().meta({ description: 'Only units in this area' }),
  authority: Identifier.optional().meta({ description: 'Only units that this authority keeps itself' }),
  lang: Lang.optional(),
})

/** Units in the order of a telephone book (DIN 5007-2). */
export const UnitPage = pageOf(UnitSummary).meta({ id: 'UnitPage' })
export type UnitPage = z.infer<typeof UnitPage>
