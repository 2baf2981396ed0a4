import { type Fault, type FaultCode, type FaultDetail, type Finding, toFinding } from './finding.ts'

const firstPositions = 10
const order = { error: 0, warning: 1, note: 2 } as const

/** Counts what is found, object by object. */
export interface Tally {
  readonly add: (fault: Fault, position?: number) => void
  readonly has: (code: FaultCode) => boolean
  readonly drop: (code: FaultCode) => void
  /** Grave ones first. */
  readonly findings: () => readonly Finding[]
}

interface Entry {
  readonly code: FaultCode
  readonly detail: FaultDetail
  count: number
  readonly positions: number[]
}

export function createTally(): Tally {
  const entries = new Map<string, Entry>()
  return {
    add: ({ code, detail = {} }, position) => {
      // What concerns a field or layer is told for each of them; an example in a text only once.
      const key = `${code} ${String(detail['field'] ?? detail['layer'] ?? '')}`
      const entry = entries.get(key) ?? { code, detail, count: 0, positions: [] }
      entries.set(key, entry)
      entry.count += 1
      if (position !== undefined && entry.positions.length < firstPositions) entry.positions.push(position)
    },
    has: (code) => [...entries.values()].some((entry) => entry.code === code),
    drop: (code) => {
      for (const [key, entry] of entries) if (entry.code === code) entries.delete(key)
    },
    findings: () =>
      [...entries.values()]
        .map(({ code, detail, count, positions }) => toFinding({ code, detail }, count, positions))
        .sort((a, b) => order[a.severity] - order[b.severity]),
  }
}
