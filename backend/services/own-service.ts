import { z } from 'zod'
import type { Fee, ProcessingTime, RequiredDocument, ServiceLink } from '@amtsweg/contract'
import type { StoredDeadline } from './deadline-run.ts'
import { ServiceFile, toRecord } from './service-file.ts'
import { faultOf, rowsOf, type ServiceRows } from './service-rows.ts'

/** A description as editors read and send it: all languages at once. Who wrote it and when is the server's to say. */
export const ServiceEdit = ServiceFile.omit({
  id: true,
  identifier: true,
  author: true,
  updatedAt: true,
})
  .extend({
    furtherKeys: z
      .array(z.string().regex(/^99\d{12}$/, 'A Leistungsschluessel has 14 digits'))
      .max(50)
      .default([]),
  })
  .meta({ id: 'ServiceEdit' })
export type ServiceEdit = z.infer<typeof ServiceEdit>

/** The same with its id; without anything else where there is none yet. */
export const ServiceEditState = ServiceEdit.partial()
  .extend({ id: z.string() })
  .meta({ id: 'ServiceEditState' })
export type ServiceEditState = z.infer<typeof ServiceEditState>

/** Who keeps a description, and since when it reads like this. */
interface Kept {
  readonly id: string
  readonly sourceId: string
  readonly at: string
}

/** A description as it is stored. */
export const ownServiceRows = (edit: ServiceEdit, { id, sourceId, at }: Kept): ServiceRows =>
  rowsOf(recordOf(edit, { id, sourceId, at }), sourceId, '')

/** Why a description cannot be kept; undefined when it can. */
export const ownServiceFault = (edit: ServiceEdit, kept: Kept): string | undefined =>
  faultOf(recordOf(edit, kept))

const recordOf = (edit: ServiceEdit, { id, sourceId, at }: Kept) =>
  toRecord(
    {
      ...edit,
      id,
      identifier: { schemeAgencyId: sourceId, schemeId: 'leistung', value: id },
      updatedAt: at,
    },
    1,
  )

/** What is read of a stored description; more columns do no harm. */
export type StoredService = {
  readonly [Part in keyof Omit<ServiceRows, 'service'>]: readonly Omit<ServiceRows[Part][number], 'letter'>[]
} & { readonly service: Omit<ServiceRows['service'], 'fingerprint'> }

/** A stored description as editors read it, in a fixed order. */
export function editStateOf(stored: StoredService): ServiceEditState {
  const { service, names } = stored
  const languages = names.toSorted(by('lang'))
  const keys = stored.identifiers.filter(({ scheme_id }) => scheme_id === 'leika').map(({ value }) => value)
  return {
    id: service.id,
    ...stated('leistungsschluessel', service.leistungsschluessel),
    furtherKeys: keys.filter((key) => key !== service.leistungsschluessel).sort(),
    ...stated('typisierung', service.typisierung),
    ...stated('regionKey', service.region_key),
    audience: [
      ...(service.citizen ? ['citizen' as const] : []),
      ...(service.business ? ['business' as const] : []),
    ],
    lifeSituations: stored.lifeSituations.map((row) => row.life_situation_id).sort(),
    keywords: keywordsOf(stored),
    titles: Object.fromEntries(languages.map(({ lang, title }) => [lang, title])),
    officialTitle: Object.fromEntries(
      languages.flatMap(({ lang, official_title }) => (official_title ? [[lang, official_title]] : [])),
    ),
    modules: stored.texts
      .toSorted((a, b) => a.position - b.position)
      .map(({ code, html, lang, ...row }) => ({ code, html, ...writtenOf(row), lang })),
    ...partsOf(stored),
    ...stated('validFrom', service.valid_from),
    ...stated('validTo', service.valid_to),
  }
}

function keywordsOf({ keywords }: StoredService): Record<string, string[]> {
  const byLang = Map.groupBy(keywords.toSorted(by('sort_key')), ({ lang }) => lang)
  return Object.fromEntries(
    [...byLang].sort().map(([lang, rows]) => [lang, rows.map(({ keyword }) => keyword)]),
  )
}

function partsOf({ parts }: StoredService) {
  const sorted = parts.toSorted((a, b) => a.position - b.position)
  const of = <Content extends object>(kind: (typeof parts)[number]['kind']) =>
    sorted
      .filter((part) => part.kind === kind)
      .map((part) => ({
        ...(JSON.parse(part.content) as Content),
        lang: part.lang,
        ...writtenOf(part),
        ...stated('regionKey', part.region_key),
      }))
  return {
    documents: of<RequiredDocument>('document'),
    fees: of<Fee>('fee'),
    deadlines: of<StoredDeadline>('deadline'),
    ...timeOf(of<ProcessingTime>('processing-time')),
    legalBasis: of<ServiceLink>('legal-basis'),
    forms: of<ServiceLink>('form'),
    onlineServices: of<ServiceLink>('online-service'),
  }
}

/** One duration with its words in every language. */
function timeOf(
  times: readonly (ProcessingTime & { readonly lang: string })[],
): Pick<ServiceEdit, 'processingTime'> {
  const [first] = times
  if (!first) return {}
  const text = Object.fromEntries(times.flatMap(({ lang, text }) => (text ? [[lang, text]] : [])))
  const { value, upper, unit } = first
  return {
    processingTime: {
      value,
      ...(upper === undefined ? {} : { upper }),
      unit,
      ...(Object.keys(text).length > 0 ? { text } : {}),
    },
  }
}

const writtenOf = (row: { readonly author: string | null; readonly updated_at: string | null }) => ({
  ...stated('author', row.author),
  ...stated('updatedAt', row.updated_at),
})

const stated = <Key extends string>(key: Key, value: string | null) =>
  (value ? { [key]: value } : {}) as { readonly [K in Key]?: string }

/** Told apart by code units, so that no engine's order of letters matters. */
const by =
  <Column extends string>(column: Column) =>
  (a: Readonly<Record<Column, string>>, b: Readonly<Record<Column, string>>): number =>
    a[column] < b[column] ? -1 : 1
