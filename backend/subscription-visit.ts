import { ChangePage } from '@amtsweg/contract'
import type { Db } from './database/database.ts'
import { feedState, type SyncFailure, wordsOfFailure } from './federation/index.ts'
import type { NodeVisitor } from './federation/subscription-routes.ts'
import { feedCaps, fetchFeedPage } from './integration/feed-page.ts'
import { createGuardedClient } from './integration/guarded-client.ts'
import type { LinkSettings } from './link-settings.ts'
import { firstPageOf } from './subscription-sync.ts'

/** Asks other nodes through the one way out. A person waits: seconds, not minutes. */
export function nodeVisitor(db: Db, { allow, ownHosts, contactUrl }: LinkSettings): NodeVisitor {
  const ask = createGuardedClient({
    userAgent: `Amtsweg-Subscription${contactUrl ? ` (+${contactUrl})` : ''}`,
    ...{ ownHosts, allow, caps: { ...feedCaps, headersTime: 10_000, totalTime: 15_000 } },
  })
  return {
    mayBeOpen: (url) => allow.includes(url.host),
    async check(url) {
      const signal = AbortSignal.timeout(20_000)
      const answer = await fetchFeedPage(ask, { url: firstPageOf(url), signal })
      const failed = (code: SyncFailure) => ({
        reachable: false,
        node: null,
        error: { code, text: wordsOfFailure(code) },
      })
      if (answer.kind === 'failed') return failed(answer.code)
      if (answer.kind === 'busy') return failed('busy')
      const page = answer.kind === 'page' ? ChangePage.safeParse(answer.body).data : undefined
      if (!page) return failed('no-feed')
      const own = await feedState(db)
      if (page.node === own?.node) return failed('own-node')
      return { reachable: true, node: page.node, error: null }
    },
  }
}
