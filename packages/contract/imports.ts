import { z } from 'zod'
import { GeoFileOptions, GeoReport } from './geodata.ts'
import { PageQuery } from './parameters.ts'

const Count = z.number().int()

/** What a file of an authority can hold. */
export const importKinds = [
  'services',
  'units',
  'supplements',
  'responsibilities',
  'people',
  'xzufi',
  'xzufi-changes',
  'geodata',
] as const
export const ImportKind = z.enum(importKinds)
export type ImportKind = z.infer<typeof ImportKind>

/** Where an import stands. Nothing is changed before somebody has seen what would change. */
export const importStates = [
  'receiving',
  'waiting',
  'checking',
  'checked',
  'applying',
  'applied',
  'failed',
  'interrupted',
] as const
export const ImportState = z.enum(importStates).meta({
  description:
    'receiving = its parts are on their way; waiting = it is taken up soon; checking = a dry run is made; checked = the report is there; applying = it is being done; applied = it is done; failed = the file cannot be used; interrupted = the work was ended from outside and can be asked for again',
})
export type ImportState = z.infer<typeof ImportState>

/** What is done at the moment. */
export const ImportPhase = z.enum(['unpacking', 'reading', 'rebuilding', 'finishing'])
export type ImportPhase = z.infer<typeof ImportPhase>

/** Kinds of records that a file can change. */
export const RecordKind = z.enum(['service', 'unit', 'supplement', 'responsibility', 'person', 'other'])
export type RecordKind = z.infer<typeof RecordKind>

const Counts = z.object({ created: Count, changed: Count, withdrawn: Count })

/** One record that would change, or has changed. */
export const ImportChange = z
  .object({
    kind: RecordKind,
    id: z.string(),
    name: z.string(),
    how: z.enum(['created', 'changed', 'withdrawn']),
  })
  .meta({ id: 'ImportChange' })
export type ImportChange = z.infer<typeof ImportChange>

/** What a file would do, or has done. */
export const ImportReport = z
  .object({
    read: Count.meta({ description: 'Records in the file' }),
    rejected: Count.meta({ description: 'Records that are left out' }),
    ...Counts.shape,
    unchanged: Count.meta({ description: 'Records that are here just so already' }),
    byKind: z.array(z.object({ kind: RecordKind, ...Counts.shape })),
    changes: z.array(ImportChange).meta({
      description: 'The first 200 of them; of people only until they were applied, as it names them',
    }),
    suspicions: z.array(z.enum(['many-withdrawn', 'many-rejected'])).meta({
      description: 'What looks like a damaged file, and must be accepted on purpose',
    }),
    notes: z.array(z.object({ what: z.string(), count: Count })),
  })
  .meta({ id: 'ImportReport' })
export type ImportReport = z.infer<typeof ImportReport>

/** Why a file as a whole cannot be used. */
export const importFailures = ['file-unreadable', 'other-area', 'not-foreseen'] as const
export const ImportFailure = z.enum(importFailures)
export type ImportFailure = z.infer<typeof ImportFailure>

/** A file of an authority, and what became of it. */
export const Import = z
  .object({
    id: z.string(),
    kind: ImportKind,
    complete: z.boolean().meta({ description: 'Whether what the file lacks is withdrawn' }),
    fileName: z.string(),
    parts: Count.meta({ description: 'Parts received' }),
    bytes: Count.meta({ description: 'Bytes received' }),
    state: ImportState,
    createdAt: z.string().meta({ description: 'RFC 3339 UTC' }),
    updatedAt: z.string().meta({ description: 'RFC 3339 UTC' }),
    keptUntil: z.string().meta({ description: 'RFC 3339 UTC: then file and report are deleted' }),
    report: ImportReport.nullable(),
    geodata: z
      .object({ options: GeoFileOptions, report: GeoReport.nullable() })
      .nullable()
      .meta({ description: 'Of a file of geodata alone, which has no other report' }),
    isStale: z.boolean().meta({
      description:
        'Whether data have changed since the report before, so that nothing was done and this is a new one',
    }),
    failure: z.object({ code: ImportFailure, detail: z.string() }).nullable(),
  })
  .meta({ id: 'Import' })
export type Import = z.infer<typeof Import>

/** What happens to an import at the moment, as server-sent events tell it. */
export const ImportProgress = z
  .object({
    state: ImportState,
    phase: ImportPhase.nullable(),
    read: Count.nullable().meta({ description: 'Records read so far; null where nobody knows' }),
  })
  .meta({ id: 'ImportProgress' })
export type ImportProgress = z.infer<typeof ImportProgress>

/** Why a record was left out. */
export const rejectionCodes = [
  'unreadable',
  'field-missing',
  'field-invalid',
  'duplicate',
  'taken',
  'not-yours',
  'reserved',
  'unit-unknown',
  'service-unknown',
  'empty',
] as const
export const RejectionCode = z.enum(rejectionCodes)
export type RejectionCode = z.infer<typeof RejectionCode>

/** A record that was left out, and why. */
export const RejectedRecord = z
  .object({
    line: Count.meta({ description: 'Line of the file, or position of the record in it, from 1' }),
    record: z.string().nullable().meta({ description: 'What a person recognises it by' }),
    field: z.string().nullable(),
    code: RejectionCode,
    reason: z.string().meta({ description: 'In German, for a person' }),
    detail: z.string().meta({ description: 'In English, for whoever made the file' }),
  })
  .meta({ id: 'RejectedRecord' })
export type RejectedRecord = z.infer<typeof RejectedRecord>

/** An import as somebody announces it, before its parts. */
export const NewImport = z
  .object({
    kind: ImportKind.meta({
      description:
        'A list of people takes the scope people:write as well; geodata take geodata:write instead of imports:write',
    }),
    fileName: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .regex(/^\P{Cc}*$/u, 'Control characters are not allowed'),
    complete: z
      .boolean()
      .default(false)
      .meta({ description: 'The file holds everything: what it lacks is withdrawn. XZuFi says so itself' }),
    geodata: GeoFileOptions.optional().meta({
      description: 'How a file of geodata is to be read, and for which collection of one’s own; needed there',
    }),
  })
  .refine(({ kind, geodata }) => (kind === 'geodata') === (geodata !== undefined), {
    path: ['geodata'],
    error: 'A file of geodata, and no other, says for which collection it is',
  })
  .meta({ id: 'NewImport' })
export type NewImport = z.infer<typeof NewImport>

/** A damaged-looking file is taken on purpose only. */
export const ImportOrder = z.object({ accept: z.boolean().default(false) }).meta({ id: 'ImportOrder' })

export const ImportPath = z.object({ id: z.string().regex(/^[\w-]{22}$/, 'An id of an import') })
export const ImportPartPath = ImportPath.extend({
  part: z.coerce.number().int().min(0).max(10_000).meta({ description: 'The next one, from 0' }),
})
export const ImportPageQuery = PageQuery
export const ImportPage = z
  .object({ items: z.array(Import), next: z.string().nullable(), total: Count })
  .meta({ id: 'ImportPage' })
export type ImportPage = z.infer<typeof ImportPage>
export const RejectedPage = z
  .object({ items: z.array(RejectedRecord), next: z.string().nullable(), total: Count })
  .meta({ id: 'RejectedPage' })
export type RejectedPage = z.infer<typeof RejectedPage>
