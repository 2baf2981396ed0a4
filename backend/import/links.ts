import type { Db, Trx } from '../database/database.ts'
import type { Derivation } from './import.ts'
import { insertAll } from './insert.ts'
import { linkAddress } from './link-address.ts'
import type { LinkUseTable } from './tables.ts'

/** Where an address stands, as it is written there. */
export type FoundLink = Omit<LinkUseTable, 'owner'>

/** New addresses are read in so many at a time. */
const batch = 2_000

/**
 * Replaces what is known of where the addresses of one kind of owner stand. What was found out about an address that is still
 * in use stays; an address nobody uses any more is forgotten. All links of one owner must come in one batch.
 */
export async function replaceLinkUses(
  trx: Trx,
  owner: LinkUseTable['owner'],
  found: AsyncIterable<readonly FoundLink[]>,
): Promise<void> {
  await trx.deleteFrom('link_use').where('owner', '=', owner).execute()
  for await (const links of found) await insertAll(trx, 'link_use', usesOf(owner, links))
  await forgetUnused(trx)
  await addNew(trx)
}

/** The same for some owners alone, whose links these are; addresses they no longer use are forgotten at the next import. */
export async function replaceLinkUsesOf(
  trx: Trx,
  owner: LinkUseTable['owner'],
  ids: readonly string[],
  links: readonly FoundLink[],
): Promise<void> {
  await trx.deleteFrom('link_use').where('owner', '=', owner).where('owner_id', 'in', ids).execute()
  await insertAll(trx, 'link_use', usesOf(owner, links))
  await addNew(trx)
}

function usesOf(owner: LinkUseTable['owner'], links: readonly FoundLink[]): LinkUseTable[] {
  const uses = links.flatMap((link) => {
    const address = linkAddress(link.url)
    return address ? [{ ...link, owner, url: address.url }] : []
  })
  const key = ({ owner_name: _, ...use }: LinkUseTable) => JSON.stringify(Object.entries(use).sort())
  return [...new Map(uses.map((use) => [key(use), use])).values()]
}

async function forgetUnused(trx: Trx): Promise<void> {
  await trx
    .deleteFrom('link')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('link_use').select('owner').whereRef('link_use.url', '=', 'link.url'))),
    )
    .execute()
}

async function addNew(trx: Trx): Promise<void> {
  let after = ''
  for (;;) {
    const fresh = await trx
      .selectFrom('link_use')
      .leftJoin('link', 'link.url', 'link_use.url')
      .select('link_use.url')
      .distinct()
      .where('link.url', 'is', null)
      .where('link_use.url', '>', after)
      .orderBy('link_use.url')
      .limit(batch)
      .execute()
    const last = fresh.at(-1)
    if (!last) return
    after = last.url
    await insertAll(
      trx,
      'link',
      fresh.map(({ url }) => {
        const address = linkAddress(url)
        return address && !address.malformed
          ? { url, host: address.host, verdict: 'new' as const, due_at: sinceEver, failures: 0 }
          : { url, host: '', verdict: 'malformed' as const, due_at: null, failures: 0 }
      }),
    )
  }
}

/** Due from the beginning: whoever looks first comes by. */
const sinceEver = '1970-01-01T00:00:00.000Z'

/** Where each source is to be read, and its licence. */
export const sourceLinks: Derivation = {
  from: ['places', 'directory', 'services', 'responsibility'],
  name: 'links of sources',
  rebuild: (trx) => replaceLinkUses(trx, 'source', linksOfSources(trx)),
}

async function* linksOfSources(db: Db): AsyncGenerator<readonly FoundLink[]> {
  const sources = await db.selectFrom('source').select(['id', 'name', 'url', 'licence_url']).execute()
  yield sources.flatMap(({ id, name, url, licence_url }) =>
    [['url', url] as const, ['licence', licence_url] as const].flatMap(([section, address]) =>
      address
        ? [
            {
              owner_id: id,
              url: address,
              section,
              layer: 'source' as const,
              region_key: '',
              lang: 'de',
              owner_name: name,
            },
          ]
        : [],
    ),
  )
}
