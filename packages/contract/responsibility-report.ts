import { z } from 'zod'
import { AreaKey, PageQuery, RegionKey } from './parameters.ts'
import { Role } from './responsibility.ts'

const Count = z.number().int()
const NamedArea = z.object({ regionKey: RegionKey, name: z.string() })
const NamedService = z.object({
  id: z.string(),
  title: z.string(),
  leistungsschluessel: z.string().optional(),
})
const NamedUnit = z.object({ id: z.string(), name: z.string() })

/** A service that is described for an area, and for which nobody is known in some of its Gemeinden. */
const ServiceGap = z
  .object({
    kind: z.literal('service'),
    service: NamedService,
    tier: z
      .string()
      .optional()
      .meta({ description: 'Who executes it by the table of tiers, such as land; absent where unknown' }),
    missing: Count.meta({ description: 'Gemeinden in which nobody answers for it' }),
    of: Count.meta({ description: 'Gemeinden for which it is described' }),
    examples: z.array(NamedArea).meta({ description: 'Some of those Gemeinden' }),
  })
  .meta({ id: 'ServiceGap' })
/** A Gemeinde, and for how many services nobody is known there. */
const PlaceGap = z
  .object({ kind: z.literal('place'), area: NamedArea, missing: Count, of: Count })
  .meta({ id: 'PlaceGap' })
/** Several units that answer for the same service in the same region and role, with nothing that tells which is whose. */
const Overlap = z
  .object({
    kind: z.literal('overlap'),
    service: NamedService,
    area: NamedArea,
    role: Role,
    units: z.array(NamedUnit),
  })
  .meta({ id: 'ResponsibilityOverlap' })

export const ResponsibilityFinding = z.discriminatedUnion('kind', [ServiceGap, PlaceGap, Overlap])
export type ResponsibilityFinding = z.infer<typeof ResponsibilityFinding>
export type ServiceGap = z.infer<typeof ServiceGap>
export type PlaceGap = z.infer<typeof PlaceGap>
export type ResponsibilityOverlap = z.infer<typeof Overlap>

export const ResponsibilityReportQuery = PageQuery.extend({
  area: AreaKey.optional().meta({ description: 'An area of one’s own; left out, all of it' }),
  find: z
    .enum(['services', 'places', 'overlaps'])
    .default('services')
    .meta({ description: 'Gaps by service, gaps by Gemeinde, or overlaps' }),
})

/** Gaps and overlaps of an area; the worst first. */
export const ResponsibilityReport = z
  .object({
    area: NamedArea,
    counts: z.object({ services: Count, places: Count, overlaps: Count }).meta({
      description: 'Services with a gap, Gemeinden with a gap, overlaps: the totals of the three lists',
    }),
    total: Count,
    items: z.array(ResponsibilityFinding),
    next: z.string().nullable(),
  })
  .meta({ id: 'ResponsibilityReport' })
export type ResponsibilityReport = z.infer<typeof ResponsibilityReport>

/** Who acts for what, as it is recorded or follows from the tiers. */
export const RecordedResponsibility = z
  .object({
    service: NamedService,
    area: NamedArea.nullable().meta({ description: 'Where it holds; null = everywhere' }),
    role: Role,
    unit: NamedUnit,
    note: z.string().optional(),
    basis: z.string().optional(),
    origin: z.enum(['own', 'imported', 'derived']).meta({
      description: 'own = editors of an authority; imported = a file; derived = from the table of tiers',
    }),
  })
  .meta({ id: 'RecordedResponsibility' })
export type RecordedResponsibility = z.infer<typeof RecordedResponsibility>

export const ResponsibilityRecordsQuery = PageQuery.extend({
  area: AreaKey.optional().meta({
    description: 'An area of one’s own; left out, all of it. What holds around it is listed too',
  }),
  unit: z.string().max(120).optional(),
  service: z.string().max(120).optional().meta({ description: 'Id or Leistungsschluessel' }),
})
export const ResponsibilityRecords = z
  .object({ items: z.array(RecordedResponsibility), next: z.string().nullable(), total: Count })
  .meta({ id: 'ResponsibilityRecords' })
export type ResponsibilityRecords = z.infer<typeof ResponsibilityRecords>
