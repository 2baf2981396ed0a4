import { z } from 'zod'
import { Lang, type OpeningHours } from '@amtsweg/contract'
import type { UnitIdentifierTable, UnitRow } from './tables.ts'
import type { UnitContent } from './unit-content.ts'
import { toRecord, UnitFile } from './unit-file.ts'
import { identifierRows, unitRow } from './unit-rows.ts'

/** Every other authority's readers may see it too: no longer than what imports take of a service. */
const words = (longest: number) => z.record(Lang, z.string().max(longest))

/** A unit as editors read and send it: names and descriptions in all languages. */
export const UnitEdit = UnitFile.omit({ id: true, name: true, updatedAt: true, invented: true })
  .extend({ names: words(500), descriptions: words(100_000).optional() })
  .refine(({ names }) => Boolean(names['de']?.trim()), {
    path: ['names'],
    error: 'The German name is missing',
  })
  .meta({ id: 'UnitEdit' })
export type UnitEdit = z.infer<typeof UnitEdit>

/** The same with its id; without anything else where there is none yet. */
export const UnitEditState = UnitFile.omit({ name: true, updatedAt: true, invented: true })
  .partial()
  .extend({ id: z.string() })
  .meta({ id: 'UnitEditState' })
export type UnitEditState = z.infer<typeof UnitEditState>

/** The opening hours of a unit as they are edited; nothing in them where none are known. */
export const HoursEdit = UnitFile.shape.hours.unwrap().meta({ id: 'HoursEdit' })

/** What is stored of a unit. */
export interface StoredUnit {
  readonly unit: Omit<UnitRow, 'batch'>
  readonly identifiers: readonly UnitIdentifierTable[]
}

/** Who keeps a unit, and since when it is like this. */
interface Kept {
  readonly id: string
  readonly sourceId: string
  readonly at: string
}

/** A unit as it is stored. */
export function ownUnitRows(edit: UnitEdit, { id, sourceId, at }: Kept) {
  const record = toRecord({ ...edit, id, updatedAt: at, invented: false }, 1)
  return { unit: unitRow(record, { sourceId, batch: '' }), identifiers: identifierRows(record) }
}

/** A stored unit as editors read it. */
export function editStateOf({ unit, identifiers }: StoredUnit): UnitEditState {
  const { names, descriptions, addresses, contacts, hours, accessibility } = contentOf(unit)
  return {
    id: unit.id,
    tier: unit.tier,
    ...(unit.region_key ? { regionKey: unit.region_key } : {}),
    general: unit.general === 1,
    ...(unit.parent_id ? { parentId: unit.parent_id } : {}),
    identifiers: identifiers
      .map((row) => ({ schemeAgencyId: row.scheme_agency_id, schemeId: row.scheme_id, value: row.value }))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    names: { de: unit.name, ...names },
    ...(descriptions ? { descriptions } : {}),
    addresses: [...addresses],
    ...(unit.lat === null || unit.lon === null ? {} : { position: { lat: unit.lat, lon: unit.lon } }),
    contacts: [...contacts],
    ...(hours ? { hours } : {}),
    ...(accessibility ? { accessibility } : {}),
  }
}

/** The hours of a stored unit. */
export const hoursOf = (unit: Pick<UnitRow, 'content'>): OpeningHours =>
  inFixedOrder(contentOf(unit).hours ?? { spans: [], exceptions: [] })

/** The same hours, however they were written. */
export const inFixedOrder = ({ spans, exceptions, note }: OpeningHours): OpeningHours => ({
  spans,
  exceptions,
  ...(note ? { note } : {}),
})

export const hasHours = ({ spans, exceptions, note }: OpeningHours): boolean =>
  spans.length > 0 || exceptions.length > 0 || Boolean(note)

/** What is stored of a unit with other hours. */
export function withHours(unit: Pick<UnitRow, 'content'>, hours: OpeningHours): string {
  const { hours: _, ...content } = contentOf(unit)
  return JSON.stringify(hasHours(hours) ? { ...content, hours } : content)
}

const contentOf = ({ content }: Pick<UnitRow, 'content'>) => JSON.parse(content) as UnitContent
