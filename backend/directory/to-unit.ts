import type { Contact, Unit } from '@amtsweg/contract'
import type { UnreachableOn } from '../import/index.ts'
import { holidaysIn } from '../places/index.ts'
import { daysLater, localTimeOf } from './local-time.ts'
import { openState } from './opening-hours.ts'
import type { UnitRow } from './tables.ts'
import type { UnitContent } from './unit-content.ts'

/** In which language and at which moment a unit is looked at. */
export interface UnitView {
  readonly lang: string
  readonly now: Date
}

/** What is known around a unit. */
export interface UnitSurroundings {
  /** Land whose public holidays close the offices of a region. */
  readonly holidayLand: (regionKey: string) => string
  readonly unreachableOn: UnreachableOn | undefined
}

/** A unit with the names of what it refers to. */
export type NamedUnitRow = Omit<UnitRow, 'batch' | 'updated_at' | 'general'> & {
  readonly region_name: string | null
  readonly parent_name: string | null
  readonly parent_content: string | null
  readonly parent_region: string | null
}

/** Every municipality we serve lives by this clock. */
const zone = 'Europe/Berlin'
const daysAhead = 60

/** The region whose holidays a unit keeps: a sub-unit administers no area of its own, and keeps those of the body it belongs to. */
export const homeOf = (row: Pick<NamedUnitRow, 'region_key' | 'parent_region'>): string | undefined =>
  row.region_key ?? row.parent_region ?? undefined

/** A row as readers get it: in their language where it exists, with what holds at this moment. */
export function toUnit(
  row: NamedUnitRow,
  { lang, now }: UnitView,
  { holidayLand, unreachableOn }: UnitSurroundings,
): Unit {
  const content = JSON.parse(row.content) as UnitContent
  const name = content.names?.[lang]
  const description = content.descriptions?.[lang] ?? content.descriptions?.['de']
  const { date: today } = localTimeOf(now.getTime(), zone)
  const home = homeOf(row)
  const land = home === undefined ? undefined : holidayLand(home)
  const holidays = holidaysIn(land, daysLater(today, -1), daysLater(today, daysAhead))
  const parent = row.parent_content && (JSON.parse(row.parent_content) as UnitContent)
  const parentName = (parent && parent.names?.[lang]) || row.parent_name
  return {
    id: row.id,
    name: name ?? row.name,
    tier: row.tier,
    ...(row.region_key ? { regionKey: row.region_key } : {}),
    ...(row.region_name ? { regionName: row.region_name } : {}),
    ...(row.parent_id && parentName ? { parent: { id: row.parent_id, name: parentName } } : {}),
    ...(description ? { description } : {}),
    addresses: [...content.addresses],
    ...(row.lat === null || row.lon === null ? {} : { position: { lat: row.lat, lon: row.lon } }),
    contacts: content.contacts.map((contact) => marked(contact, unreachableOn?.(contact.value))),
    ...(content.hours ? { hours: content.hours } : {}),
    openState: openState(content.hours, now, zone, holidays),
    holidays: holidays.filter((holiday) => holiday.date >= today),
    ...(content.accessibility ? { accessibility: content.accessibility } : {}),
    lang: name ? lang : 'de',
    sources: [row.source_id],
    invented: content.invented,
  }
}

const marked = (contact: Contact, unreachableOn: string | undefined): Contact =>
  unreachableOn === undefined ? contact : { ...contact, unreachableOn }
