import type { Geometry } from '../geometry/geometry.ts'
import type { ReferenceSystem } from '../geometry/reference-system.ts'
import type { Fault } from './finding.ts'

/** Formats that are read, as the command line and the API name them. */
export const readFormats = [
  'geopackage',
  'geojson',
  'geojsonseq',
  'shapefile',
  'kml',
  'gpx',
  'flatgeobuf',
  'csv',
  'xplangml',
] as const
export type ReadFormat = (typeof readFormats)[number]

export type FieldType = 'text' | 'integer' | 'number' | 'boolean' | 'date' | 'date-time'

/** One property as the file declares it. */
export interface Field {
  readonly name: string
  readonly type: FieldType
}

/** What a file says about its coordinates. */
export interface DeclaredSystem {
  /** Left out where we do not know what is named. */
  readonly system?: ReferenceSystem
  /** As the file names it; '' where only its format prescribes it. */
  readonly said: string
}

export interface Layer {
  readonly name: string
  /** Left out where it is only known by reading. */
  readonly count?: number
}

/** One object of a file. Dates are ISO 8601 text; what is nested is JSON text. */
export interface ReadFeature {
  readonly id?: string | number
  /** In the file's system, x east first, heights kept; null where there is none or it cannot be read. */
  readonly geometry: Geometry | null
  readonly properties: Readonly<Record<string, PropertyValue>>
  /** From 1, for reports. */
  readonly position: number
  /** What the reader found wrong with this object alone. */
  readonly faults?: readonly Fault[]
}

export type PropertyValue = string | number | boolean | null

/** An open file. Whoever opens it closes it, or its copy stays behind. */
export interface Geofile {
  readonly format: ReadFormat
  readonly layers: readonly Layer[]
  /** The one that is read. */
  readonly layer: string
  readonly declared: DeclaredSystem | undefined
  /** `utf-8`, `windows-1252` ... */
  readonly encoding: string
  /** Empty where the format declares none: the check tells them after reading. */
  readonly fields: readonly Field[]
  /** What opening it has found already. */
  readonly faults: readonly Fault[]
  /** Once through, one at a time, as often as wanted. Throws GeofileError where the file is damaged further on. */
  readonly features: () => AsyncIterable<ReadFeature>
  readonly close: () => void
}

export interface OpenOptions {
  /** Which one to read; without it the first. */
  readonly layer?: string
  /** Where copies and unpacked parts lie until the file is closed; without it the system's folder. */
  readonly folder?: string
}
