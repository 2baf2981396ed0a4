import type { LinkVerdict } from '../import/index.ts'
import { germanDay } from './german-day.ts'
import type { Finding } from './link-finding.ts'

/** What is known of an address from all looks at it. Instants are RFC 3339 UTC. */
export interface LinkState {
  readonly verdict: LinkVerdict
  readonly status: number | null
  readonly cause: string | null
  readonly movedTo: string | null
  /** Failures in a row. */
  readonly failures: number
  readonly failingSince: string | null
  /** ISO date of the last failed look, where readers are told. */
  readonly unreachableOn: string | null
  readonly checkedAt: string
  readonly dueAt: string
}

const hour = 60 * 60_000
const day = 24 * hour

/** How often and how long an address must fail before it is called dead; nothing is after one failure. */
const proof = {
  gone: { failures: 2, span: 24 * hour },
  failing: { failures: 3, span: 48 * hour },
  unsafe: { failures: 3, span: 48 * hour },
} as const
/** Days until the next look after the first, second and third failure. */
const recheck = [1, 2, 4] as const

/** The state after one more look; `every` is the interval of healthy addresses in days. */
export function judge(
  before: Pick<LinkState, 'failures' | 'failingSince'>,
  { kind, status, cause, movedTo }: Finding,
  now: Date,
  every: number,
): LinkState {
  const failed = kind === 'gone' || kind === 'failing' || kind === 'unsafe'
  const failures = failed ? before.failures + 1 : 0
  const failingSince = failed ? (before.failingSince ?? now.toISOString()) : null
  const span = failingSince ? now.getTime() - Date.parse(failingSince) : 0
  const proven = failed && failures >= proof[kind].failures && span >= proof[kind].span
  const days = failed ? Math.min(recheck[failures - 1] ?? every, every) : every
  return {
    verdict: failed ? failedVerdict(kind, proven) : kind,
    status: status ?? null,
    cause: cause ?? null,
    movedTo: movedTo ?? null,
    failures,
    failingSince,
    unreachableOn: proven ? germanDay(now) : null,
    checkedAt: now.toISOString(),
    dueAt: new Date(now.getTime() + days * day).toISOString(),
  }
}

function failedVerdict(kind: 'gone' | 'failing' | 'unsafe', proven: boolean): LinkVerdict {
  if (!proven) return 'failing'
  return kind === 'unsafe' ? 'unsafe' : 'dead'
}
