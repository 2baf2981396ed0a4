import { z } from 'zod'
import { Identifier, ModuleCode, RegionKey, type RichText } from '@amtsweg/contract'
import { type ImportProfile, jsonRecords, syncOwned } from '../import/index.ts'
import { htmlOf, richTextOf } from './rich-text.ts'
import { inventedSupplements } from './sources.ts'

/** What one authority adds to one module of a service. */
const SupplementFile = z.object({
  id: Identifier,
  service: Identifier,
  regionKey: RegionKey,
  lang: z.string(),
  code: ModuleCode,
  html: z.string().max(100_000),
})

export const supplementsProfile: ImportProfile = {
  name: 'supplements',
  summary: 'Local supplements to service descriptions as JSON in the format of Amtsweg',
  touches: ['services'],
  source: inventedSupplements,
  run: async (file, context) => {
    const records = jsonRecords(file.json(), SupplementFile, context)
    const services = await context.trx.selectFrom('service').select('id').execute()
    const known = new Set(services.map((row) => row.id))
    const rows = records.flatMap(({ line, value }) => {
      const content = richTextOf(value.html)
      const fault = faultOf(value.service, known, content)
      if (fault) context.reject(line, fault, value.id)
      return fault ? [] : [{ line, row: toRow(value, content, context.source.id) }]
    })
    await syncOwned(context, 'service_supplement', rows)
  },
}

function faultOf(service: string, known: ReadonlySet<string>, content: RichText): string | undefined {
  if (!known.has(service)) return `There is no service ${service}`
  return content.length === 0 ? 'The text is empty' : undefined
}

const toRow = (value: z.infer<typeof SupplementFile>, content: RichText, sourceId: string) => ({
  id: value.id,
  service_id: value.service,
  region_key: value.regionKey,
  lang: value.lang,
  code: value.code,
  html: htmlOf(content),
  content: JSON.stringify(content),
  source_id: sourceId,
})
