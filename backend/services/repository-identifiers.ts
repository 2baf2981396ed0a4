import type { Db } from '../database/database.ts'
import { xzufiId, type XzufiIdentifier } from '../import/index.ts'

/** Our ids of services by the id that XZuFi would give them: descriptions of other formats have ids of their own. */
export async function serviceIdsOf(
  db: Db,
  identifiers: readonly XzufiIdentifier[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  const schemes = Map.groupBy(identifiers, ({ schemeAgencyId, schemeId }) => `${schemeAgencyId}\n${schemeId}`)
  for (const some of schemes.values()) {
    const { schemeAgencyId = '', schemeId = '' } = some[0] ?? {}
    for (let from = 0; from < some.length; from += stretch) {
      const rows = await db
        .selectFrom('service')
        .select(['id', 'value'])
        .where('scheme_agency_id', '=', schemeAgencyId)
        .where('scheme_id', '=', schemeId)
        .where(
          'value',
          'in',
          some.slice(from, from + stretch).map(({ value }) => value),
        )
        .execute()
      for (const { id, value } of rows) found.set(xzufiId({ schemeAgencyId, schemeId, value }), id)
    }
  }
  return found
}
const stretch = 500
