import type { Db, Trx } from '../database/database.ts'
import { asCarrier, type Carried, type Carrier, sameEverywhere, someOf } from '../import/index.ts'
import { carriedOf, CarriedService, recordOfCarried } from './carried-service.ts'
import { relinkServices } from './import-links.ts'
import { replaceServices } from './import-records.ts'
import type { StoredService } from './own-service.ts'
import { faultOf, rowsOf } from './service-rows.ts'

/** Descriptions that are shown, as they go from node to node. */
export const serviceCarrier: Carrier = asCarrier<CarriedService>({
  ...sameEverywhere,
  kind: 'service',
  schema: CarriedService,
  async *marks(db) {
    for (let last = ''; ;) {
      const rows = await marks(db).where('id', '>', last).orderBy('id').limit(5_000).execute()
      const end = rows.at(-1)
      if (!end) return
      yield rows
      last = end.id
    }
  },
  marksOf: (db, ids) => marks(db).where('id', 'in', ids).execute(),
  async read(db, ids) {
    const found = await storedServices(db, ids)
    return new Map(found.map((stored) => [stored.service.id, carriedOf(stored)]))
  },
  within: async (_, content, isWanted) => (isWanted(content.regionKey ?? null) ? content : 'outside'),
  clashes,
  async write(trx, records) {
    for (const some of someOf(records, 100)) await writeServices(trx, some)
  },
  async remove(trx, ids) {
    for (const some of someOf(ids)) {
      await trx.deleteFrom('service').where('id', 'in', some).execute()
      await relinkServices(trx, some)
    }
  },
})

const marks = (db: Db) =>
  db.selectFrom('service').select(['id', 'fingerprint', 'source_id as sourceId']).where('public', '=', 1)

async function storedServices(db: Db, ids: readonly string[]): Promise<readonly StoredService[]> {
  if (ids.length === 0) return []
  const services = await db
    .selectFrom('service')
    .selectAll()
    .where('id', 'in', ids)
    .where('public', '=', 1)
    .execute()
  const names = await db.selectFrom('service_name').selectAll().where('service_id', 'in', ids).execute()
  const texts = await db.selectFrom('service_text').selectAll().where('service_id', 'in', ids).execute()
  const parts = await db.selectFrom('service_part').selectAll().where('service_id', 'in', ids).execute()
  const keywords = await db
    .selectFrom('service_keyword')
    .selectAll()
    .where('service_id', 'in', ids)
    .where('local', '=', 0)
    .execute()
  const identifiers = await db
    .selectFrom('service_identifier')
    .selectAll()
    .where('service_id', 'in', ids)
    .execute()
  const situations = await db
    .selectFrom('service_life_situation')
    .selectAll()
    .where('service_id', 'in', ids)
    .execute()
  const of = grouped({ names, texts, parts, keywords, identifiers, lifeSituations: situations })
  return services.map((service) => ({ service, ...of(service.id) }))
}

type Lists = Omit<StoredService, 'service'>

function grouped(lists: Lists): (id: string) => Lists {
  const byService = Object.entries(lists).map(
    ([name, rows]) =>
      [name, Map.groupBy(rows as readonly { service_id: string }[], (row) => row.service_id)] as const,
  )
  return (id) =>
    Object.fromEntries(byService.map(([name, rows]) => [name, rows.get(id) ?? []])) as unknown as Lists
}

/** An identifier that another description has here, or a record that we could not keep. */
async function clashes(
  db: Db,
  records: readonly Carried<CarriedService>[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const { id, content } of records)
    if (faultOf(recordOfCarried(id, content)) !== undefined) found.set(id, 'invalid')
  for (const some of someOf(records)) {
    const holders = await db
      .selectFrom('service')
      .select(['id', 'scheme_agency_id', 'scheme_id', 'value'])
      .where(
        'value',
        'in',
        some.map(({ content }) => content.identifier.value),
      )
      .execute()
    const byName = new Map(
      holders.map((row) => [nameOf(row.scheme_agency_id, row.scheme_id, row.value), row.id]),
    )
    for (const { id, content } of some) {
      const { schemeAgencyId, schemeId, value } = content.identifier
      const name = nameOf(schemeAgencyId, schemeId, value)
      if ((byName.get(name) ?? id) !== id) found.set(id, 'taken')
      // Two of one page with one identifier: the first is it.
      byName.set(name, byName.get(name) ?? id)
    }
  }
  return found
}

const nameOf = (...parts: readonly string[]): string => parts.join('\n')

async function writeServices(trx: Trx, records: readonly Carried<CarriedService>[]): Promise<void> {
  await replaceServices(
    trx,
    records.map(({ id, sourceId, content }) => rowsOf(recordOfCarried(id, content), sourceId, '')),
  )
  // A description can go over to another source of its node, as when a town takes over what was imported.
  for (const [sourceId, some] of Map.groupBy(records, (record) => record.sourceId))
    await trx
      .updateTable('service')
      .set({ source_id: sourceId })
      .where(
        'id',
        'in',
        some.map(({ id }) => id),
      )
      .where('source_id', '!=', sourceId)
      .execute()
  await relinkServices(
    trx,
    records.map(({ id }) => id),
  )
}
