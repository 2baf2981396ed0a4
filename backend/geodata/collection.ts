import type { Box } from '../geometry/geometry.ts'
import { crs84, type ReferenceSystem, systemOfCode } from '../geometry/reference-system.ts'
import { findLicence, type Licence } from './licence.ts'
import type { GeoCollectionRow, GeoVersionRow } from './tables.ts'

/** What kind of values a property has. */
export type FieldType = 'string' | 'number' | 'integer' | 'boolean' | 'date' | 'date-time'

export interface Field {
  readonly name: string
  readonly type: FieldType
}

/** Who may read a collection: everybody, every authority, or the one that keeps it. */
export const audiences = ['public', 'authorities', 'authority'] as const
export type Audience = (typeof audiences)[number]

/** All features as they were at one time. */
export interface Version {
  readonly id: number
  readonly number: number
  readonly storage: ReferenceSystem
  readonly features: number
  readonly placeless: number
  /** Longitude and latitude; undefined where nothing has a place. */
  readonly box: Box | undefined
  /** Milliseconds since 1970; undefined where nothing has a time. */
  readonly times: readonly [begins: number, ends: number] | undefined
  readonly fields: readonly Field[]
  readonly geometryTypes: readonly string[]
}

export interface Collection {
  readonly id: string
  readonly authorityId: string
  readonly title: string
  readonly description: string
  readonly keywords: readonly string[]
  readonly theme: string | undefined
  readonly licence: Licence
  readonly provider: string
  readonly sourceUri: string
  readonly changed: boolean
  readonly titleProperty: string | undefined
  readonly audience: Audience
  /** Host from which it was copied. */
  readonly via: string | undefined
  /** Node that keeps it, where that is another one. */
  readonly originNode: string | undefined
  /** RFC 3339 UTC. */
  readonly publishedAt: string
  readonly version: Version
}

/** A collection with what its readers see. */
export function toCollection(row: GeoCollectionRow, version: GeoVersionRow): Collection {
  return {
    id: row.id,
    authorityId: row.authority_id,
    title: row.title,
    description: row.description,
    keywords: JSON.parse(row.keywords) as string[],
    theme: row.theme ?? undefined,
    licence: licenceOf(row),
    provider: row.provider,
    sourceUri: row.source_uri,
    changed: row.changed === 1,
    titleProperty: row.title_property ?? undefined,
    audience: row.audience as Audience,
    via: row.via ?? undefined,
    originNode: row.origin_node ?? undefined,
    publishedAt: row.published_at ?? row.updated_at,
    version: toVersion(version),
  }
}

export function toVersion(row: GeoVersionRow): Version {
  const { min_lon, min_lat, max_lon, max_lat, begins, ends } = row
  const isPlaced = min_lon !== null && min_lat !== null && max_lon !== null && max_lat !== null
  return {
    id: row.id,
    number: row.number,
    storage: systemOfCode(row.storage) ?? crs84,
    features: row.features,
    placeless: row.placeless,
    box: isPlaced ? { minX: min_lon, minY: min_lat, maxX: max_lon, maxY: max_lat } : undefined,
    times: begins === null || ends === null ? undefined : [begins, ends],
    fields: JSON.parse(row.fields) as Field[],
    geometryTypes: JSON.parse(row.geometry_types) as string[],
  }
}

function licenceOf({ id, licence }: GeoCollectionRow): Licence {
  const found = findLicence(licence)
  if (!found) throw new Error(`The collection ${id} has the unknown licence ${licence}`)
  return found
}

/** The note that has to stand beside the data, wherever they are shown (dl-de/by-2-0, 2 and 3). */
export function sourceNote({ licence, provider, sourceUri, via, changed }: Collection): string {
  const named = `© ${provider}, ${licence.name} (${licence.uri})`
  const through = via === undefined ? '' : `, über ${via}`
  return `${named}, ${sourceUri}${through}${changed ? ' (Daten verändert)' : ''}`
}
