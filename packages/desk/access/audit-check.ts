import type { AuditEntry } from '@amtsweg/contract'

/** Number of the first entry that is not what it was written as, in the order given; undefined if all are. */
export async function brokenEntry(entries: readonly AuditEntry[]): Promise<number | undefined> {
  for (const [index, entry] of entries.entries()) {
    if (entry.hash !== (await entryHash(entry))) return entry.seq
    // The newest is first. Between two of one authority others may lie, which it does not see.
    const before = entries[index + 1]
    if (before?.seq === entry.seq - 1 && before.hash !== entry.previous) return entry.seq
  }
  return undefined
}

/** SHA-256 over all that an entry says, as the server computes it (backend/access/audit-chain.ts). */
async function entryHash(entry: AuditEntry): Promise<string> {
  const { seq, at, token, clerk, authority, action, subject, before, after, previous } = entry
  const said = [seq, at, token, authority, action, subject, before, after, previous]
  const text = JSON.stringify(clerk === null ? said : [...said, clerk])
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
