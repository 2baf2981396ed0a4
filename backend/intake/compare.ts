import { hash } from 'node:crypto'
import type { ImportChange, ImportReport, RecordKind } from '@amtsweg/contract'

/** A record as it is kept: what it is, and a print of all that is said of it. */
export interface KeptRecord {
  readonly kind: RecordKind
  readonly id: string
  readonly print: string
  readonly name: string
}

/** All records of a source, by kind and id. */
export type Stock = ReadonlyMap<string, KeptRecord>

export const stockOf = (records: readonly KeptRecord[]): Stock =>
  new Map(records.map((one) => [`${one.kind} ${one.id}`, one]))

/** What was read of a file. */
interface Reading {
  readonly read: number
  readonly rejected: readonly { readonly line: number }[]
  readonly notes: readonly ImportReport['notes'][number][]
  readonly suspicions: readonly ImportReport['suspicions'][number][]
}

/** So many changes are told one by one. */
const mostChanges = 200

/** What lies between two stocks, and a digest of it: the same file on the same data changes the same. */
export function compareStocks(
  before: Stock,
  after: Stock,
  { read, rejected, notes, suspicions }: Reading,
): { readonly report: ImportReport; readonly digest: string } {
  const changes: ImportChange[] = []
  for (const [key, { kind, id, name, print }] of after) {
    const known = before.get(key)
    if (!known) changes.push({ kind, id, name, how: 'created' })
    else if (known.print !== print) changes.push({ kind, id, name, how: 'changed' })
  }
  for (const [key, { kind, id, name }] of before)
    if (!after.has(key)) changes.push({ kind, id, name, how: 'withdrawn' })
  const count = (how: ImportChange['how'], kind?: RecordKind) =>
    changes.filter((one) => one.how === how && (kind === undefined || one.kind === kind)).length
  const counts = (kind?: RecordKind) => ({
    created: count('created', kind),
    changed: count('changed', kind),
    withdrawn: count('withdrawn', kind),
  })
  const kinds = [...new Set(changes.map(({ kind }) => kind))].sort()
  const all = counts()
  const keys = changes.map(({ kind, id, how }) => {
    // What was there before belongs to it: a change of something else than was shown is another change.
    const { print = '' } = before.get(`${kind} ${id}`) ?? {}
    return `${how} ${kind} ${id} ${print}`
  })
  const lines = rejected.map(({ line }) => line)
  return {
    report: {
      read,
      rejected: rejected.length,
      ...all,
      unchanged: Math.max(0, read - rejected.length - all.created - all.changed),
      byKind: kinds.map((kind) => ({ kind, ...counts(kind) })),
      changes: changes.slice(0, mostChanges),
      suspicions: [...suspicions],
      notes: notes.slice(0, 50),
    },
    digest: hash('sha256', JSON.stringify([keys.sort(), lines]), 'base64url'),
  }
}
