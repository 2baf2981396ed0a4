import { z } from 'zod'
import {
  Accessibility,
  Address,
  Contact,
  Identifier,
  OpeningException,
  OpeningHours,
  OpeningSpan,
  Position,
  RegionKey,
  ServiceIdentifier,
  Tier,
} from '@amtsweg/contract'
import { isUsable } from './contacts.ts'
import type { UnitRecord } from './unit-record.ts'

/** As long as what editors may write. */
const words = (longest: number) => z.record(z.string(), z.string().max(longest))
const Time = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'A time such as 08:30')
const Day = z.iso.date()
const times = { opens: Time, closes: Time }

/** One record of our own JSON format. */
export const UnitFile = z.object({
  id: Identifier,
  name: z.string().max(500).optional(),
  tier: Tier,
  regionKey: RegionKey.optional(),
  general: z.boolean().default(false),
  parentId: Identifier.optional(),
  identifiers: z.array(ServiceIdentifier).default([]),
  names: words(500),
  descriptions: words(100_000).optional(),
  addresses: z.array(Address).default([]),
  position: Position.optional(),
  contacts: z
    .array(Contact.omit({ unreachableOn: true }).refine(isUsable, 'The contact cannot be used'))
    .default([]),
  hours: OpeningHours.extend({
    spans: z.array(OpeningSpan.extend(times)),
    exceptions: z
      .array(OpeningException.extend({ from: Day, to: Day, spans: z.array(z.object(times)) }))
      .default([]),
  }).optional(),
  accessibility: Accessibility.optional(),
  updatedAt: z.string().optional(),
  invented: z.boolean().default(false),
})

/** A record of the format as an import understood it. */
export function toRecord(
  {
    id,
    name,
    tier,
    regionKey,
    general,
    parentId,
    position,
    identifiers,
    updatedAt,
    ...rest
  }: z.infer<typeof UnitFile>,
  line: number,
): UnitRecord {
  const { de = name ?? '', ...names } = rest.names
  return {
    ...{ line, id, name: de, tier, regionKey, general, parentId, position, identifiers, updatedAt },
    content: { ...rest, names },
  }
}
