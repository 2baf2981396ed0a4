import { setImmediate as otherWork } from 'node:timers/promises'
import type { OpenDatabase } from '../database/database.ts'
import { germanDay } from '../services/index.ts'
import { type Askers, createAskers } from './askers.ts'
import { countableTerm } from './countable-term.ts'
import { periodOf } from './counting-period.ts'
import { type FreshCounts, isOver, roomForTerms, writeCounts } from './repository-counts.ts'
import type { FreshTerm, Outcome } from './term-count.ts'

/** How one reader's search ended. */
export interface SearchEnd {
  readonly outcome: Outcome
  /** What was typed; a service may be opened without a search. */
  readonly q?: string | undefined
  /** What was opened. */
  readonly service?: string | undefined
  /** Region key that the searching page stands for; '' = all. It says nothing about where the reader is. */
  readonly regionKey: string
}

/** Counts how searches end, without persons: docs/decisions/0051. */
export interface SearchCounter {
  /** Keeps it in memory; waits for nothing and fails for nothing. */
  readonly count: (end: SearchEnd, network: string) => void
  /** Writes what was counted; kept for the next time where somebody else is writing. */
  readonly write: () => Promise<void>
}

interface Parts {
  readonly database: Pick<OpenDatabase, 'db' | 'writeIfFree'>
  readonly now: () => Date
  readonly random: (bytes: number) => Buffer
  readonly askers?: Askers
}

/** What waits to be written; more is not counted. */
const mostWaiting = 10_000
/** Written at once: readers wait that long, and are answered before it goes on. */
const stretch = 100

export function createSearchCounter({
  database,
  now,
  random,
  askers = createAskers({ random }),
}: Parts): SearchCounter {
  let terms = new Map<string, FreshTerm>()
  let clicks = new Map<string, number>()
  const newKey = () => random(32).toString('hex')

  const addTerm = (fresh: FreshTerm) => {
    const name = subjectOf(fresh)
    const known = terms.get(name)
    if (known || terms.size < mostWaiting) terms.set(name, known ? sum(known, fresh) : fresh)
  }
  const addClicks = (service: string, count: number) => {
    const known = clicks.get(service) ?? 0
    if (known || clicks.size < mostWaiting) clicks.set(service, known + count)
  }
  const takeAll = (): FreshCounts[] => {
    const waiting = { terms: [...terms.values()], clicks: [...clicks] }
    terms = new Map()
    clicks = new Map()
    const count = Math.max(waiting.terms.length, waiting.clicks.length)
    return Array.from({ length: Math.ceil(count / stretch) }, (_, index) => ({
      terms: waiting.terms.slice(index * stretch, (index + 1) * stretch),
      clicks: waiting.clicks.slice(index * stretch, (index + 1) * stretch),
    }))
  }
  const takeBack = (counts: FreshCounts) => {
    counts.terms.forEach(addTerm)
    counts.clicks.forEach(([service, count]) => addClicks(service, count))
  }

  return {
    count({ outcome, q = '', service, regionKey }, network) {
      const day = germanDay(now())
      if (outcome === 'opened' && service && askers.isFirst(network, `opened\n${service}`, day))
        addClicks(service, 1)
      const term = countableTerm(q)
      if (!term) return
      const { folded, text } = term
      if (!askers.isFirst(network, `term\n${regionKey}\n${folded}`, day)) return
      const ends = { none: 0, unopened: 0, opened: 0, [outcome]: 1 }
      addTerm({ regionKey, folded, text: outcome === 'opened' ? undefined : text, ...ends })
    },

    async write() {
      const day = germanDay(now())
      const moment = { day, period: periodOf(day), newKey }
      const parts = takeAll()
      // Also where nothing was counted a period has to be closed.
      if (parts.length === 0 && (await isOver(database.db, moment.period)))
        parts.push({ terms: [], clicks: [] })
      if (parts.length === 0) return
      let room = await roomForTerms(database.db)
      let isFree = true
      for (const part of parts) {
        isFree &&= await database.writeIfFree(async (db) => {
          room -= await writeCounts(db, part, moment, room)
        })
        if (!isFree) takeBack(part)
        await otherWork()
      }
    },
  }
}

const subjectOf = ({ regionKey, folded }: FreshTerm) => `${regionKey}\n${folded}`

const sum = (known: FreshTerm, fresh: FreshTerm): FreshTerm => ({
  ...known,
  text: fresh.text ?? known.text,
  none: known.none + fresh.none,
  unopened: known.unopened + fresh.unopened,
  opened: known.opened + fresh.opened,
})
