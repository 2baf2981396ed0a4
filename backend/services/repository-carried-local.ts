import { z } from 'zod'
import { Identifier, ModuleCode, RegionKey } from '@amtsweg/contract'
import type { Db, Trx } from '../database/database.ts'
import {
  asCarrier,
  type Carried,
  type Carrier,
  insertAll,
  markOf,
  safeAddress,
  sameEverywhere,
  someOf,
} from '../import/index.ts'
import { relinkServices } from './import-links.ts'
import { htmlOf, richTextOf } from './rich-text.ts'
import type { LocalPartTable, ServiceSupplementTable, ServiceWithdrawalTable } from './tables.ts'
import { type Replaced, whyReserved } from './typisierung.ts'

const Lang = z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/)
const Time = z.string().max(40)

const CarriedSupplement = z.object({
  service: Identifier,
  regionKey: RegionKey,
  lang: Lang,
  code: ModuleCode,
  mode: z.enum(['addition', 'replacement']),
  html: z.string().min(1).max(100_000),
  author: z.string().max(200).optional(),
  updatedAt: Time.optional(),
})
type CarriedSupplement = z.infer<typeof CarriedSupplement>

const markOfSupplement = (row: ServiceSupplementTable) => markOf(row.id, row.source_id, row)

/** What towns add to descriptions. */
export const supplementCarrier: Carrier = asCarrier<CarriedSupplement>({
  ...sameEverywhere,
  kind: 'supplement',
  schema: CarriedSupplement,
  async *marks(db) {
    yield (await db.selectFrom('service_supplement').selectAll().execute()).map(markOfSupplement)
  },
  marksOf: async (db, ids) => (await supplements(db, ids)).map(markOfSupplement),
  async read(db, ids) {
    const rows = await supplements(db, ids)
    return new Map(
      rows.map(({ id, service_id, region_key, lang, code, mode, html, author, updated_at }) => [
        id,
        {
          ...{ service: service_id, regionKey: region_key, lang, code, mode, html },
          ...(author ? { author } : {}),
          ...(updated_at ? { updatedAt: updated_at } : {}),
        },
      ]),
    )
  },
  within: async (_, content, isWanted) => (isWanted(content.regionKey) ? content : 'outside'),
  async clashes(db, records) {
    const replacing = records.filter(({ content }) => content.mode === 'replacement')
    const texts = await described(
      db,
      replacing.map(({ content }) => content.service),
    )
    return new Map(
      replacing.flatMap(({ id, content }): [string, string][] => {
        const text = texts.get(content.service)
        // Whether a text may be replaced is told by the text.
        if (!text) return [[id, 'incomplete']]
        return whyReserved(text, content.regionKey) ? [[id, 'reserved']] : []
      }),
    )
  },
  async write(trx, records) {
    const rows = records.map(({ id, sourceId, content }) => {
      const text = richTextOf(content.html)
      return {
        ...{ id, service_id: content.service, region_key: content.regionKey, lang: content.lang },
        ...{ code: content.code, mode: content.mode, html: htmlOf(text), content: JSON.stringify(text) },
        ...{ author: content.author ?? null, updated_at: content.updatedAt ?? null, source_id: sourceId },
      }
    })
    await insertAll(trx, 'service_supplement', rows, { conflict: { on: 'id', update: supplementColumns } })
    await relinkServices(trx, servicesIn(records))
  },
  async remove(trx, ids) {
    const rows = await supplements(trx, ids)
    for (const some of someOf(ids))
      await trx.deleteFrom('service_supplement').where('id', 'in', some).execute()
    await relinkServices(trx, [...new Set(rows.map(({ service_id }) => service_id))])
  },
})

const supplementColumns = [
  'service_id',
  'region_key',
  'lang',
  'code',
  'mode',
  'html',
  'content',
  'author',
  'updated_at',
  'source_id',
]

const supplements = (db: Db, ids: readonly string[]): Promise<ServiceSupplementTable[]> =>
  db.selectFrom('service_supplement').selectAll().where('id', 'in', ids).execute()

async function described(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Replaced>> {
  const rows = await db
    .selectFrom('service')
    .select(['id', 'typisierung', 'region_key'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

const servicesIn = (records: readonly Carried<{ readonly service: string }>[]): readonly string[] => [
  ...new Set(records.map(({ content }) => content.service)),
]

/** What is said of a service in a region is one record. */
const placeId = ({ service_id, region_key }: { service_id: string; region_key: string }): string =>
  `${service_id} ${region_key}`
const placeOf = (id: string) => {
  const [service = '', region = ''] = id.split(' ')
  return { service, region }
}

const words = z.string().max(2_000).optional()
const cents = z.number().int().min(0).max(100_000_000).optional()
const LocalFee = z.object({
  kind: z.enum(['fixed', 'variable', 'text']),
  amountCents: cents,
  lowerCents: cents,
  upperCents: cents,
  currency: z.string().regex(/^[A-Z]{3}$/),
  text: words,
  legalBasis: words,
  advancePayment: z.boolean(),
})
const LocalLink = z.object({
  title: z.string().min(1).max(300),
  url: z.string().refine((url) => safeAddress(url) !== undefined),
  invented: z.boolean().default(false),
})
const common = { position: z.number().int().min(0).max(10_000), lang: Lang, updatedAt: Time }
const CarriedParts = z.object({
  service: Identifier,
  regionKey: RegionKey,
  parts: z
    .array(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('fee'), ...common, content: LocalFee }),
        z.object({ kind: z.enum(['form', 'online-service']), ...common, content: LocalLink }),
      ]),
    )
    .min(1)
    .max(500),
})
type CarriedParts = z.infer<typeof CarriedParts>

function marksOfParts(rows: readonly LocalPartTable[]) {
  return [...Map.groupBy(rows, placeId)].map(([id, some]) => markOf(id, some[0]?.source_id ?? '', some))
}

/** Fees, forms and online services that towns have for what others describe. */
export const localPartCarrier: Carrier = asCarrier<CarriedParts>({
  ...sameEverywhere,
  kind: 'local-parts',
  schema: CarriedParts,
  async *marks(db) {
    yield marksOfParts(await inPlaceOrder(db.selectFrom('local_part').selectAll()).execute())
  },
  marksOf: async (db, ids) => marksOfParts(await localPartsAt(db, ids)),
  async read(db, ids) {
    const rows = Map.groupBy(await localPartsAt(db, ids), placeId)
    return new Map(
      [...rows].map(([id, some]) => [
        id,
        {
          service: placeOf(id).service,
          regionKey: placeOf(id).region,
          parts: some.map(({ kind, position, lang, content, updated_at }) => ({
            ...{ kind, position, lang, updatedAt: updated_at },
            content: JSON.parse(content) as object,
          })),
        },
      ]),
    )
  },
  within: async (_, content, isWanted) => (isWanted(content.regionKey) ? content : 'outside'),
  clashes: misnamed,
  async write(trx, records) {
    await removeAt(
      trx,
      'local_part',
      records.map(({ id }) => id),
    )
    const rows = records.flatMap(({ sourceId, content: { service, regionKey, parts } }) =>
      parts.map(({ kind, position, lang, updatedAt, content }) => ({
        ...{ service_id: service, region_key: regionKey, kind, position, lang },
        ...{ content: JSON.stringify(content), updated_at: updatedAt, source_id: sourceId },
      })),
    )
    // Two of one kind at one position: the last counts.
    const unique = new Map(
      rows.map((row) => [`${row.service_id} ${row.region_key} ${row.kind} ${row.position}`, row]),
    )
    await insertAll(trx, 'local_part', [...unique.values()])
    await relinkServices(trx, servicesIn(records))
  },
  async remove(trx, ids) {
    await removeAt(trx, 'local_part', ids)
    await relinkServices(trx, [...new Set(ids.map((id) => placeOf(id).service))])
  },
})

const inPlaceOrder = <Query extends { orderBy: (column: never) => Query }>(query: Query): Query =>
  ['service_id', 'region_key', 'kind', 'position'].reduce(
    (ordered, column) => ordered.orderBy(column as never),
    query,
  )

async function localPartsAt(db: Db, ids: readonly string[]): Promise<readonly LocalPartTable[]> {
  const wanted = new Set(ids)
  const services = [...new Set(ids.map((id) => placeOf(id).service))]
  const rows = await inPlaceOrder(
    db.selectFrom('local_part').selectAll().where('service_id', 'in', services),
  ).execute()
  return rows.filter((row) => wanted.has(placeId(row)))
}

async function removeAt(
  trx: Trx,
  table: 'local_part' | 'service_withdrawal',
  ids: readonly string[],
): Promise<void> {
  for (const id of ids) {
    const { service, region } = placeOf(id)
    await trx.deleteFrom(table).where('service_id', '=', service).where('region_key', '=', region).execute()
  }
}

/** An id says what it is about; one that says something else would stand in another's place. */
async function misnamed(
  _: Db,
  records: readonly Carried<{ readonly service: string; readonly regionKey: string }>[],
): Promise<ReadonlyMap<string, string>> {
  return new Map(
    records
      .filter(({ id, content }) => id !== `${content.service} ${content.regionKey}`)
      .map(({ id }) => [id, 'invalid']),
  )
}

const CarriedWithdrawal = z.object({
  service: Identifier,
  regionKey: RegionKey,
  reasons: z.record(Lang, z.string().min(1).max(2_000)).refine((reasons) => 'de' in reasons),
  updatedAt: Time.optional(),
})
type CarriedWithdrawal = z.infer<typeof CarriedWithdrawal>

const markOfWithdrawal = (row: ServiceWithdrawalTable) => markOf(placeId(row), row.source_id, row)

/** Where services are switched off. */
export const withdrawalCarrier: Carrier = asCarrier<CarriedWithdrawal>({
  ...sameEverywhere,
  kind: 'withdrawal',
  schema: CarriedWithdrawal,
  async *marks(db) {
    yield (await db.selectFrom('service_withdrawal').selectAll().execute()).map(markOfWithdrawal)
  },
  marksOf: async (db, ids) => (await withdrawalsAt(db, ids)).map(markOfWithdrawal),
  async read(db, ids) {
    const rows = await withdrawalsAt(db, ids)
    return new Map(
      rows.map((row) => [
        placeId(row),
        {
          service: row.service_id,
          regionKey: row.region_key,
          reasons: JSON.parse(row.reasons) as object,
          ...(row.updated_at ? { updatedAt: row.updated_at } : {}),
        },
      ]),
    )
  },
  within: async (_, content, isWanted) => (isWanted(content.regionKey) ? content : 'outside'),
  clashes: misnamed,
  async write(trx, records) {
    await removeAt(
      trx,
      'service_withdrawal',
      records.map(({ id }) => id),
    )
    await insertAll(
      trx,
      'service_withdrawal',
      records.map(({ sourceId, content }) => ({
        ...{ service_id: content.service, region_key: content.regionKey, source_id: sourceId },
        ...{ reasons: JSON.stringify(content.reasons), updated_at: content.updatedAt ?? null },
      })),
    )
  },
  remove: (trx, ids) => removeAt(trx, 'service_withdrawal', ids),
})

async function withdrawalsAt(db: Db, ids: readonly string[]): Promise<readonly ServiceWithdrawalTable[]> {
  const wanted = new Set(ids)
  const rows = await db
    .selectFrom('service_withdrawal')
    .selectAll()
    .where('service_id', 'in', [...new Set(ids.map((id) => placeOf(id).service))])
    .execute()
  return rows.filter((row) => wanted.has(placeId(row)))
}
