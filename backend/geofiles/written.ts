import type { Geometry } from '../geometry/geometry.ts'
import type { ReferenceSystem } from '../geometry/reference-system.ts'
import type { Finding } from './finding.ts'
import type { Field, PropertyValue } from './geofile.ts'

/** Formats that are written, with their media type and the ending of their names. */
export const writeFormats = {
  geojson: { type: 'application/geo+json', ending: '.geojson' },
  geopackage: { type: 'application/geopackage+sqlite3', ending: '.gpkg' },
  flatgeobuf: { type: 'application/vnd.flatgeobuf', ending: '.fgb' },
  csv: { type: 'text/csv; charset=utf-8', ending: '.csv' },
  shapefile: { type: 'application/zip', ending: '.zip' },
} as const
export type WriteFormat = keyof typeof writeFormats

export interface WriteFeature {
  readonly id?: string | number
  /** In the system that the file is said to be in, x east first. */
  readonly geometry: Geometry | null
  readonly properties: Readonly<Record<string, PropertyValue>>
}

/** What a file says of itself, and what is in it. */
export interface WriteAbout {
  readonly title: string
  /** The source note, ready to be shown. */
  readonly attribution: string
  readonly licence: { readonly name: string; readonly uri: string }
  /** Where the data are from; left out where nobody has said. */
  readonly source?: string
  readonly system: ReferenceSystem
  /** What is written; other properties are left out. */
  readonly fields: readonly Field[]
  /** Types that occur, where that is known: a file of one kind is better for many programs. */
  readonly types?: readonly Geometry['type'][]
  /** RFC 3339 UTC. */
  readonly writtenAt: string
  /** Where parts lie until they are put together; without it the system's folder. */
  readonly folder?: string
}

export interface WriteReport {
  readonly count: number
  /** What the format could not take as it was. */
  readonly findings: readonly Finding[]
}

export type Features = AsyncIterable<WriteFeature> | Iterable<WriteFeature>

/** The fields of a table: an id first, unless a field has that name. Names that differ only by capitals get a number. */
export function columnsFor(
  fields: readonly Field[],
  taken: readonly string[] = [],
): readonly (Field & { readonly source: string | undefined })[] {
  const used = new Set(taken)
  const own = fields.some(({ name }) => name.toLowerCase() === 'id')
  const all = [
    ...(own ? [] : [{ name: 'id', type: 'text' as const, source: undefined }]),
    ...fields.map((field) => ({ ...field, source: field.name })),
  ]
  return all.map((field) => {
    let name = field.name
    for (let number = 2; used.has(name.toLowerCase()); number++) name = `${field.name}_${number}`
    used.add(name.toLowerCase())
    return { ...field, name }
  })
}

/** The value of a column of `columnsFor`, as its type wants it; null where it does not fit. */
export function columnValue(
  { id, properties }: WriteFeature,
  { source, type }: { readonly source: string | undefined } & Pick<Field, 'type'>,
): PropertyValue {
  const value = source === undefined ? (id ?? null) : (properties[source] ?? null)
  if (value === null) return null
  if (type === 'integer' || type === 'number') return numberOf(value)
  if (type === 'boolean') return typeof value === 'boolean' ? value : null
  return typeof value === 'string' ? value : String(value)
}

function numberOf(value: string | number | boolean): number | null {
  const number = value === '' ? NaN : Number(value)
  return Number.isFinite(number) ? number : null
}

/** A name for a table or file: small letters, digits and underscores, beginning with a letter. */
export function plainName(title: string): string {
  const spelt = title
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
  const plain = spelt
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 40)
  return /^[a-z]/.test(plain) ? plain : `daten${plain ? `_${plain}` : ''}`
}

/** The one type that a file of these types can be declared as; nothing where they are of several kinds. */
export function commonType(types: readonly Geometry['type'][] | undefined): Geometry['type'] | undefined {
  const [first] = types ?? []
  if (!types || !first) return undefined
  if (types.every((type) => type === first)) return first
  const kind = first.replace('Multi', '')
  return types.every((type) => type.replace('Multi', '') === kind)
    ? (`Multi${kind}` as Geometry['type'])
    : undefined
}

/** The same geometry as one of several parts, where the whole file is declared to hold those. */
export function asType(geometry: Geometry, type: Geometry['type'] | undefined): Geometry {
  if (type === undefined || geometry.type === type || `Multi${geometry.type}` !== type) return geometry
  return { type, coordinates: [(geometry as { coordinates: unknown }).coordinates] } as Geometry
}
