import type { LinkVisitor, Visit } from '../services/index.ts'
import type { GuardedClient, Outcome } from './guarded-client.ts'

/** Answers to HEAD that say more about the server than about the page. */
const refusesHead: readonly number[] = [400, 401, 403, 404, 405, 406, 410, 500, 501]
/** Nobody needs the page itself, only that it begins to come. */
const firstBytes = { range: 'bytes=0-1023' }

/** Looks at pages by HEAD, and by GET for the first bytes where a server does not take that. */
export const createLinkVisitor = (ask: GuardedClient): LinkVisitor => ({
  async visit(url, signal) {
    const head = await ask({ method: 'HEAD', url, signal })
    if (!needsGet(head)) return visitOf(head)
    return visitOf(await ask({ method: 'GET', url, headers: firstBytes, signal }))
  },
})

function needsGet(head: Outcome): boolean {
  if (head.kind === 'answered')
    return refusesHead.includes(head.status) && head.headers['retry-after'] === undefined
  // Some servers cut the connection at a method they do not know.
  return head.kind === 'failed' && head.cause === 'broken'
}

function visitOf(outcome: Outcome): Visit {
  if (outcome.kind !== 'answered') return outcome
  const { status, url, hops, headers } = outcome
  const retryAfter = headers['retry-after']
  return { kind: 'answered', status, url, hops, ...(retryAfter === undefined ? {} : { retryAfter }) }
}
