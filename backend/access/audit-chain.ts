import { createHash } from 'node:crypto'
import type { AuditEntry } from '@amtsweg/contract'

/** What an entry says before it is chained. */
export type AuditFacts = Omit<AuditEntry, 'seq' | 'previous' | 'hash'>

/** The last entry of a trail; seq 0 before the first. */
export interface AuditHead {
  readonly seq: number
  readonly hash: string
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What is kept of a content: enough to prove it, nothing to read. Null for nothing. */
export const contentHash = (content: unknown): string | null =>
  content === undefined ? null : sha256(JSON.stringify(content))

/** The next entry: its hash covers all it says and the hash of the one before, so that none can be changed or left out. */
export function chained(facts: AuditFacts, { seq, hash: previous }: AuditHead): AuditEntry {
  const entry = { ...facts, seq: seq + 1, previous }
  return { ...entry, hash: entryHash(entry) }
}

const entryHash = (entry: Omit<AuditEntry, 'hash'>): string => {
  const { seq, at, token, clerk, authority, action, subject, before, after, previous } = entry
  const said = [seq, at, token, authority, action, subject, before, after, previous]
  // Only where one is named: trails of the time before there were clerks stay what they were.
  return sha256(JSON.stringify(clerk === null ? said : [...said, clerk]))
}

/** Where a trail is broken, and how that shows. */
export interface AuditFault {
  readonly seq: number
  readonly reason: string
}

/** Checks the next entries of a trail after `head`; the new head, or the first fault. */
export function checkChain(entries: readonly AuditEntry[], head: AuditHead): AuditHead | AuditFault {
  let { seq, hash } = head
  for (const entry of entries) {
    if (entry.seq !== seq + 1)
      return { seq: seq + 1, reason: `Entry ${seq + 1} is missing: ${entry.seq} follows ${seq}` }
    if (entry.previous !== hash)
      return { seq: entry.seq, reason: `Entry ${entry.seq} does not follow the one before it` }
    if (entry.hash !== entryHash(entry))
      return { seq: entry.seq, reason: `Entry ${entry.seq} was changed after it was written` }
    ;({ seq, hash } = entry)
  }
  return { seq, hash }
}
