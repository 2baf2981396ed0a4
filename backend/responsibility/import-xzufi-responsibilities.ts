import type { Role } from '@amtsweg/contract'
import {
  codeNameOf,
  first,
  type ImportContext,
  insertAll,
  textOf,
  touchedHolders,
  valueOf,
  xzufiId,
  type XzufiIdentifier,
  xzufiMentions,
  xzufiRecords,
} from '../import/index.ts'
import {
  holderKind,
  ownResponsibilities,
  type RegionOf,
  serviceIdsOf,
  transferredResponsibility,
  type XzufiResponsibility,
} from '../services/index.ts'
import { leikaPrefix } from './resolve.ts'
import type { ResponsibilityRow } from './tables.ts'
import { basisStart } from './xzufi-export.ts'

const page = 200

/**
 * Makes what is recorded for units equal to the Zustaendigkeiten of XZuFi, in messages of their own or within their unit:
 * for each unit that an import touched.
 */
export async function projectResponsibilities(context: ImportContext, regionOf: RegionOf): Promise<void> {
  for await (const ids of touchedHolders(context.trx, context.now, page))
    await projectPage(context, ids, regionOf)
}

interface Stated extends XzufiResponsibility {
  readonly unitId: string
  readonly sourceId: string
}

async function projectPage(
  context: ImportContext,
  ids: readonly string[],
  regionOf: RegionOf,
): Promise<void> {
  const { trx } = context
  const units = await trx.selectFrom('unit').select('id').where('id', 'in', ids).execute()
  const known = new Set(units.map(({ id }) => id))
  const stated = (await statedFor(context, ids)).filter(({ unitId }) => known.has(unitId))
  const keys = await serviceKeys(context, stated)
  const rows = stated.flatMap((one) => rowsOf(one, keys, regionOf))
  await replaceRows(context, [...known], rows)
}

/** Everything that is stated of these holders; those that are no units are left to others. */
async function statedFor({ trx }: ImportContext, ids: readonly string[]): Promise<readonly Stated[]> {
  const transferred = (await xzufiMentions(trx, ['zustaendigkeit'], 'holder', ids))
    .map(({ element, targetId, sourceId }) => ({
      ...transferredResponsibility(element),
      unitId: targetId,
      sourceId,
    }))
    .filter((one) => (holderKind(one) ?? 'organisationseinheit') === 'organisationseinheit')
  const own = (await xzufiRecords(trx, 'organisationseinheit', ids)).flatMap(({ id, element, sourceId }) =>
    ownResponsibilities(element).map((one) => ({ ...one, unitId: id, sourceId })),
  )
  return [...own, ...transferred]
}

type ServiceKeys = ReadonlyMap<string, string>

/** The key of each service that is named: a description's, or that of a Leistungsschluessel. */
async function serviceKeys({ trx }: ImportContext, stated: readonly Stated[]): Promise<ServiceKeys> {
  const named = new Map(stated.flatMap(({ services }) => services).map((one) => [xzufiId(one), one]))
  const ids = await serviceIdsOf(trx, [...named.values()])
  return new Map([...named].map(([id, one]) => [id, ids.get(id) ?? keyOfCatalogue(one) ?? id]))
}

const keyOfCatalogue = ({ value }: XzufiIdentifier): string | undefined => {
  const key = /^(?:urn:de:fim:leika:leistung:)?(99\d{12})$/.exec(value)?.[1]
  return key && leikaPrefix + key
}

type Row = Omit<ResponsibilityRow, 'derived'>

/** A row for each service and area; without an area it holds wherever the service does. */
function rowsOf(
  { services, areas, element, unitId, sourceId }: Stated,
  keys: ServiceKeys,
  regionOf: RegionOf,
): Row[] {
  const regions = areas.length === 0 ? [''] : [...new Set(areas.flatMap((area) => regionOf(area) ?? []))]
  const role = roleOf(codeNameOf(first(element, 'rolle')))
  const remark = textOf(first(element, 'bemerkung'))?.trim() || null
  const basis = remark?.startsWith(basisStart) ? remark.slice(basisStart.length) : null
  const note = valueOf(element, 'kommentar') ?? (basis === null ? remark : null)
  return services.flatMap((service) =>
    regions.map((region) => ({
      service_key: keys.get(xzufiId(service)) ?? xzufiId(service),
      region_key: region,
      role,
      unit_id: unitId,
      note,
      basis,
      source_id: sourceId,
    })),
  )
}

const roles: readonly (readonly [RegExp, Role])[] = [
  [/ansprech|auskunft|beratung/i, 'contact'],
  [/annahme|entgegen|antragstelle|weiterleit/i, 'intake'],
  [/beteilig|mitwirk|anhör/i, 'involved'],
]

/** Names of roles differ between publishers; whoever acts and says nothing else is responsible. */
export const roleOf = (name: string | undefined): Role =>
  roles.find(([form]) => form.test(name ?? ''))?.[1] ?? 'responsible'

const keyOf = ({ service_key, region_key, role, unit_id }: Row) =>
  [service_key, region_key, role, unit_id].join('\n')

/** Equal rows stay; what another source has recorded stays its own; what was derived gives way. */
async function replaceRows(
  { trx, source }: ImportContext,
  unitIds: readonly string[],
  rows: readonly Row[],
): Promise<void> {
  if (unitIds.length === 0) return
  const present = await trx.selectFrom('responsibility').selectAll().where('unit_id', 'in', unitIds).execute()
  const sources = new Set([source.id, ...rows.map((row) => row.source_id)])
  const isOurs = (row: ResponsibilityRow) => row.derived === 1 || sources.has(row.source_id)
  const foreign = new Set(present.filter((row) => !isOurs(row)).map(keyOf))
  const wanted = new Map(rows.filter((row) => !foreign.has(keyOf(row))).map((row) => [keyOf(row), row]))
  const kept = new Set(
    present
      .filter((row) => {
        const same = wanted.get(keyOf(row))
        return row.derived === 0 && same?.note === row.note && same.basis === row.basis
      })
      .map(keyOf),
  )
  const gone = present.filter(
    (row) => isOurs(row) && !kept.has(keyOf(row)) && (row.derived === 0 || wanted.has(keyOf(row))),
  )
  for (const row of gone)
    await trx
      .deleteFrom('responsibility')
      .where('service_key', '=', row.service_key)
      .where('region_key', '=', row.region_key)
      .where('role', '=', row.role)
      .where('unit_id', '=', row.unit_id)
      .execute()
  const added = [...wanted.values()].filter((row) => !kept.has(keyOf(row)))
  await insertAll(
    trx,
    'responsibility',
    added.map((row) => ({ ...row, derived: 0 })),
  )
}
