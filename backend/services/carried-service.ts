import { z } from 'zod'
import {
  Audience,
  Deadline,
  Fee,
  ProcessingTime,
  RegionKey,
  RequiredDocument,
  ServiceIdentifier,
  ServiceLink,
} from '@amtsweg/contract'
import { safeAddress } from '../import/index.ts'
import type { StoredService } from './own-service.ts'
import type { PartRecord, ServiceRecord } from './service-record.ts'

const Words = z.record(z.string(), z.string())
const written = { author: z.string().max(200).optional(), updatedAt: z.string().max(40).optional() }
const part = { lang: z.string().max(40), regionKey: RegionKey.optional(), ...written }
const computed = { provenance: true } as const
const computedOfCited = { provenance: true, legalUrl: true } as const

const Link = ServiceLink.omit({ ...computed, unreachableOn: true }).transform(({ url, ...link }) => {
  const address = safeAddress(url)
  return { ...link, ...(address ? { url: address } : {}) }
})

const Part = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('document'), ...part, content: RequiredDocument.omit(computed) }),
  z.object({ kind: z.literal('fee'), ...part, content: Fee.omit(computedOfCited) }),
  z.object({
    kind: z.literal('deadline'),
    ...part,
    content: Deadline.omit(computedOfCited).extend({ runs: z.enum(['after', 'before', 'none']).optional() }),
  }),
  z.object({ kind: z.literal('processing-time'), ...part, content: ProcessingTime }),
  z.object({ kind: z.enum(['legal-basis', 'form', 'online-service']), ...part, content: Link }),
])

/** A description on its way to another node: all that is kept of it, in the order of the page. */
export const CarriedService = z.object({
  identifier: ServiceIdentifier,
  identifiers: z.array(ServiceIdentifier).max(500).default([]),
  leistungsschluessel: z.string().optional(),
  furtherKeys: z.array(z.string()).max(200).default([]),
  typisierung: z.string().max(40).optional(),
  regionKey: RegionKey.optional(),
  audience: z.array(Audience).max(2),
  titles: Words,
  officialTitles: Words.default({}),
  modules: z.array(z.object({ code: z.string(), lang: z.string(), html: z.string(), ...written })).max(1_000),
  parts: z.array(Part).max(5_000),
  keywords: z.record(z.string(), z.array(z.string().max(500)).max(5_000)).default({}),
  lifeSituations: z.array(z.string().max(120)).max(500).default([]),
  validFrom: z.iso.date().optional(),
  validTo: z.iso.date().optional(),
  updatedAt: z.string().max(40).optional(),
  author: z.string().max(200).optional(),
})
export type CarriedService = z.infer<typeof CarriedService>

/** The record of a description that has come, before anything in it is trusted. */
export const recordOfCarried = (id: string, content: CarriedService): ServiceRecord => ({
  ...content,
  parts: content.parts as readonly PartRecord[],
  id,
  line: 1,
})

/** A stored description as it goes out. */
export function carriedOf({ service, ...stored }: StoredService): z.input<typeof CarriedService> {
  const keys = stored.identifiers.filter(isKey).map(({ value }) => value)
  const names = stored.names.toSorted((a, b) => (a.lang < b.lang ? -1 : 1))
  return {
    identifier: identifierOf(service),
    identifiers: inOrder(stored.identifiers.filter((row) => !isKey(row)).map(identifierOf)),
    ...said('leistungsschluessel', service.leistungsschluessel),
    furtherKeys: keys.filter((key) => key !== service.leistungsschluessel).sort(),
    ...said('typisierung', service.typisierung),
    ...said('regionKey', service.region_key),
    audience: [
      ...(service.citizen ? ['citizen' as const] : []),
      ...(service.business ? ['business' as const] : []),
    ],
    titles: Object.fromEntries(names.map(({ lang, title }) => [lang, title])),
    officialTitles: Object.fromEntries(
      names.flatMap(({ lang, official_title }) => (official_title ? [[lang, official_title]] : [])),
    ),
    modules: byPosition(stored.texts).map(({ code, lang, html, author, updated_at }) => ({
      ...{ code, lang, html },
      ...said('author', author),
      ...said('updatedAt', updated_at),
    })),
    parts: byPosition(stored.parts).map(({ kind, lang, region_key, author, updated_at, content }) => ({
      ...{ kind, lang },
      ...said('regionKey', region_key),
      ...said('author', author),
      ...said('updatedAt', updated_at),
      content: JSON.parse(content) as never,
    })),
    keywords: Object.fromEntries(
      [...Map.groupBy(inOrder(stored.keywords), ({ lang }) => lang)].map(([lang, rows]) => [
        lang,
        rows.map(({ keyword }) => keyword),
      ]),
    ),
    lifeSituations: stored.lifeSituations.map((row) => row.life_situation_id).sort(),
    ...said('validFrom', service.valid_from),
    ...said('validTo', service.valid_to),
    ...said('updatedAt', service.updated_at),
    ...said('author', service.author),
  }
}

/** Leistungsschluessel are told as such. */
const isKey = ({ scheme_agency_id, scheme_id }: { scheme_agency_id: string; scheme_id: string }) =>
  scheme_agency_id === 'fim' && scheme_id === 'leika'

const identifierOf = (row: { scheme_agency_id: string; scheme_id: string; value: string }) => ({
  schemeAgencyId: row.scheme_agency_id,
  schemeId: row.scheme_id,
  value: row.value,
})

const byPosition = <Row extends { readonly position: number }>(rows: readonly Row[]): readonly Row[] =>
  rows.toSorted((a, b) => a.position - b.position)

/** Whatever the order of an engine: the same is always said the same way. */
const inOrder = <Row>(rows: readonly Row[]): Row[] =>
  rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

const said = <Key extends string>(key: Key, value: string | null) =>
  (value ? { [key]: value } : {}) as { readonly [K in Key]?: string }
