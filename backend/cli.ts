import { randomBytes, randomUUID } from 'node:crypto'
import { closeSync, openSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Source } from '@amtsweg/contract'
import { auditCommand, AuditError, auditHelp } from './audit-cli.ts'
import { authorityCommand, authorityHelp } from './authority-cli.ts'
import { clerkCommand, clerkHelp } from './clerk-cli.ts'
import { type Configuration, ConfigurationError, readConfiguration } from './configuration.ts'
import { configurationReference } from './configuration-reference.ts'
import { copyCommand, copyHelp } from './copy-cli.ts'
import { type Db, openDatabase } from './database/database.ts'
import { databaseFile } from './database/database-address.ts'
import { type WriteSoon, writeSoon } from './database/write-soon.ts'
import { doctorCommand, doctorHelp } from './doctor-cli.ts'
import { exportCommand, exportHelp } from './export-cli.ts'
import { geodataCommand, geodataHelp } from './geodata-cli.ts'
import { harvestCommand, harvestHelp } from './harvest-cli.ts'
import { ImportError, type ImportReport, type ImportStep } from './import/index.ts'
import { downloadCaps } from './integration/download.ts'
import { feedCaps } from './integration/feed-page.ts'
import { geoCaps } from './integration/geo-page.ts'
import { createGuardedClient } from './integration/guarded-client.ts'
import { ldapDirectory } from './integration/ldap-directory.ts'
import { systemClock } from './jobs/index.ts'
import { keywordsCommand, keywordsHelp } from './keywords-cli.ts'
import { ldapCommand, ldapHelp } from './ldap-cli.ts'
import { linkCheckParts } from './link-job.ts'
import { linksCommand, linksHelp } from './links-cli.ts'
import { explainServer } from './operation/database-server.ts'
import { explainDisk, OperationError } from './operation/operation-error.ts'
import { upgradeDatabase } from './operation/upgrade.ts'
import {
  backupCommand,
  operationHelp,
  type OperationWorkplace,
  restoreCommand,
  upgradeCommand,
} from './operation-cli.ts'
import { originsCommand, originsHelp } from './origins-cli.ts'
import { peopleCommand, peopleHelp } from './people-cli.ts'
import { derivations, planFolder, profiles } from './profiles.ts'
import { recordedImport } from './recorded-import.ts'
import { scheduleCommand, scheduleHelp } from './schedule-cli.ts'
import { subscriptionCommand, subscriptionHelp } from './subscription-cli.ts'
import { importXzufi } from './subscription-xzufi.ts'
import { tokenCommand, tokenHelp } from './token-cli.ts'
import { upgradeOrder } from './upgrade-order.ts'
import { uploadCommand } from './upload-cli.ts'
import { readArguments, UsageError } from './usage-error.ts'
import { refreshSearchIndex } from './wayfinding/index.ts'

const help = `Usage:
  amtsweg import <profile> <file> [--dry-run] [--force] [--report <file>] [--source <id>] [--source-name <name>]
  amtsweg import --all <folder>   [--dry-run] [--force] [--report <file>]
${scheduleHelp}
${subscriptionHelp}
${harvestHelp}
${exportHelp}
${keywordsHelp}
${linksHelp}
${operationHelp}
${copyHelp}
${doctorHelp}
  amtsweg index                                     makes the search index anew, where services were changed since
  amtsweg configuration                             every setting, its default and its meaning
${authorityHelp}
${originsHelp}
${peopleHelp}
${geodataHelp}
${ldapHelp}
${tokenHelp}
${clerkHelp}
${auditHelp}

Files may be gzipped. An import is one transaction: it succeeds as a whole or changes nothing.
  --dry-run   read and check everything, change nothing
  --force     accept deletions or rejections that look like a damaged file
  --report    write every rejected record with line and reason as JSON
  --source    keep what the file holds apart under this id: what a later file of the same source lacks is deleted

Profiles:
${profiles.map((profile) => `  ${profile.name.padEnd(26)} ${profile.summary}`).join('\n')}`

interface Operated extends OperationWorkplace {
  readonly configuration: Configuration
}

/** Commands that open the database themselves, if at all. */
const operations: Readonly<Record<string, (args: readonly string[], place: Operated) => Promise<void>>> = {
  backup: backupCommand,
  restore: restoreCommand,
  upgrade: upgradeCommand,
  copy: copyCommand,
  async doctor(args, place) {
    process.exitCode = await doctorCommand(args, place)
  },
}

async function run(args: readonly string[]): Promise<void> {
  if (args[0] === 'keywords' && !args.includes('--help'))
    return withDatabase((db) =>
      keywordsCommand(args.slice(1), { db, say: console.log, now: () => new Date() }),
    )
  if (args[0] === 'links' && !args.includes('--help'))
    return withDatabase((db, { links }, write) =>
      linksCommand(args.slice(1), {
        db,
        write,
        clock: systemClock,
        say: console.log,
        parts: linkCheckParts({ db, write, clock: systemClock }, links),
        signal: stopped(),
      }),
    )
  if (args[0] === 'schedule' && !args.includes('--help'))
    return withDatabase(async (db, configuration, write) => {
      process.exitCode = await scheduleCommand(args.slice(1), schedulePlace(db, configuration, write))
    })
  if (args[0] === 'subscription' && !args.includes('--help'))
    return withDatabase(async (db, configuration, write) => {
      process.exitCode = await subscriptionCommand(args.slice(1), subscriptionPlace(db, configuration, write))
    })
  if (args[0] === 'geodata' && args[1] === 'harvest' && !args.includes('--help'))
    return withDatabase(async (db, configuration, write) => {
      process.exitCode = await harvestCommand(args.slice(2), harvestPlace(db, configuration, write))
    })
  if (args[0] === 'upload' && !args.includes('--help'))
    return withDatabase((db, { databaseUrl }, write) =>
      uploadCommand(args.slice(1), {
        ...{ db, write, clock: systemClock, say: console.log, signal: stopped() },
        createHolder: () => `cli-${randomUUID()}`,
        workFile: databaseFile(databaseUrl) ?? join(tmpdir(), 'amtsweg'),
      }),
    )
  if (args[0] === 'export' && !args.includes('--help'))
    return withDatabase((db) =>
      exportCommand(args.slice(1), { db, say: console.log, now: () => new Date(), createId: randomUUID }),
    )
  if (args[0] === 'configuration' && args.length === 1)
    return void process.stdout.write(configurationReference())
  const operation = args[0] && !args.includes('--help') && operations[args[0]]
  if (operation)
    return operation(args.slice(1), {
      configuration: readConfiguration(process.env),
      environment: process.env,
      now: () => new Date(),
      say: console.log,
    })
  if (args[0] === 'index' && args.length === 1)
    return withDatabase(async (db) => {
      console.log(
        (await refreshSearchIndex(db))
          ? 'The search index was made anew.'
          : 'The search index is up to date.',
      )
    })
  const place = (db: Db) => ({ db, say: console.log, now: () => new Date(), random: randomBytes })
  if (args[0] === 'authority' && !args.includes('--help'))
    return withDatabase((db) => authorityCommand(args.slice(1), place(db)))
  if (args[0] === 'origins' && !args.includes('--help'))
    return withDatabase((db) => originsCommand(args.slice(1), place(db)))
  if (args[0] === 'people' && !args.includes('--help'))
    return withDatabase((db) => peopleCommand(args.slice(1), place(db)))
  if (args[0] === 'geodata' && !args.includes('--help'))
    return withDatabase((db) => geodataCommand(args.slice(1), place(db)))
  if (args[0] === 'ldap' && !args.includes('--help'))
    return withDatabase((db, { ldapFile }) =>
      ldapCommand(args.slice(1), { ...place(db), settingsFile: ldapFile, open: ldapDirectory }),
    )
  if (args[0] === 'token' && !args.includes('--help'))
    return withDatabase((db) => tokenCommand(args.slice(1), place(db)))
  if (args[0] === 'clerk' && !args.includes('--help'))
    return withDatabase((db, { publicUrl, port }) =>
      clerkCommand(args.slice(1), { ...place(db), address: publicUrl ?? `http://localhost:${port}` }),
    )
  if (args[0] === 'audit' && !args.includes('--help'))
    return withDatabase((db) => auditCommand(args.slice(1), place(db)))
  const { values, positionals } = parse(args)
  const [command, name, file] = positionals
  if (values.help || !command) return console.log(help)
  if (command !== 'import') throw new UsageError(`There is no command "${command}".`)
  const { steps, retire } = values.all
    ? planFolder(values.all)
    : { steps: [{ ...findStep(name, file), source: sourceIn(values) }], retire: [] }
  // Before anything is imported, so that a place where nothing can be written is known in time.
  if (values.report) closeSync(openSync(values.report, 'a'))
  await withDatabase(async (db) => {
    const start = performance.now()
    const reports = await recordedImport(db, steps, {
      by: 'import',
      clock: systemClock,
      derivations,
      retire,
      dryRun: values['dry-run'],
      force: values.force,
      onProgress: (message) => console.log(message),
    })
    summarise(reports, values['dry-run'], performance.now() - start)
    if (values.report) writeFileSync(values.report, `${JSON.stringify(reports, undefined, 2)}\n`)
  })
}

/** Aborted when somebody wants the command to end: what it has done stays. */
function stopped(): AbortSignal {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  return stop.signal
}

function schedulePlace(db: Db, { databaseUrl, imports, links }: Configuration, write: WriteSoon) {
  const { allow, ownHosts, contactUrl } = links
  const userAgent = `Amtsweg-Import${contactUrl ? ` (+${contactUrl})` : ''}`
  const clock = systemClock
  return {
    ...{ db, allow, now: clock.now, say: console.log },
    parts: {
      ...{ db, write, clock, random: Math.random, signal: stopped(), holder: `cli-${randomUUID()}` },
      ask: createGuardedClient({ userAgent, ownHosts, allow, caps: downloadCaps(imports.maxBytes) }),
      workFile: databaseFile(databaseUrl) ?? join(tmpdir(), 'amtsweg'),
    },
  }
}

function subscriptionPlace(db: Db, configuration: Configuration, write: WriteSoon) {
  const { parts, ...place } = schedulePlace(db, configuration, write)
  const { links, imports } = configuration
  const { allow, ownHosts, contactUrl } = links
  const userAgent = `Amtsweg-Subscription${contactUrl ? ` (+${contactUrl})` : ''}`
  const longest = imports.maxBytes
  const askNode = createGuardedClient({ userAgent, ownHosts, allow, caps: feedCaps })
  return { ...place, parts: { ...parts, askNode, importXzufi, longest } }
}

function harvestPlace(db: Db, configuration: Configuration, write: WriteSoon) {
  const { parts, ...place } = schedulePlace(db, configuration, write)
  const { allow, ownHosts, contactUrl } = configuration.links
  const userAgent = `Amtsweg-Harvest${contactUrl ? ` (+${contactUrl})` : ''}`
  const longest = configuration.imports.maxBytes
  const ask = createGuardedClient({ userAgent, ownHosts, allow, caps: geoCaps(longest) })
  return { ...place, parts: { ...parts, ask, longest } }
}

async function withDatabase(
  work: (db: Db, configuration: Configuration, write: WriteSoon) => Promise<void>,
): Promise<void> {
  const configuration = readConfiguration(process.env)
  const database = openDatabase(configuration.databaseUrl)
  try {
    // What a command prints may go into a file: an upgrade is told beside it.
    await upgradeDatabase({
      ...upgradeOrder(configuration, { now: () => new Date(), say: console.error }),
      database,
    })
    await work(database.db, configuration, writeSoon(database.writeIfFree))
  } finally {
    await database.close()
  }
}

const options = {
  all: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  force: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  report: { type: 'string' },
  source: { type: 'string' },
  'source-name': { type: 'string' },
} as const

const parse = (args: readonly string[]) => {
  const isOfFolder = args.some((one) => /^--all\b/.test(one))
  const taken = isOfFolder ? { command: 'import --all', words: 1 } : { command: 'import', words: 3 }
  return readArguments(args, options, args[0] === 'import' ? taken : { command: '', words: Infinity })
}

function sourceIn(values: ReturnType<typeof parse>['values']): Partial<Source> {
  const { source: id, 'source-name': name } = values
  if (id !== undefined && !/^[a-z0-9][a-z0-9-]{0,59}$/.test(id))
    throw new UsageError('The id of a source is small letters, digits and hyphens, at most 60.')
  return { ...(id ? { id } : {}), ...(name ? { name } : {}) }
}

function findStep(name: string | undefined, path: string | undefined): ImportStep {
  const profile = profiles.find((one) => one.name === name)
  if (!profile) throw new UsageError(name ? `There is no profile "${name}".` : 'Which profile?')
  if (!path) throw new UsageError(`Which file shall ${profile.name} read?`)
  return { profile, path }
}

function summarise(reports: readonly ImportReport[], dryRun: boolean, milliseconds: number): void {
  const rejected = reports.flatMap((report) => report.rejected.map((one) => ({ ...one, path: report.path })))
  const shown = rejected.slice(0, 20)
  for (const { path, line, reason } of shown) console.log(`rejected ${path}:${line}: ${reason}`)
  if (rejected.length > shown.length)
    console.log(`… and ${rejected.length - shown.length} more rejected; --report <file> writes them all`)
  const notes = reports.flatMap((report) => report.notes)
  for (const { what, count } of notes.slice(0, 20)) console.log(`noted ${count} x ${what}`)
  const written = reports.reduce((sum, report) => sum + report.written, 0)
  const deleted = reports.reduce((sum, report) => sum + report.deleted, 0)
  const memory = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(
    `${dryRun ? 'Dry run, nothing changed' : 'Done'}: ${written} written, ${deleted} deleted, ${rejected.length} rejected in ${(milliseconds / 1000).toFixed(1)} s, at most ${memory} MB`,
  )
}

/** The file that an error is about, as far as it says so. */
const pathIn = (error: unknown): string =>
  (error as { path?: string } | null)?.path ?? 'A file that was named'

run(process.argv.slice(2)).catch((error: unknown) => {
  process.exitCode = error instanceof UsageError ? 2 : 1
  if (error instanceof UsageError) console.error(`${error.message}\n\n${help}`)
  else if (error instanceof OperationError) console.error(error.message)
  else if (explainServer(error)) console.error(explainServer(error)?.message)
  else if (error instanceof AuditError) console.error(error.message)
  else if (error instanceof ImportError || error instanceof ConfigurationError)
    console.error(`${error.message.replace(/[^.!?]$/, '$&.')} Nothing was changed.`)
  else console.error(explainDisk(error, pathIn(error))?.message ?? error)
})
