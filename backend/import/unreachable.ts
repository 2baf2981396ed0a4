import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/database.ts'
import { linkAddress } from './link-address.ts'
import type { LinkUseTable } from './tables.ts'

/** For an address as it stands in a text: the ISO date of the last look, where readers are told that it does not work. */
export type UnreachableOn = (address: string | undefined) => string | undefined

/** Most questions are about a few owners: eight at a time are asked for by one and the same query. */
const slots = 8

const marks = compiled(
  (db: Db, owner: LinkUseTable['owner'], ...ids: string[]) =>
    db
      .selectFrom('link_use')
      .innerJoin('link', 'link.url', 'link_use.url')
      .select(['link.url', 'link.unreachable_on'])
      .where('owner', '=', owner)
      .where('owner_id', 'in', ids)
      .where('unreachable_on', 'is not', null),
  slots + 1,
)

/** Which of the addresses of these owners are marked; undefined where all are fine, as nearly always. */
export async function unreachableLinks(
  db: Db,
  owner: LinkUseTable['owner'],
  ids: readonly string[],
): Promise<UnreachableOn | undefined> {
  const dates = new Map<string, string>()
  for (let from = 0; from < ids.length; from += slots) {
    const some = ids.slice(from, from + slots)
    const rows = await marks(db, owner, ...some, ...Array<string>(slots - some.length).fill(''))
    for (const { url, unreachable_on } of rows) dates.set(url, unreachable_on ?? '')
  }
  if (dates.size === 0) return undefined
  return (address) => dates.get(linkAddress(address)?.url ?? '')
}
