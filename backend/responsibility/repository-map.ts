import type { Db } from '../database/database.ts'
import type { Offer } from './answers-by-area.ts'
import { regionsAbove, type ResponsibilityRecord } from './resolve.ts'

/** A record with what a page says of it. */
export interface HeldRecord extends ResponsibilityRecord {
  readonly name: string
  /** 1 when it follows from the tiers. */
  readonly derived: number
  readonly source_id: string
}

/** Who is responsible by any of these keys, in an area or around it. */
export async function responsibleIn(
  db: Db,
  serviceKeys: readonly string[],
  area: string,
): Promise<readonly HeldRecord[]> {
  const records = db
    .selectFrom('responsibility as r')
    .innerJoin('unit', 'unit.id', 'r.unit_id')
    .select([
      'service_key as serviceKey',
      'r.region_key as regionKey',
      'role',
      'unit_id as unitId',
      'note',
      'basis',
      'derived',
      'r.source_id',
      'name',
    ])
    .where('service_key', 'in', serviceKeys)
    .where('role', '=', 'responsible')
  return records
    .where('r.region_key', 'in', regionsAbove(area))
    .unionAll(records.where('r.region_key', '>', area).where('r.region_key', '<', `${area}\uffff`))
    .execute()
}

/** Where a service is described on a day, by all descriptions of its Leistungsschluessel, and where it is not offered. */
export async function offerOf(db: Db, id: string, day: string): Promise<Offer> {
  const descriptions = await db
    .selectFrom('service as s')
    .innerJoin('service as asked', (join) =>
      join.on((eb) =>
        eb.or([
          eb('s.id', '=', eb.ref('asked.id')),
          eb('s.leistungsschluessel', '=', eb.ref('asked.leistungsschluessel')),
        ]),
      ),
    )
    .select(['s.id', 's.region_key as regionKey'])
    .where('asked.id', '=', id)
    .where('s.public', '=', 1)
    .where(({ eb, fn, val }) => eb(fn.coalesce('s.valid_from', val(day)), '<=', day))
    .where(({ eb, fn, val }) => eb(fn.coalesce('s.valid_to', val(day)), '>=', day))
    .execute()
  const withdrawn = await db
    .selectFrom('service_withdrawal')
    .select('region_key as regionKey')
    .where('service_id', '=', id)
    .execute()
  return {
    described: descriptions.map(({ regionKey }) => regionKey ?? ''),
    withdrawn: withdrawn.map(({ regionKey }) => regionKey),
  }
}
