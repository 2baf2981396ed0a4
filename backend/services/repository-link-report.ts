import type { Db } from '../database/database.ts'
import type { LinkVerdict } from '../import/index.ts'
import { linkHint } from './link-hint.ts'

/** One place where an address stands that somebody should look at. */
export interface LinkReportEntry {
  readonly url: string
  readonly verdict: LinkVerdict
  readonly status: number | null
  readonly cause: string | null
  readonly movedTo: string | null
  /** RFC 3339 UTC: the first of the failures in a row. */
  readonly since: string | null
  readonly checkedAt: string | null
  /** Whether readers are told. */
  readonly marked: boolean
  readonly owner: 'service' | 'unit' | 'source'
  readonly ownerId: string
  readonly ownerName: string
  /** Code of a text module, kind of a part, kind of a contact, or field of a source. */
  readonly section: string
  readonly layer: string
  readonly regionKey: string
  readonly lang: string
  readonly hint: string
}

const healthy = ['new', 'alive'] as const
/** What hurts most comes first. */
export const linkOrder = [
  'dead',
  'unsafe',
  'malformed',
  'failing',
  'suspicious',
  'moved',
  'refused',
  'login',
  'blocked',
] as const satisfies readonly LinkVerdict[]
const order: readonly LinkVerdict[] = linkOrder

/** Every place with an address that is not simply alive, what hurts most first. */
export async function linkReport(db: Db): Promise<LinkReportEntry[]> {
  const rows = await db
    .selectFrom('link')
    .innerJoin('link_use', 'link_use.url', 'link.url')
    .selectAll('link')
    .select(['owner', 'owner_id', 'owner_name', 'section', 'layer', 'region_key', 'lang'])
    .where('verdict', 'not in', healthy)
    .orderBy('link.url')
    .orderBy('owner')
    .orderBy('owner_id')
    .orderBy('section')
    .orderBy('lang')
    .execute()
  const entries = rows.map((row) => {
    const { verdict, status, cause, moved_to: movedTo } = row
    return {
      url: row.url,
      verdict,
      status,
      cause,
      movedTo,
      since: row.failing_since,
      checkedAt: row.checked_at,
      marked: row.unreachable_on !== null,
      owner: row.owner,
      ownerId: row.owner_id,
      ownerName: row.owner_name,
      section: row.section,
      layer: row.layer,
      regionKey: row.region_key,
      lang: row.lang,
      hint: linkHint({ verdict, status, cause, movedTo }),
    }
  })
  return entries.sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict))
}

/** How many addresses there are of each verdict. */
export async function linkCounts(db: Db): Promise<Partial<Record<LinkVerdict, number>>> {
  const rows = await db
    .selectFrom('link')
    .select(({ fn }) => ['verdict', fn.countAll<number>().as('count')])
    .groupBy('verdict')
    .execute()
  return Object.fromEntries(rows.map(({ verdict, count }) => [verdict, Number(count)]))
}
