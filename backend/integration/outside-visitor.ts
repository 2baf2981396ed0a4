import type { AskOutside } from '../geodata/index.ts'
import type { GuardedClient } from './guarded-client.ts'

/** Bytes of a picture or an answer of a service at most. */
export const outsideCaps = { headersTime: 10_000, totalTime: 20_000, bodyBytes: 4 * 1024 * 1024 }

/** Asks a service that the operator has named; redirects to another origin are not followed, as its key would go with them. */
export const outsideVisitor =
  (ask: GuardedClient): AskOutside =>
  async (url) => {
    const outcome = await ask({ method: 'GET', url, stays: true, signal: AbortSignal.timeout(25_000) })
    if (outcome.kind !== 'answered' || outcome.truncated) return undefined
    return { status: outcome.status, type: outcome.headers['content-type'] ?? '', body: outcome.body }
  }
