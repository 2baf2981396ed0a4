import { randomUUID } from 'node:crypto'
import type { Db } from './database/database.ts'
import type { WriteSoon } from './database/write-soon.ts'
import { ImportError } from './import/index.ts'
import { addJob, type Clock, underLease } from './jobs/index.ts'
import { linkJobName } from './link-job.ts'
import {
  checkLinks,
  hurryLinks,
  type LinkCheckParts,
  linkCounts,
  linkReport,
  type LinkReportEntry,
  linkTable,
} from './services/index.ts'
import { readArguments, UsageError } from './usage-error.ts'

export const linksHelp = `  amtsweg links check [--now] [--host <name>]   looks at the links that are due, or at all of them now
  amtsweg links report [--json | --csv]         what leads nowhere, where it stands, and what to do`

/** What the commands work with. */
export interface LinksWorkplace {
  readonly db: Db
  readonly write: WriteSoon
  readonly clock: Clock
  readonly say: (line: string) => void
  readonly parts: LinkCheckParts
  readonly signal: AbortSignal
}

const options = {
  now: { type: 'boolean', default: false },
  host: { type: 'string' },
  json: { type: 'boolean', default: false },
  csv: { type: 'boolean', default: false },
} as const

/** Looks after the outgoing links. */
export async function linksCommand(args: readonly string[], place: LinksWorkplace): Promise<void> {
  const { values, positionals } = readArguments(args, options, { command: 'links', words: 2 })
  const [command, unexpected] = positionals
  if (unexpected !== undefined)
    throw new UsageError(`links ${command} takes no "${unexpected}": send what it prints to a file with >.`)
  if (command === 'check') return check(values.now ?? false, values.host, place)
  if (command === 'report' && values.json && values.csv) throw new UsageError('Either --json or --csv.')
  if (command === 'report') return report(values, place)
  throw new UsageError(command ? `There is no command "links ${command}".` : 'What about links?')
}

async function check(now: boolean, host: string | undefined, place: LinksWorkplace): Promise<void> {
  const { db, write, clock, parts, signal, say } = place
  await write((db) => addJob(db, linkJobName, clock.now().toISOString()))
  let failure: unknown
  const lease = { write, clock, holder: `cli-${randomUUID()}`, name: linkJobName, signal }
  const free = await underLease(lease, async (inner) => {
    try {
      if (now) await hurryLinks(db, clock.now(), host)
      await rounds(parts, host, inner, say)
    } catch (error) {
      failure = error
    }
    return {}
  })
  if (failure !== undefined) throw failure
  if (!free)
    throw new ImportError('Another process is looking at links at this moment: try again in some minutes.')
  await summarise(db, say)
}

/** Round after round until nothing is due; what a host wants to be left in peace for stays for later. */
async function rounds(
  parts: LinkCheckParts,
  host: string | undefined,
  signal: AbortSignal,
  say: (line: string) => void,
): Promise<void> {
  for (;;) {
    const { looked, postponed, unclear } = await checkLinks(parts, { signal, host })
    if (unclear)
      throw new ImportError('Not a single server answered: is there a way from here to the internet?')
    if (looked + postponed > 0) say(`${looked} links looked at, ${postponed} put off`)
    if (looked === 0 || signal.aborted) return
  }
}

async function summarise(db: Db, say: (line: string) => void): Promise<void> {
  const counts = Object.entries(await linkCounts(db)).map(([verdict, count]) => `${count} ${verdict}`)
  say(counts.length > 0 ? `Links: ${counts.sort().join(', ')}` : 'There are no outgoing links yet.')
}

async function report(
  { json, csv }: { readonly json?: boolean | undefined; readonly csv?: boolean | undefined },
  { db, say }: LinksWorkplace,
): Promise<void> {
  const entries = await linkReport(db)
  if (json) return say(JSON.stringify(entries, undefined, 2))
  if (csv) return say(linkTable(entries).trimEnd())
  for (const [url, uses] of Map.groupBy(entries, (entry) => entry.url)) sayLink(url, uses, say)
  await summarise(db, say)
}

function sayLink(url: string, uses: readonly LinkReportEntry[], say: (line: string) => void): void {
  const [{ verdict, status, since, marked, hint } = uses[0]!] = uses
  const facts = [verdict, status, since && `since ${since.slice(0, 10)}`, marked && 'readers are told']
  say(`${url}\n  ${facts.filter(Boolean).join(', ')}\n  ${hint}`)
  for (const { owner, ownerId, ownerName, section, layer, regionKey, lang } of uses)
    say(
      `  in ${owner} ${ownerId} (${ownerName}), ${[layer, section, lang, regionKey].filter(Boolean).join(' ')}`,
    )
}
