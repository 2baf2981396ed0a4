import { z } from 'zod'
import type { Contact } from '@amtsweg/contract'
import { type ImportProfile, jsonRecords } from '../import/index.ts'
import { isUsable } from './contacts.ts'
import { writeUnits } from './import-records.ts'
import { munichOffices } from './sources.ts'
import type { UnitRecord } from './unit-record.ts'

/** Our id of a location of Munich's service directory. */
export const munichUnitId = (location: string): string => `muenchen-unit-${location}`

const Location = z.object({
  id: z.string().regex(/^\d{1,12}$/),
  name: z.string(),
  displayName: z.string().default(''),
  organizationUnit: z.string().nullish(),
  address: z.object({
    street: z.string().nullish(),
    house_number: z.string().nullish(),
    postal_code: z.string().nullish(),
    city: z.string().nullish(),
  }),
  geo: z.object({ lat: z.coerce.number(), lon: z.coerce.number() }).partial().nullish(),
  contact: z
    .object({ email: z.string(), fax: z.string(), phone: z.string(), webinfo: z.string() })
    .partial()
    .nullish(),
  meta: z.object({ lastupdate: z.string() }).partial().default({}),
})
type Location = z.infer<typeof Location>

/** The kreisfreie Stadt; public holidays follow from it. */
const city = '09162'

export const munichUnitsProfile: ImportProfile = {
  name: 'munich-units',
  summary: 'Locations of the Munich service directory, JSON',
  touches: ['directory'],
  source: munichOffices,
  run: async (file, context) => {
    const { data } = (file.json() ?? {}) as { data?: unknown }
    const records = jsonRecords(data, Location, context).map(({ line, value }) => toRecord(value, line))
    await writeUnits(context, records)
  },
}

function toRecord(
  { id, name, displayName, organizationUnit, geo, ...rest }: Location,
  line: number,
): UnitRecord {
  const { street, house_number, postal_code, city: town } = rest.address
  const position = geo?.lat && geo.lon ? { lat: geo.lat, lon: geo.lon } : undefined
  return {
    line,
    id: munichUnitId(id),
    name: displayName.trim() || name,
    tier: 'municipal',
    regionKey: city,
    general: false,
    position,
    content: {
      ...(organizationUnit ? { descriptions: { de: organizationUnit } } : {}),
      addresses: [
        {
          kind: 'visitor',
          ...(street ? { street } : {}),
          ...(house_number ? { houseNumber: house_number } : {}),
          ...(postal_code ? { postcode: postal_code } : {}),
          ...(town ? { city: town } : {}),
        },
      ],
      contacts: contactsOf(rest.contact),
      invented: false,
    },
    updatedAt: rest.meta.lastupdate,
    identifiers: [{ schemeAgencyId: 'muenchen', schemeId: 'location', value: id }],
  }
}

const contactsOf = (contact: Location['contact']): Contact[] =>
  (
    [
      { kind: 'phone', value: contact?.phone?.trim() ?? '' },
      { kind: 'fax', value: contact?.fax?.trim() ?? '' },
      { kind: 'email', value: contact?.email?.trim() ?? '' },
      { kind: 'website', value: contact?.webinfo?.trim() ?? '' },
    ] satisfies Contact[]
  ).filter(isUsable)
