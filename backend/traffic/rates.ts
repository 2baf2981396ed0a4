import type { Policy } from './policies.ts'
import { judge, type Standing } from './window.ts'

/** What other processes have let in, by policy and client. */
export interface Share {
  readonly policy: string
  readonly client: string
  /** First moment of the window, milliseconds since 1970. */
  readonly window: number
  readonly requests: number
}

export interface Rates {
  /** Counts one request unless it is too many. */
  readonly take: (policy: string, client: string) => Standing
  /** Requests of the busiest clients that the other processes have not been told of; what is rare is nobody else's business. */
  readonly news: () => readonly Share[]
  /** Notes that the others know these now. */
  readonly told: (news: readonly Share[]) => void
  /** Takes over how much all processes together have let in. */
  readonly learn: (totals: readonly Share[]) => void
}

interface Count {
  /** Let in here and not yet told to the others, and let in by all as far as known. */
  untold: number
  known: number
}

interface Options {
  readonly policies: readonly Policy[]
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Clients told apart in one window; all beyond share one quota. */
  readonly mostClients?: number
}

/** The running window of a policy, and the one before. */
interface Ledger {
  readonly policy: Policy
  start: number
  current: Map<string, Count>
  before: Map<string, Count>
}

/** Others learn of a client once it has used so much of its quota: most readers are never written down. */
const worthTelling = 0.1
/** Clients told of at once: however many ask, the database gets so many rows. */
const mostNews = 500

/** Counts requests by client and policy, in memory, for the running window and the one before. */
export function createRates({ policies, now, mostClients = 50_000 }: Options): Rates {
  const ledgers = new Map<string, Ledger>(
    policies.map((policy) => [policy.name, { policy, start: 0, current: new Map(), before: new Map() }]),
  )
  const ledgerOf = (name: string): Ledger => {
    const ledger = ledgers.get(name)
    if (!ledger) throw new Error(`There is no policy ${name}`)
    const length = ledger.policy.window * 1_000
    const start = Math.floor(now() / length) * length
    if (ledger.start === start) return ledger
    ledger.before = ledger.start + length === start ? ledger.current : new Map()
    ledger.current = new Map()
    ledger.start = start
    return ledger
  }
  const countOf = (counts: Map<string, Count>, client: string) => {
    const name = counts.has(client) || counts.size < mostClients ? client : ''
    const count = counts.get(name) ?? { untold: 0, known: 0 }
    counts.set(name, count)
    return count
  }
  const total = (count: Count | undefined) => (count ? count.untold + count.known : 0)
  const running = (share: Share) => {
    const ledger = ledgers.has(share.policy) ? ledgerOf(share.policy) : undefined
    return ledger?.start === share.window ? ledger.current : undefined
  }

  return {
    take(name, client) {
      const { policy, start, current, before } = ledgerOf(name)
      const count = countOf(current, client)
      const part = (now() - start) / (policy.window * 1_000)
      const counted = { before: total(before.get(client)), current: total(count) }
      const standing = judge(counted, policy.quota, policy.window, part)
      if (standing.allowed) count.untold += 1
      return standing
    },
    news: () =>
      [...ledgers.keys()]
        .map(ledgerOf)
        .flatMap(({ policy, start, current }) =>
          [...current]
            .filter(([, count]) => count.untold > 0 && total(count) >= policy.quota * worthTelling)
            .map(([client, { untold }]) => ({
              policy: policy.name,
              client,
              window: start,
              requests: untold,
            })),
        )
        .sort((a, b) => b.requests - a.requests)
        .slice(0, mostNews),
    told(news) {
      for (const share of news) {
        const count = running(share)?.get(share.client)
        if (count) {
          count.untold -= share.requests
          count.known += share.requests
        }
      }
    },
    learn(totals) {
      for (const share of totals) {
        const counts = running(share)
        if (counts) countOf(counts, share.client).known = share.requests
      }
    },
  }
}
