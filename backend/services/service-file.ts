import { z } from 'zod'
import {
  Audience,
  Deadline,
  Fee,
  Identifier,
  ProcessingTime,
  RegionKey,
  RequiredDocument,
  ServiceIdentifier,
  ServiceLink,
} from '@amtsweg/contract'
import { safeAddress } from '../import/index.ts'
import type { PartRecord, ServiceRecord } from './service-record.ts'

const Words = z.record(z.string(), z.string())
/** What is common to all parts: language and, where it is not that of the whole, author and date. */
const spoken = {
  lang: z.string().default('de'),
  author: z.string().max(200).optional(),
  updatedAt: z.string().optional(),
}
const placed = { regionKey: RegionKey.optional() }
const computed = { provenance: true } as const
const computedOfCited = { provenance: true, legalUrl: true } as const
const Link = ServiceLink.omit({ ...computed, unreachableOn: true }).extend({
  ...spoken,
  invented: z.boolean().default(false),
})

const DeadlineFile = Deadline.omit(computedOfCited).extend({
  runs: z.enum(['after', 'before', 'none']).optional(),
  ...spoken,
  ...placed,
})

/** One record of our own JSON format. */
export const ServiceFile = z.object({
  id: Identifier,
  identifier: ServiceIdentifier,
  leistungsschluessel: z.string().optional(),
  furtherKeys: z.array(z.string()).default([]),
  typisierung: z.string().optional(),
  regionKey: RegionKey.optional(),
  audience: z.array(Audience),
  lifeSituations: z.array(z.string()).default([]),
  keywords: z.record(z.string(), z.array(z.string())).default({}),
  titles: Words,
  officialTitle: Words.default({}),
  modules: z.array(z.object({ code: z.string(), html: z.string(), ...spoken, lang: z.string() })),
  documents: z.array(RequiredDocument.omit(computed).extend({ ...spoken, ...placed })).default([]),
  fees: z.array(Fee.omit(computedOfCited).extend({ ...spoken, ...placed })).default([]),
  deadlines: z.array(DeadlineFile).default([]),
  processingTime: ProcessingTime.extend({ text: Words.optional() }).optional(),
  legalBasis: z.array(Link).default([]),
  forms: z.array(Link).default([]),
  onlineServices: z.array(Link).default([]),
  validFrom: z.iso.date().optional(),
  validTo: z.iso.date().optional(),
  updatedAt: z.string().optional(),
  author: z.string().max(200).optional(),
})
export type ServiceFile = z.infer<typeof ServiceFile>

/** A record of the format as an import understood it. */
export function toRecord(file: ServiceFile, line: number): ServiceRecord {
  const {
    officialTitle,
    documents,
    fees,
    deadlines,
    processingTime,
    legalBasis,
    forms,
    onlineServices,
    ...rest
  } = file
  return {
    ...rest,
    line,
    officialTitles: officialTitle,
    parts: [
      ...documents.map(
        ({ lang, regionKey, author, updatedAt, ...content }) =>
          ({ kind: 'document', lang, regionKey, author, updatedAt, content }) as const,
      ),
      ...fees.map(
        ({ lang, author, updatedAt, ...content }) =>
          ({ kind: 'fee', lang, regionKey: content.regionKey, author, updatedAt, content }) as const,
      ),
      ...deadlines.map(
        ({ lang, regionKey, author, updatedAt, ...content }) =>
          ({ kind: 'deadline', lang, regionKey, author, updatedAt, content }) as const,
      ),
      ...timeParts(processingTime),
      ...legalBasis.map((link) => linkPart('legal-basis', link)),
      ...forms.map((link) => linkPart('form', link)),
      ...onlineServices.map((link) => linkPart('online-service', link)),
    ],
  }
}

function timeParts(time: ServiceFile['processingTime']): PartRecord[] {
  if (!time) return []
  const { text = {}, ...duration } = time
  const languages = Object.keys(text).length > 0 ? Object.keys(text) : ['de']
  return languages.map((lang) => ({
    kind: 'processing-time',
    lang,
    content: { ...duration, ...(text[lang] ? { text: text[lang] } : {}) },
  }))
}

function linkPart(
  kind: 'legal-basis' | 'form' | 'online-service',
  { lang, url, author, updatedAt, ...link }: z.infer<typeof Link>,
): PartRecord {
  const address = safeAddress(url)
  const content = { ...link, ...(address ? { url: address } : {}) }
  return { kind, lang, regionKey: link.regionKey, author, updatedAt, content }
}
