import type { AuditEntry } from '@amtsweg/contract'
import { hashAt, listAudit, verifyAudit } from './access/index.ts'
import type { Workplace } from './authority-cli.ts'
import { readArguments, UsageError } from './usage-error.ts'

export const auditHelp = `  amtsweg audit verify [--expect <number>:<hash>]   as an earlier verification told, noted where this server cannot write
  amtsweg audit show [--authority <id>] [--last 20] [--json]`

/** The trail of changes was tampered with, or data were lost. */
export class AuditError extends Error {
  override name = 'AuditError'
}

const text = { type: 'string' } as const
const showOptions = {
  authority: text,
  last: { type: 'string', default: '20' },
  json: { type: 'boolean' },
} as const

/** The trail of who changed what: to be read, and to be checked. Throws AuditError where it is broken. */
export async function auditCommand(
  args: readonly string[],
  place: Pick<Workplace, 'db' | 'say'>,
): Promise<void> {
  const [command, ...rest] = args
  const taken = { command: `audit ${command}`, words: 0 }
  if (command === 'verify') return verify(readArguments(rest, { expect: text }, taken).values.expect, place)
  if (command === 'show') return show(readArguments(rest, showOptions, taken).values, place)
  throw new UsageError(command ? `There is no command "audit ${command}".` : 'What about the audit trail?')
}

async function verify(
  expected: string | undefined,
  { db, say }: Pick<Workplace, 'db' | 'say'>,
): Promise<void> {
  const [, seq, hash] = /^(\d{1,9}):([0-9a-f]{64})$/.exec(expected ?? '') ?? []
  if (expected !== undefined && !hash)
    throw new UsageError('--expect takes what an earlier verification told: a number, a colon and a hash.')
  const result = await verifyAudit(db)
  if ('reason' in result) throw new AuditError(`The audit trail is broken. ${result.reason}.`)
  // Whoever can write the database could write the whole trail anew: only what is noted elsewhere tells.
  const found = hash && (await hashAt(db, Number(seq)))
  if (hash && found !== hash)
    throw new AuditError(
      `The audit trail is broken. Entry ${seq}${found ? ' is not the one that was noted' : ', which was noted, is gone'}.`,
    )
  say(`${result.seq} entries, unbroken. Note this elsewhere: ${result.seq}:${result.hash}`)
}

type ShowValues = ReturnType<typeof readArguments<typeof showOptions>>['values']

async function show(
  { authority, last, json }: ShowValues,
  { db, say }: Pick<Workplace, 'db' | 'say'>,
): Promise<void> {
  if (!/^[1-9]\d{0,5}$/.test(last ?? '')) throw new UsageError('--last takes a number.')
  const entries = (await listAudit(db, { authority, limit: Number(last) })).reverse()
  if (json) return say(JSON.stringify(entries, undefined, 2))
  for (const entry of entries) say(lineOf(entry))
  if (entries.length === 0) say('Nothing has been changed yet.')
}

const lineOf = ({ seq, at, token, clerk, authority, action, subject, before, after }: AuditEntry): string =>
  [
    seq,
    at,
    authority ?? '-',
    token ?? (clerk === null ? 'command line' : `clerk ${clerk}`),
    action,
    subject,
    `${short(before)} > ${short(after)}`,
  ].join('\t')

const short = (hash: string | null): string => hash?.slice(0, 12) ?? 'nothing'
