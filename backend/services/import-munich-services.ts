import { z } from 'zod'
import {
  type ImportContext,
  type ImportFile,
  type ImportProfile,
  jsonRecords,
  safeAddress,
} from '../import/index.ts'
import { writeServices } from './import-records.ts'
import { richTextOf, wordsOf } from './rich-text.ts'
import type { PartRecord, ServiceRecord } from './service-record.ts'
import { munichTexts } from './sources.ts'

const Link = z.object({ name: z.string(), link: z.string() })

const Entry = z.object({
  id: z.string().regex(/^\d{1,12}$/),
  name: z.string(),
  description: z.string().nullish(),
  fees: z.string().nullish(),
  leika: z.string().nullish(),
  forms: z.array(Link).default([]),
  requirements: z.array(z.object({ name: z.string(), description: z.string().optional() })).default([]),
  locations: z.array(z.object({ location: z.union([z.string(), z.number()]) })).default([]),
  meta: z.object({ keywords: z.string(), lastupdate: z.string() }).partial().default({}),
})
type Entry = z.infer<typeof Entry>

const region = '09162'

/** Our id of a service of Munich's directory. */
const serviceId = (id: string): string => `muenchen-${id}`

/**
 * The services of Munich. All are shown: `public` there only says what the appointment pages list, "Wohnsitz abmelden" is
 * none of it.
 */
export const munichServicesProfile: ImportProfile = {
  name: 'munich-services',
  summary: 'Services of the Munich service directory, JSON',
  touches: ['services'],
  source: munichTexts,
  run: async (file, context) => {
    const records = entriesOf(file, context).map(({ line, value }) => toRecord(value, line))
    await writeServices(context, records)
  },
}

/** Which service is offered at which location of the same directory. */
export interface ServiceOffice {
  readonly line: number
  readonly serviceId: string
  /** Id of the office in its own directory; the domain directory knows the unit. */
  readonly office: string
}

/** The locations of each service, for responsibility. */
export const munichServiceOffices = (file: ImportFile, context: ImportContext): readonly ServiceOffice[] =>
  entriesOf(file, context).flatMap(({ line, value }) =>
    value.locations.map(({ location }) => ({
      line,
      serviceId: serviceId(value.id),
      office: String(location),
    })),
  )

function entriesOf(file: ImportFile, context: ImportContext) {
  const { data } = (file.json() ?? {}) as { data?: unknown }
  return jsonRecords(data, Entry, context)
}

function toRecord(entry: Entry, line: number): ServiceRecord {
  const keys = (entry.leika ?? '').split(/[\s,;]+/).filter((key) => /^99\d{12}$/.test(key))
  const [leistungsschluessel, ...furtherKeys] = keys
  return {
    line,
    id: serviceId(entry.id),
    identifier: { schemeAgencyId: 'muenchen', schemeId: 'dienstleistung', value: entry.id },
    leistungsschluessel,
    furtherKeys,
    regionKey: region,
    audience: ['citizen', 'business'],
    titles: { de: entry.name },
    modules: entry.description ? [{ code: '06', lang: 'de', html: entry.description }] : [],
    parts: [
      ...entry.requirements.map(documentPart),
      ...feeParts(entry.fees ?? ''),
      ...entry.forms.flatMap(formPart),
    ],
    keywords: { de: (entry.meta.keywords ?? '').split(',') },
    lifeSituations: [],
    updatedAt: entry.meta.lastupdate,
  }
}

const documentPart = ({ name, description }: Entry['requirements'][number]): PartRecord => {
  const hint = description && wordsOf(richTextOf(description))
  return { kind: 'document', lang: 'de', content: { name, ...(hint ? { hint } : {}), required: true } }
}

/** Each paragraph or item of the text on fees is a fee in words. */
const feeParts = (html: string): PartRecord[] =>
  wordsOf(richTextOf(html))
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((text) => ({
      kind: 'fee',
      lang: 'de',
      content: { kind: 'text', currency: 'EUR', text: text.trim(), advancePayment: false },
    }))

const formPart = ({ name, link }: z.infer<typeof Link>): PartRecord[] => {
  const url = safeAddress(link)
  return url ? [{ kind: 'form', lang: 'de', content: { title: name, url, invented: false } }] : []
}
