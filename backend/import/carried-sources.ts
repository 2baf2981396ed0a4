import { z } from 'zod'
import type { Db } from '../database/database.ts'
import { markOf } from './carried-mark.ts'
import { asCarrier, type Carrier, nothingClashes, sameEverywhere } from './carrier.ts'
import { safeAddress } from './safe-address.ts'
import { forgetUnusedSources } from './source.ts'
import type { SourceRow } from './tables.ts'

const text = z.string().max(2_000).optional()
const CarriedSource = z.object({
  name: z.string().min(1).max(500),
  publisher: text,
  licence: text,
  licenceUrl: text,
  url: text,
  attribution: text,
  asOf: z.string().max(40).optional(),
  invented: z.boolean().default(false),
})
type CarriedSource = z.infer<typeof CarriedSource>

/** What readers are told; not when and from which file it was imported here. */
const facts = ({ checksum: _, imported_at: _at, ...row }: SourceRow) => row

const markOfSource = (row: SourceRow) => markOf(row.id, row.id, facts(row))

/** Where records come from: names and licences go with them. A source without records of its own harms nobody. */
export const sourceCarrier: Carrier = asCarrier<CarriedSource>({
  ...sameEverywhere,
  kind: 'source',
  schema: CarriedSource,
  // Its id is the name of the source itself, which is another at each node.
  localId: (_, sourceId) => sourceId,
  async *marks(db) {
    yield (await db.selectFrom('source').selectAll().execute()).map(markOfSource)
  },
  marksOf: async (db, ids) => (await rowsOf(db, ids)).map(markOfSource),
  async read(db, ids) {
    const rows = await rowsOf(db, ids)
    return new Map(
      rows.map((row) => [
        row.id,
        {
          name: row.name,
          ...given('publisher', row.publisher),
          ...given('licence', row.licence),
          ...given('licenceUrl', row.licence_url),
          ...given('url', row.url),
          ...given('attribution', row.attribution),
          ...given('asOf', row.as_of),
          invented: row.invented === 1,
        },
      ]),
    )
  },
  within: async (_, content) => content,
  clashes: nothingClashes,
  async write(trx, records, at) {
    for (const { id, content } of records) {
      const row = {
        name: content.name,
        publisher: content.publisher ?? null,
        licence: content.licence ?? null,
        licence_url: safeAddress(content.licenceUrl) ?? null,
        url: safeAddress(content.url) ?? null,
        attribution: content.attribution ?? null,
        as_of: content.asOf ?? null,
        invented: content.invented ? 1 : 0,
        imported_at: at,
      }
      await trx
        .insertInto('source')
        .values({ id, checksum: null, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute()
    }
  },
  remove: forgetUnusedSources,
})

const rowsOf = (db: Db, ids: readonly string[]): Promise<SourceRow[]> =>
  db.selectFrom('source').selectAll().where('id', 'in', ids).execute()

const given = (name: string, value: string | null) => (value ? { [name]: value } : {})
