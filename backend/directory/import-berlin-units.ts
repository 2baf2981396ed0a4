import { z } from 'zod'
import type { Accessibility, Contact } from '@amtsweg/contract'
import { type ImportProfile, ndjsonRecords } from '../import/index.ts'
import { addressOf } from './address-lines.ts'
import { isUsable } from './contacts.ts'
import { hoursOfText } from './hours-of-text.ts'
import { writeUnits } from './import-records.ts'
import { berlinOffices } from './sources.ts'
import type { UnitRecord } from './unit-record.ts'

/** Our id of an office of Berlin's service portal. */
export const berlinUnitId = (office: string): string => `berlin-unit-${office}`

const Office = z.object({
  id: z.string().regex(/^\d{1,12}$/),
  name: z.string(),
  adresse: z.string().default(''),
  telefon: z.string().default(''),
  fax: z.string().default(''),
  email: z.string().default(''),
  homepage: z.string().default(''),
  koordinaten: z.array(z.string()).default([]),
  oeffnungszeiten_2020: z.record(z.string(), z.string()).default({}),
  barrierefrei: z.array(z.string()).default([]),
  zahlung: z.string().default(''),
})
type Office = z.infer<typeof Office>

/** The Land, which is also the Gemeinde; public holidays follow from it. */
const land = '11'

export const berlinUnitsProfile: ImportProfile = {
  name: 'berlin-units',
  summary: 'Offices of the Berlin service portal, NDJSON',
  touches: ['directory'],
  source: berlinOffices,
  run: async (file, context) => {
    const records = ndjsonRecords(file, Office, context).map(({ line, value }) => toRecord(value, line))
    await writeUnits(context, records)
  },
}

function toRecord(office: Office, line: number): UnitRecord {
  const [street = '', city = ''] = office.adresse.split(/,(?=\s*\d{4,5}\s)/, 2)
  const [lat, lon] = office.koordinaten.map(Number)
  const payment = office.zahlung.replace(/^Zahlungsmöglichkeiten\s+/, '').trim()
  return {
    line,
    id: berlinUnitId(office.id),
    name: office.name,
    tier: 'municipal',
    regionKey: land,
    general: false,
    ...(isDegree(lat) && isDegree(lon) ? { position: { lat, lon } } : {}),
    content: {
      ...(payment ? { descriptions: { de: payment } } : {}),
      addresses: addressOf(street, city),
      contacts: contactsOf(office),
      hours: hoursOfText(office.oeffnungszeiten_2020, 'Stand 2020'),
      accessibility: accessibilityOf(office.barrierefrei),
      invented: false,
    },
    identifiers: [{ schemeAgencyId: 'berlin', schemeId: 'standort', value: office.id }],
  }
}

const isDegree = (value: number | undefined): value is number => value !== undefined && Math.abs(value) <= 90

/** Several numbers stand in one field; some mail fields hold the address of a contact form. */
function contactsOf({ telefon, fax, email, homepage }: Office): Contact[] {
  const isForm = /^https?:/i.test(email)
  const found: Contact[] = [
    ...telefon
      .split(/(?<=\d)\s+(?:- )?(?=\(030\))/)
      .map((value) => ({ kind: 'phone' as const, value: value.trim() })),
    { kind: 'fax', value: fax.trim() },
    ...email
      .split(/\s+und\s+/)
      .map((value) => ({ kind: isForm ? ('contactForm' as const) : ('email' as const), value })),
    { kind: 'website', value: homepage },
  ]
  return found.filter(isUsable)
}

/** "zugang_bedingt_rollstuhlgeeignet": what, and how far a wheelchair gets. */
function accessibilityOf(marks: readonly string[]): Accessibility | undefined {
  if (marks.length === 0) return undefined
  const mark = (what: string) => marks.find((one) => one.startsWith(what))
  const has = (what: string) => {
    const found = mark(what)
    return found && !found.includes('bedingt') ? ('yes' as const) : ('unknown' as const)
  }
  const access = mark('zugang') ?? ''
  const limited = [
    ['aufzug', 'Aufzug'],
    ['wc', 'WC'],
  ].flatMap(([what = '', name]) =>
    mark(what)?.includes('bedingt') ? [`${name} bedingt rollstuhlgeeignet`] : [],
  )
  return {
    stepFree: stepFree(access),
    toilet: has('wc'),
    parking: has('parken'),
    lift: has('aufzug'),
    ...(limited.length > 0 ? { note: limited.join(', ') } : {}),
  }
}

function stepFree(access: string): Accessibility['stepFree'] {
  if (access.includes('nicht')) return 'no'
  if (access.includes('bedingt')) return 'partly'
  return access ? 'yes' : 'unknown'
}
