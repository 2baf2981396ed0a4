import type { Db } from '../database/database.ts'
import type { WriteSoon } from '../database/write-soon.ts'
import { hostKey } from '../import/index.ts'
import { findingOf } from './link-finding.ts'
import { judge, type LinkState } from './link-state.ts'
import type { LinkVisitor, Turn, Visit } from './link-visitor.ts'
import { type DueLink, dueLinks, heldHosts, lastAlive, makeDue, saveRound } from './repository-links.ts'
import { retryAfter } from './retry-after.ts'
import { createTurns, HostHeldError, type LinkClock, patience, type Turns } from './turns.ts'

/** How politely and how often addresses are looked at. */
export interface LinkCheckSettings {
  /** Days between two looks at a healthy address. */
  readonly days: number
  /** Seconds between two requests to one host. */
  readonly hostSeconds: number
  /** Requests to all hosts together. */
  readonly perMinute: number
}

export interface LinkCheckParts {
  readonly db: Db
  readonly write: WriteSoon
  readonly clock: LinkClock
  readonly settings: LinkCheckSettings
  /** Every single request of the visitor, redirects included, waits for its turn. */
  readonly visitorFor: (turn: Turn) => LinkVisitor
}

/** What a round of looks came to; `unclear` where nobody at all answered, so that the fault may be ours. */
export interface RoundReport {
  readonly looked: number
  readonly postponed: number
  readonly unclear: boolean
}

interface RoundOptions {
  readonly signal: AbortSignal
  readonly host?: string | undefined
}

/** Minutes of work in a round, as far as the pace allows to tell. */
const roundMinutes = 5
/** Hosts asked at the same time. */
const lanes = 8
/** Milliseconds until addresses are tried again when the fault may be ours. */
const afterOutage = 60 * 60_000

type Look =
  | { readonly link: DueLink; readonly at: Date; readonly visit: Visit }
  | { readonly link: DueLink; readonly until: Date }

/** Looks at addresses that are due: one round of a few minutes, recorded as a whole at its end. */
export async function checkLinks(parts: LinkCheckParts, options: RoundOptions): Promise<RoundReport> {
  const { db, write, clock, settings } = parts
  const now = clock.now()
  const start = now.toISOString()
  const links = await dueLinks(db, {
    now: start,
    heldBeyond: new Date(now.getTime() + patience).toISOString(),
    limit: Math.max(1, Math.floor((settings.perMinute * roundMinutes) / 2)),
    perHost: Math.max(1, Math.floor((roundMinutes * 60) / settings.hostSeconds / 2)),
    host: options.host === undefined ? undefined : hostKey(options.host),
  })
  if (links.length === 0) return { looked: 0, postponed: 0, unclear: false }
  const turns = createTurns({
    clock,
    signal: options.signal,
    gap: settings.hostSeconds * 1_000,
    perMinute: settings.perMinute,
    held: await heldHosts(db, start),
  })
  const visitor = parts.visitorFor(turns.turn)
  const looks = await lookAt(links, visitor, turns, clock, options.signal)
  const visited = looks.filter((look) => 'visit' in look)
  const unclear =
    !options.signal.aborted &&
    visited.length > 0 &&
    !(await reachesAnybody(db, visited, visitor, options.signal))
  const states = new Map<string, LinkState>()
  const postponed = new Map<string, string>()
  for (const look of looks) {
    const { url, failures, failing_since: failingSince } = look.link
    if ('until' in look) postponed.set(url, look.until.toISOString())
    else if (unclear) postponed.set(url, new Date(look.at.getTime() + afterOutage).toISOString())
    else
      states.set(url, judge({ failures, failingSince }, findingOf(url, look.visit), look.at, settings.days))
  }
  await write((trx) =>
    saveRound(trx, { now: clock.now().toISOString(), states, postponed, held: turns.held }),
  )
  return { looked: states.size, postponed: postponed.size, unclear }
}

/** Makes addresses due without waiting for their day. */
export const hurryLinks = (db: Db, now: Date, host: string | undefined): Promise<void> =>
  makeDue(db, now.toISOString(), host === undefined ? undefined : hostKey(host))

async function lookAt(
  links: readonly DueLink[],
  visitor: LinkVisitor,
  turns: Turns,
  clock: LinkClock,
  signal: AbortSignal,
): Promise<Look[]> {
  const hosts = [...Map.groupBy(links, ({ host }) => host).values()]
  const looks: Look[] = []
  const lane = async () => {
    for (let links = hosts.shift(); links; links = hosts.shift())
      for (const link of links) {
        if (signal.aborted) return
        const look = await lookOnce(link, visitor, turns, clock, signal)
        if (look) looks.push(look)
      }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return looks
}

/** Undefined where the look was broken off. */
async function lookOnce(
  link: DueLink,
  visitor: LinkVisitor,
  turns: Turns,
  clock: LinkClock,
  signal: AbortSignal,
): Promise<Look | undefined> {
  try {
    const visit = await visitor.visit(link.url, signal)
    const at = clock.now()
    if (visit.kind === 'answered' && (visit.status === 429 || visit.status === 503)) {
      const rest = retryAfter(visit.retryAfter, at)
      if (rest !== undefined) turns.hold(new URL(visit.url).hostname, at.getTime() + rest)
    }
    return { link, at, visit }
  } catch (error) {
    if (error instanceof HostHeldError) return { link, until: error.until }
    if (signal.aborted) return undefined
    throw error
  }
}

const answers = (visit: Visit): boolean =>
  visit.kind === 'answered' || (visit.kind === 'failed' && visit.cause.startsWith('certificate'))

/**
 * Whether failures tell something about others: where not a single host answered, an address that did lately is asked. An
 * installation behind a closed firewall must not declare the whole web dead.
 */
async function reachesAnybody(
  db: Db,
  looks: readonly { readonly link: DueLink; readonly visit: Visit }[],
  visitor: LinkVisitor,
  signal: AbortSignal,
): Promise<boolean> {
  if (looks.some(({ visit }) => answers(visit)) || !looks.some(({ visit }) => visit.kind === 'failed'))
    return true
  const control = await lastAlive(
    db,
    looks.map(({ link }) => link.host),
  )
  if (control === undefined) return false
  try {
    return answers(await visitor.visit(control, signal))
  } catch (error) {
    if (error instanceof HostHeldError || signal.aborted) return false
    throw error
  }
}
