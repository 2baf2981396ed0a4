import { hash } from 'node:crypto'
import type { LinkReport, LinkVerdict } from '@amtsweg/contract'
import { type Authority, ownRegions } from '../access/index.ts'
import type { Db, Trx } from '../database/database.ts'
import { linkSuggestions, variantsOf } from './link-suggestions.ts'
import { linkOrder } from './repository-link-report.ts'

/** A place of one's own, without what could stand there instead. */
type OwnLink = Omit<LinkReport, 'suggestions'> & { readonly movedTo: string | null }

/** Every place in the texts and units of an authority with an address that somebody should look at, what hurts most first. */
export async function ownLinks(db: Db, authority: Authority): Promise<readonly OwnLink[]> {
  const rows = await db
    .selectFrom('link')
    .innerJoin('link_use as use', 'use.url', 'link.url')
    .leftJoin('unit', (join) => join.onRef('unit.id', '=', 'use.owner_id').on('use.owner', '=', 'unit'))
    .leftJoin('unit as parent', 'parent.id', 'unit.parent_id')
    .leftJoin('ignored_link as ignored', (join) =>
      join.onRef('ignored.url', '=', 'link.url').on('ignored.authority_id', '=', authority.id),
    )
    .select(['link.url', 'verdict', 'status', 'cause', 'moved_to', 'failing_since', 'checked_at', 'due_at'])
    .select(['unreachable_on', 'ignored_at', 'use.owner', 'owner_id', 'owner_name', 'section', 'layer'])
    .select([
      'use.region_key',
      'use.lang',
      'unit.region_key as unit_region',
      'parent.region_key as parent_region',
    ])
    .where('verdict', 'in', linkOrder)
    .where('use.owner', 'in', ['service', 'unit'])
    .orderBy('link.url')
    .orderBy('use.owner')
    .orderBy('owner_id')
    .orderBy('section')
    .orderBy('use.lang')
    .execute()
  const isOwn = await ownRegions(db, authority)
  const own = rows.filter((row) => isOwn(row.region_key || row.unit_region || row.parent_region || ''))
  return own
    .map((row): OwnLink => ({
      id: hash(
        'sha256',
        [row.url, row.owner, row.owner_id, row.section, row.layer, row.region_key, row.lang].join('\n'),
        'base64url',
      ).slice(0, 22),
      url: row.url,
      verdict: row.verdict as LinkVerdict,
      status: row.status,
      cause: row.cause,
      since: row.failing_since,
      checkedAt: row.checked_at,
      nextLook: row.due_at,
      marked: row.unreachable_on !== null,
      ignored: row.ignored_at !== null,
      owner: row.owner as LinkReport['owner'],
      ownerId: row.owner_id,
      ownerName: row.owner_name,
      section: row.section,
      layer: row.layer as LinkReport['layer'],
      regionKey: row.region_key || null,
      lang: row.lang,
      movedTo: row.moved_to,
    }))
    .sort((a, b) => linkOrder.indexOf(a.verdict) - linkOrder.indexOf(b.verdict))
}

/** The same with what could stand there instead. */
export async function withSuggestions(db: Db, links: readonly OwnLink[]): Promise<LinkReport[]> {
  const variants = links.flatMap(({ url }) => variantsOf(url))
  const alive = await db
    .selectFrom('link')
    .select('url')
    .where('url', 'in', ['', ...variants])
    .where('verdict', '=', 'alive')
    .execute()
  const working = new Set(alive.map(({ url }) => url))
  return links.map(({ movedTo, ...link }) => ({
    ...link,
    suggestions: linkSuggestions({ ...link, movedTo }, (url) => working.has(url)),
  }))
}

/** Tells an authority nothing more of an address, or tells of it again. `at` is RFC 3339 UTC. */
export async function ignoreLink(
  trx: Trx,
  authorityId: string,
  url: string,
  at: string | null,
): Promise<void> {
  await trx
    .deleteFrom('ignored_link')
    .where('authority_id', '=', authorityId)
    .where('url', '=', url)
    .execute()
  if (at !== null)
    await trx.insertInto('ignored_link').values({ authority_id: authorityId, url, ignored_at: at }).execute()
}

/** Has an address looked at in the next round. */
export async function recheckLink(trx: Trx, url: string, at: string): Promise<void> {
  await trx.updateTable('link').set({ due_at: at }).where('url', '=', url).where('due_at', '>', at).execute()
}
