import { z } from 'zod'
import {
  AreaKey,
  Latitude,
  Longitude,
  pageOf,
  PageQuery,
  Position,
  RegionKey,
  SearchText,
} from './parameters.ts'

/** The five levels an ARS can be cut at. */
export const AreaLevel = z.enum(['land', 'regierungsbezirk', 'kreis', 'verband', 'gemeinde'])
export type AreaLevel = z.infer<typeof AreaLevel>

/** What an area is in law; `verband` keys of a single amtsfreie Gemeinde have kind `amtsfreie-gemeinde`. */
export const AreaKind = z.enum([
  'land',
  'regierungsbezirk',
  'region',
  'landkreis',
  'kreisfreie-stadt',
  'amt',
  'amtsfreie-gemeinde',
  'verwaltungsgemeinschaft',
  'stadt',
  'gemeinde',
  'gemeindefreies-gebiet',
])
export type AreaKind = z.infer<typeof AreaKind>

/** An area named briefly, as parent, successor or choice. */
export const AreaRef = z
  .object({ regionKey: RegionKey, level: AreaLevel, kind: AreaKind, name: z.string() })
  .meta({ id: 'AreaRef' })
export type AreaRef = z.infer<typeof AreaRef>

/** When an area exists. Where only two dates of record are known, the end lies between `endedAfter` and `endedBy`. */
export const Validity = z
  .object({
    from: z.string().optional(),
    endedAfter: z.string().optional(),
    endedBy: z.string().optional(),
  })
  .meta({ id: 'Validity' })
export type Validity = z.infer<typeof Validity>

/** An area with all it belongs to, nearest parent first. Dissolved areas carry `successors`. */
export const Area = AreaRef.extend({
  fullName: z.string().meta({ description: 'Official name including the designation, "Wismar, Hansestadt"' }),
  ags: z.string().optional(),
  population: z.number().int().optional(),
  postcodes: z.array(z.string()),
  position: Position.optional(),
  validity: Validity,
  parents: z.array(AreaRef),
  successors: z.array(AreaRef),
  sources: z.array(z.string()),
}).meta({ id: 'Area' })
export type Area = z.infer<typeof Area>

/**
 * One suggestion for what a reader types. A village leads to its Gemeinde; a postcode may span several areas, then
 * `regionKey` is absent and `postcode` is what the next question takes.
 */
export const AreaHit = z
  .object({
    kind: z.enum(['gemeinde', 'ort', 'postcode', 'verband', 'kreis', 'land']),
    label: z.string(),
    detail: z.string().meta({ description: 'Amt and Kreis, which tell namesakes apart' }),
    regionKey: RegionKey.optional(),
    postcode: z.string().optional(),
    areaCount: z.number().int().meta({ description: 'How many Gemeinden the hit stands for' }),
    formerName: z
      .string()
      .optional()
      .meta({ description: 'Set when a dissolved area answered with its successor' }),
  })
  .meta({ id: 'AreaHit' })
export type AreaHit = z.infer<typeof AreaHit>

/** Either `q` (as one types) or `lat` with `lon` (which Gemeinde is here). `within` narrows to a region. */
export const AreaListQuery = PageQuery.extend({
  q: SearchText.optional(),
  lat: Latitude.optional(),
  lon: Longitude.optional(),
  within: RegionKey.optional(),
})
export type AreaListQuery = z.infer<typeof AreaListQuery>
export const AreaPath = z.object({ regionKey: AreaKey })
export const AreaPage = pageOf(AreaHit).meta({ id: 'AreaPage' })
export type AreaPage = z.infer<typeof AreaPage>
