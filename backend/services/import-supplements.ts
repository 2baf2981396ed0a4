import { z } from 'zod'
import { Identifier, ModuleCode, RegionKey, type RejectionCode } from '@amtsweg/contract'
import { type ImportContext, type ImportProfile, jsonRecords, syncOwned } from '../import/index.ts'
import { ownSupplementId } from './own-supplements.ts'
import { htmlOf, richTextOf } from './rich-text.ts'
import { inventedSupplements } from './sources.ts'
import { type Replaced, whyReserved } from './typisierung.ts'

/** What one authority adds to one module of a service, or says in its place. */
const SupplementFile = z.object({
  id: Identifier,
  service: Identifier,
  regionKey: RegionKey,
  lang: z.string(),
  code: ModuleCode,
  mode: z.enum(['addition', 'replacement']).default('addition'),
  html: z.string().max(100_000),
  author: z.string().max(200).optional(),
  updatedAt: z.union([z.iso.date(), z.iso.datetime({ offset: true })]).optional(),
})
type SupplementFile = z.infer<typeof SupplementFile>

export const supplementsProfile: ImportProfile = {
  name: 'supplements',
  summary: 'Local supplements to service descriptions as JSON in the format of Amtsweg',
  touches: ['services'],
  source: inventedSupplements,
  run: async (file, context) => {
    const { tenant } = context
    // What editors write has ids of ours, made of what it is: the same supplement is the same record, typed or sent.
    const schema = tenant ? SupplementFile.extend({ id: Identifier.default('own') }) : SupplementFile
    const records = jsonRecords<SupplementFile>(file.json(), schema as z.ZodType<SupplementFile>, context)
    const judged = await judge(context)
    const rows = records.flatMap(({ line, value: sent }) => {
      const value = tenant ? { ...sent, id: ownSupplementId(sent) } : sent
      const row = toRow(value, context.source.id)
      const fault = row.html === '' ? empty : judged(value)
      if (fault) context.reject(line, fault.reason, `${value.service} ${value.code}`, { code: fault.code })
      return fault ? [] : [{ line, row }]
    })
    await syncOwned(context, 'service_supplement', rows)
  },
}

interface Judged {
  readonly reason: string
  readonly code: RejectionCode
}
const empty: Judged = { reason: 'The text is empty', code: 'empty' }

/** What speaks against a supplement. One to a text that has gone for now stays if it was taken before. */
async function judge({ trx, tenant }: ImportContext): Promise<(value: SupplementFile) => Judged | undefined> {
  const services = await trx.selectFrom('service').select(['id', 'typisierung', 'region_key']).execute()
  const taken = await trx.selectFrom('service_supplement').select('id').execute()
  const known = new Map<string, Replaced>(services.map((row) => [row.id, row]))
  const present = new Set(taken.map((row) => row.id))
  return ({ id, service, mode, regionKey }) => {
    if (tenant && !tenant.owns(regionKey))
      return { reason: `${regionKey} is the area of another authority`, code: 'not-yours' }
    const text = known.get(service)
    if (!text)
      return present.has(id)
        ? undefined
        : { reason: `There is no service ${service}`, code: 'service-unknown' }
    const reserved = mode === 'replacement' ? whyReserved(text, regionKey) : undefined
    return reserved === undefined ? undefined : { reason: reserved, code: 'reserved' }
  }
}

function toRow(value: SupplementFile, sourceId: string) {
  const content = richTextOf(value.html)
  return {
    id: value.id,
    service_id: value.service,
    region_key: value.regionKey,
    lang: value.lang,
    code: value.code,
    html: htmlOf(content),
    content: JSON.stringify(content),
    mode: value.mode,
    author: value.author?.trim() || null,
    updated_at: value.updatedAt ?? null,
    source_id: sourceId,
  }
}
