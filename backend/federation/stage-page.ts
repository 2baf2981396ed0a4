import { ChangePage, feedFormat } from '@amtsweg/contract'
import type { Db, Trx } from '../database/database.ts'
import { sameEverywhere } from '../import/index.ts'
import { carrierOf } from './carriers.ts'
import { foreignSource } from './node-source.ts'
import { stage } from './repository-staged.ts'
import { changeSubscription, otherNodes } from './repository-subscriptions.ts'
import type { SyncFailure } from './sync-words.ts'
import type { FeedStagedRow, SubscriptionRow } from './tables.ts'

/** Characters of one record. */
const longestRecord = 8_000_000

/** The page in what another node has sent, or why it is none that we can take. */
export async function pageFrom(
  db: Db,
  body: unknown,
  { id, node, cursor }: SubscriptionRow,
  own: string,
): Promise<ChangePage | SyncFailure> {
  const format = (body as { readonly format?: unknown } | null)?.format
  if (typeof format === 'number' && format > feedFormat) return 'newer-format'
  const parsed = ChangePage.safeParse(body)
  if (!parsed.success) return 'malformed'
  const page = parsed.data
  if (page.node === own) return 'own-node'
  if (node !== null && node !== page.node) return 'other-node'
  if (node === null && (await otherNodes(db, id)).has(page.node)) return 'node-known'
  // Who never comes to an end would fill the disk.
  if (!page.complete && page.next === cursor) return 'malformed'
  return page
}

/** Undefined for what is nested deeper than it can be written. */
function textOf(record: object): string | undefined {
  try {
    return JSON.stringify(record)
  } catch {
    return undefined
  }
}

/** Lays a page aside and notes how far we are: both or neither. */
export async function stagePage(trx: Trx, subscription: string, page: ChangePage): Promise<void> {
  await stage(
    trx,
    page.items.flatMap((item): FeedStagedRow[] => {
      const { kind, id, origin, source, version, deleted, record } = item
      const sourceId = foreignSource(origin, source)
      const { localId } = carrierOf(kind) ?? sameEverywhere
      const content = deleted ? '' : textOf(record ?? {})
      if (content === undefined || content.length > longestRecord) return []
      return [
        {
          ...{ subscription_id: subscription, kind, id: localId(id, sourceId), source_id: sourceId },
          ...{ origin, version, deleted: deleted ? 1 : 0, content, withheld: null },
        },
      ]
    }),
  )
  await changeSubscription(trx, subscription, { cursor: page.next, node: page.node })
}
