import { z } from 'zod'
import { Identifier, PageQuery } from './parameters.ts'

/** Terms that data may be published under: those that leave everybody free to use them. */
export const GeoLicenceCode = z.enum(['dl-de-by-2.0', 'dl-de-zero-2.0', 'cc0-1.0', 'cc-by-4.0', 'odbl-1.0'])
export type GeoLicenceCode = z.infer<typeof GeoLicenceCode>

/** Who may read a collection. */
export const GeoAudience = z.enum(['public', 'authorities', 'authority']).meta({
  description: 'Everybody, every authority with a token, or the authority itself alone',
})
export type GeoAudience = z.infer<typeof GeoAudience>

/** Data themes of the EU (http://publications.europa.eu/resource/authority/data-theme). */
export const GeoTheme = z.enum([
  ...['AGRI', 'ECON', 'EDUC', 'ENER', 'ENVI', 'GOVE', 'HEAL', 'INTR', 'JUST', 'REGI', 'SOCI', 'TECH', 'TRAN'],
] as const)
export type GeoTheme = z.infer<typeof GeoTheme>

export const GeoCollectionPath = z.object({
  id: Identifier.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Small letters, digits and hyphens').meta({
    description: 'As it stands in addresses; nobody else in the installation has it',
  }),
})

/** A collection of geodata as officers write it. What a version holds comes by a file. */
export const GeoCollectionEdit = z
  .object({
    title: z.string().trim().min(1).max(200),
    description: z.string().trim().max(5_000),
    keywords: z.array(z.string().trim().min(1).max(100)).max(50),
    theme: GeoTheme.nullable(),
    licence: GeoLicenceCode,
    provider: z.string().trim().min(1).max(300).meta({
      description: 'Who provides the data, named as they want to be named',
    }),
    sourceUri: z
      .url({ protocol: /^https?$/ })
      .max(1_000)
      .meta({
        description: 'Where the data set is described; licences ask that it be named',
      }),
    changed: z.boolean().meta({ description: 'Whether the data differ from those of the source' }),
    titleProperty: z.string().max(200).nullable().meta({ description: 'Property that names a feature' }),
    audience: GeoAudience,
    version: z.number().int().positive().nullable().meta({
      description: 'Number of the version that readers see; null = nothing is published',
    }),
  })
  .meta({ id: 'GeoCollectionEdit' })
export type GeoCollectionEdit = z.infer<typeof GeoCollectionEdit>

/** The same with its id; without anything else where there is none yet. */
export const GeoCollectionState = GeoCollectionEdit.partial()
  .extend({ id: z.string() })
  .meta({ id: 'GeoCollectionState' })
export type GeoCollectionState = z.infer<typeof GeoCollectionState>

const Count = z.number().int()
const Box = z.array(z.number()).length(4).meta({ description: 'West, south, east, north (WGS 84)' })

/** Something that the check of a file found. */
export const GeoFinding = z
  .object({
    code: z.string(),
    severity: z.enum(['error', 'warning', 'note']).meta({
      description: 'An error keeps the file from being published; a note tells what was done',
    }),
    count: Count.meta({ description: 'How many features, or 1 where it is the file' }),
    positions: z.array(Count).meta({ description: 'The first of them, from 1' }),
    words: z.string().meta({ description: 'In German: what it is and what to do' }),
  })
  .meta({ id: 'GeoFinding' })
export type GeoFinding = z.infer<typeof GeoFinding>

/** What a file holds, and what is wrong with it. */
export const GeoReport = z
  .object({
    format: z.string().nullable().meta({ description: 'null where nobody can read it' }),
    layers: z.array(z.string()),
    layer: z.string().nullable(),
    publishable: z.boolean(),
    features: Count,
    placeless: Count,
    types: z.array(z.object({ type: z.string(), count: Count })),
    box: Box.nullable(),
    system: z.string().nullable().meta({ description: 'Code of the system the coordinates were read in' }),
    suggestions: z.array(z.string()).meta({ description: 'Codes of systems that would fit better' }),
    fields: z.array(z.object({ name: z.string(), type: z.string() })),
    findings: z.array(GeoFinding),
    version: Count.nullable().meta({
      description: 'Number of the version it was written to, which nobody sees before it is published',
    }),
  })
  .meta({ id: 'GeoReport' })
export type GeoReport = z.infer<typeof GeoReport>

/** How a file of geodata is to be read. */
export const GeoFileOptions = z
  .object({
    collection: GeoCollectionPath.shape.id,
    layer: z.string().max(200).optional().meta({ description: 'Left out, the first' }),
    system: z.string().max(10).optional().meta({ description: 'EPSG code, instead of what the file says' }),
    swapAxes: z.boolean().optional(),
    idProperty: z.string().max(200).optional().meta({
      description:
        'Property that tells a feature from others; left out, the id of the file, or its place in it',
    }),
    beginsProperty: z.string().max(200).optional().meta({ description: 'Property with the time it begins' }),
    endsProperty: z.string().max(200).optional(),
  })
  .meta({ id: 'GeoFileOptions' })
export type GeoFileOptions = z.infer<typeof GeoFileOptions>

/** A version of a collection. */
export const GeoVersion = z
  .object({
    number: Count,
    features: Count,
    box: Box.nullable(),
    storage: z.string().meta({ description: 'Code of the system it was delivered in' }),
    source: z.string().meta({ description: 'File name or address' }),
    createdAt: z.string().meta({ description: 'RFC 3339 UTC' }),
    published: z.boolean().meta({ description: 'Whether readers see it now' }),
    wasPublished: z.boolean(),
    report: GeoReport.nullable(),
  })
  .meta({ id: 'GeoVersion' })
export type GeoVersion = z.infer<typeof GeoVersion>

export const GeoVersionList = z.object({ items: z.array(GeoVersion) }).meta({ id: 'GeoVersionList' })

/** A collection in the list of those an authority keeps. */
export const GeoCollectionSummary = z
  .object({
    id: z.string(),
    title: z.string(),
    audience: GeoAudience,
    licence: GeoLicenceCode,
    version: Count.nullable(),
    features: Count.nullable(),
    publishedAt: z.string().nullable(),
    waiting: Count.meta({ description: 'Versions newer than the published one' }),
  })
  .meta({ id: 'GeoCollectionSummary' })
export type GeoCollectionSummary = z.infer<typeof GeoCollectionSummary>

export const GeoCollectionPage = z
  .object({ items: z.array(GeoCollectionSummary), next: z.string().nullable() })
  .meta({ id: 'GeoCollectionPage' })
export const GeoCollectionsQuery = PageQuery

export const GeoVersionPath = GeoCollectionPath.extend({
  number: z.string().regex(/^[1-9]\d{0,8}$/),
})
