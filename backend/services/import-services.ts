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
import { type ImportProfile, jsonRecords, safeAddress } from '../import/index.ts'
import { writeServices } from './import-records.ts'
import type { PartRecord, ServiceRecord } from './service-record.ts'
import { ownTexts } from './sources.ts'

const Words = z.record(z.string(), z.string())
const spoken = { lang: z.string().default('de') }
const placed = { regionKey: RegionKey.optional() }
const Link = ServiceLink.extend({ ...spoken, invented: z.boolean().default(false) })

/** One record of our own JSON format. */
const ServiceFile = z.object({
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
  modules: z.array(z.object({ code: z.string(), lang: z.string(), html: z.string() })),
  documents: z.array(RequiredDocument.extend({ ...spoken, ...placed })).default([]),
  fees: z.array(Fee.extend({ ...spoken, ...placed })).default([]),
  deadlines: z.array(Deadline.extend({ ...spoken, ...placed })).default([]),
  processingTime: ProcessingTime.extend({ text: Words.optional() }).optional(),
  legalBasis: z.array(Link).default([]),
  forms: z.array(Link).default([]),
  onlineServices: z.array(Link).default([]),
  validFrom: z.iso.date().optional(),
  validTo: z.iso.date().optional(),
  updatedAt: z.string().optional(),
})
type ServiceFile = z.infer<typeof ServiceFile>

function toRecord(file: ServiceFile, line: number): ServiceRecord {
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
        ({ lang, regionKey, ...content }) => ({ kind: 'document', lang, regionKey, content }) as const,
      ),
      ...fees.map(
        ({ lang, ...content }) => ({ kind: 'fee', lang, regionKey: content.regionKey, content }) as const,
      ),
      ...deadlines.map(
        ({ lang, regionKey, ...content }) => ({ kind: 'deadline', lang, regionKey, content }) as const,
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
  { lang, url, ...link }: z.infer<typeof Link>,
): PartRecord {
  const address = safeAddress(url)
  return { kind, lang, regionKey: link.regionKey, content: { ...link, ...(address ? { url: address } : {}) } }
}

export const servicesProfile: ImportProfile = {
  name: 'services',
  summary: 'Service descriptions as JSON in the format of Amtsweg',
  touches: ['services'],
  source: ownTexts,
  run: async (file, context) => {
    const records = jsonRecords(file.json(), ServiceFile, context).map(({ line, value }) =>
      toRecord(value, line),
    )
    await writeServices(context, records, file.stem)
  },
}
