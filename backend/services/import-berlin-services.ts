import { z } from 'zod'
import {
  type ImportContext,
  type ImportFile,
  type ImportProfile,
  ndjsonRecords,
  safeAddress,
} from '../import/index.ts'
import { sortKeyOf } from './german-order.ts'
import { writeLifeSituations } from './import-life-situations.ts'
import type { ServiceOffice } from './import-munich-services.ts'
import { writeServices } from './import-records.ts'
import { withLostSpaces } from './lost-spaces.ts'
import type { PartRecord, ServiceRecord } from './service-record.ts'
import { berlinTexts } from './sources.ts'

const Entry = z.object({
  id: z.string().regex(/^\d{1,12}$/),
  name: z.string(),
  url: z.string().optional(),
  beschreibung: z.string().default(''),
  voraussetzungen: z.string().default(''),
  unterlagen: z.string().default(''),
  online: z.boolean().default(false),
  formulare: z.array(z.object({ name: z.string(), url: z.string() })).default([]),
  themen_2016: z.array(z.string()).default([]),
  standorte_2016_2018: z.array(z.string()).default([]),
})
type Entry = z.infer<typeof Entry>

const region = '11'
const themesId = 'berlin-themen'
const themeId = (name: string) => `berlin-thema-${sortKeyOf(name)}`

/** Our id of a service of Berlin's portal. */
const serviceId = (id: string): string => `berlin-${id}`

export const berlinServicesProfile: ImportProfile = {
  name: 'berlin-services',
  summary: 'Services of the Berlin service portal with their topics, NDJSON',
  touches: ['services'],
  source: berlinTexts,
  run: async (file, context) => {
    const entries = ndjsonRecords(file, Entry, context)
    const themes = new Map(
      entries.flatMap(({ line, value }) => value.themen_2016.map((name) => [name, line] as const)),
    )
    const names = [...themes.keys()].sort((a, b) => (sortKeyOf(a) < sortKeyOf(b) ? -1 : 1))
    await writeLifeSituations(context, [
      { line: 1, id: themesId, parentId: null, names: { de: 'Themen in Berlin' }, position: 2_000 },
      ...names.map((name, index) => ({
        line: themes.get(name) ?? 1,
        id: themeId(name),
        parentId: themesId,
        names: { de: name },
        position: index + 1,
      })),
    ])
    await writeServices(
      context,
      entries.map(({ line, value }) => toRecord(value, line)),
    )
  },
}

/** The offices that offered each service in 2016 to 2018, for responsibility. */
export const berlinServiceOffices = (file: ImportFile, context: ImportContext): readonly ServiceOffice[] =>
  ndjsonRecords(file, Entry, context).flatMap(({ line, value }) =>
    value.standorte_2016_2018.map((office) => ({ line, serviceId: serviceId(value.id), office })),
  )

function toRecord(entry: Entry, line: number): ServiceRecord {
  return {
    line,
    id: serviceId(entry.id),
    identifier: { schemeAgencyId: 'berlin', schemeId: 'dienstleistung', value: entry.id },
    regionKey: region,
    audience: ['citizen', 'business'],
    titles: { de: entry.name },
    modules: [
      { code: '06', lang: 'de', html: withLostSpaces(entry.beschreibung) },
      { code: '08', lang: 'de', html: withLostSpaces(entry.unterlagen) },
      { code: '09', lang: 'de', html: withLostSpaces(entry.voraussetzungen) },
    ],
    parts: partsOf(entry),
    keywords: {},
    lifeSituations: entry.themen_2016.map(themeId),
  }
}

function partsOf({ formulare, online, name, url }: Entry): PartRecord[] {
  const page = online ? safeAddress(url) : undefined
  return [
    ...formulare.flatMap((form): PartRecord[] => {
      const address = safeAddress(form.url)
      return address
        ? [{ kind: 'form', lang: 'de', content: { title: form.name.trim(), url: address, invented: false } }]
        : []
    }),
    ...(page
      ? [
          {
            kind: 'online-service' as const,
            lang: 'de',
            content: { title: name, url: page, invented: false },
          },
        ]
      : []),
  ]
}
