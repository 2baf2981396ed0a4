import { z } from 'zod'
import { RegionKey, Role } from '@amtsweg/contract'
import type { Db, Trx } from '../database/database.ts'
import { asCarrier, type Carried, type Carrier, insertAll, markOf, someOf } from '../import/index.ts'
import type { ResponsibilityRow } from './tables.ts'

const text = z.string().max(2_000).optional()
const CarriedResponsibilities = z.object({
  items: z
    .array(
      z.object({
        service: z.string().min(1).max(140).meta({ description: 'Id, or leika: and a Leistungsschluessel' }),
        regionKey: RegionKey.or(z.literal('')),
        role: Role,
        note: text,
        basis: text,
      }),
    )
    .min(1)
    .max(100_000),
})
type CarriedResponsibilities = z.infer<typeof CarriedResponsibilities>
type Item = CarriedResponsibilities['items'][number]

/** What one source says a unit answers for is one record; it is called after both. */
const idOf = (unit: string, sourceId: string): string => `${unit} ${sourceId}`
const unitIn = (id: string): string => id.split(' ')[0] ?? ''
const sourceIn = (id: string): string => id.slice(id.indexOf(' ') + 1)

const marksOfRows = (rows: readonly ResponsibilityRow[]) =>
  [...Map.groupBy(rows, ({ unit_id, source_id }) => idOf(unit_id, source_id))].map(([id, some]) =>
    markOf(id, sourceIn(id), some),
  )

/** Units of one question: each may answer for thousands of services. */
const unitsAtOnce = 200

/** Who answers for what, as somebody has recorded it; what follows from tiers follows at each node. */
export const responsibilityCarrier: Carrier = asCarrier<CarriedResponsibilities>({
  kind: 'responsibilities',
  schema: CarriedResponsibilities,
  localId: idOf,
  feedId: unitIn,
  async *marks(db) {
    for (let last = ''; ;) {
      const units = await db
        .selectFrom('responsibility')
        .select('unit_id')
        .distinct()
        .where('derived', '=', 0)
        .where('unit_id', '>', last)
        .orderBy('unit_id')
        .limit(unitsAtOnce)
        .execute()
      const end = units.at(-1)
      if (!end) return
      yield marksOfRows(
        await rowsOfUnits(
          db,
          units.map(({ unit_id }) => unit_id),
        ),
      )
      last = end.unit_id
    }
  },
  marksOf: async (db, ids) => marksOfRows(await rowsOf(db, ids)),
  async read(db, ids) {
    const rows = Map.groupBy(await rowsOf(db, ids), ({ unit_id, source_id }) => idOf(unit_id, source_id))
    return new Map([...rows].map(([id, some]) => [id, { items: some.map(itemOf) }]))
  },
  async within(_, { items }, isWanted) {
    const held = items.filter(({ regionKey }) => isWanted(regionKey || null))
    return held.length > 0 ? { items: held } : 'outside'
  },
  async clashes(db, records) {
    const units = records.map(({ id }) => unitIn(id))
    const known = new Set<string>()
    for (const some of someOf(units))
      for (const { id } of await db.selectFrom('unit').select('id').where('id', 'in', some).execute())
        known.add(id)
    return new Map(records.filter(({ id }) => !known.has(unitIn(id))).map(({ id }) => [id, 'incomplete']))
  },
  write,
  remove: removeRecords,
})

const itemOf = ({ service_key, region_key, role, note, basis }: ResponsibilityRow): Item => ({
  ...{ service: service_key, regionKey: region_key, role },
  ...(note ? { note } : {}),
  ...(basis ? { basis } : {}),
})

const rowsOfUnits = (db: Db, units: readonly string[]): Promise<ResponsibilityRow[]> =>
  db
    .selectFrom('responsibility')
    .selectAll()
    .where('unit_id', 'in', units)
    .where('derived', '=', 0)
    .orderBy('unit_id')
    .orderBy('service_key')
    .orderBy('region_key')
    .orderBy('role')
    .execute()

async function rowsOf(db: Db, ids: readonly string[]): Promise<readonly ResponsibilityRow[]> {
  const wanted = new Set(ids)
  const rows: ResponsibilityRow[] = []
  for (const some of someOf([...new Set(ids.map(unitIn))], unitsAtOnce))
    rows.push(...(await rowsOfUnits(db, some)))
  return rows.filter(({ unit_id, source_id }) => wanted.has(idOf(unit_id, source_id)))
}

async function removeRecords(trx: Trx, ids: readonly string[]): Promise<void> {
  for (const [sourceId, some] of Map.groupBy(ids, sourceIn))
    for (const part of someOf(some))
      await trx
        .deleteFrom('responsibility')
        .where('source_id', '=', sourceId)
        .where('derived', '=', 0)
        .where('unit_id', 'in', part.map(unitIn))
        .execute()
}

/** What somebody here has recorded for the same service, region, role and unit stays theirs. */
async function write(trx: Trx, records: readonly Carried<CarriedResponsibilities>[]): Promise<void> {
  await removeRecords(
    trx,
    records.map(({ id }) => id),
  )
  for (const { id, sourceId, content } of records) {
    const unit = unitIn(id)
    // What follows from tiers is worked out anew afterwards; until then it must not stand in the way.
    await trx.deleteFrom('responsibility').where('unit_id', '=', unit).where('derived', '=', 1).execute()
    const taken = new Set((await rowsOfUnits(trx, [unit])).map(keyOf))
    const rows = content.items.map(({ service, regionKey, role, note = null, basis = null }) => ({
      ...{ service_key: service, region_key: regionKey, role, unit_id: unit },
      ...{ note, basis, source_id: sourceId, derived: 0 },
    }))
    const free = new Map(rows.filter((row) => !taken.has(keyOf(row))).map((row) => [keyOf(row), row]))
    await insertAll(trx, 'responsibility', [...free.values()])
  }
}

const keyOf = ({
  service_key,
  region_key,
  role,
}: Pick<ResponsibilityRow, 'service_key' | 'region_key' | 'role'>) => `${service_key} ${region_key} ${role}`
