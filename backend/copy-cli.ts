import { existsSync } from 'node:fs'
import { isDatabaseAddress } from './configuration.ts'
import { type OpenDatabase, openDatabase } from './database/database.ts'
import { databaseFile, shownAddress } from './database/database-address.ts'
import { copyDatabase } from './operation/copy.ts'
import { OperationError } from './operation/operation-error.ts'
import { demandFilled, readArguments, UsageError } from './usage-error.ts'
import { rebuildSearchIndex } from './wayfinding/index.ts'

export const copyHelp = `  amtsweg copy --from <database> [--to <database>]  everything into an empty database of another kind, proven by checksums;
                                                    --to is DATABASE_URL where it is left out`

interface CopyWorkplace {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly say: (line: string) => void
}

/** Copies a database. Throws UsageError and OperationError. */
export async function copyCommand(
  args: readonly string[],
  { environment, say }: CopyWorkplace,
): Promise<void> {
  const { values } = readArguments(
    args,
    { from: { type: 'string' }, to: { type: 'string' } },
    { command: 'copy', words: 0 },
  )
  demandFilled(values)
  const from = address('--from', values.from)
  const to = address('--to', values.to ?? environment['DATABASE_URL'])
  if (from === to) throw new UsageError('--from and --to name the same database.')
  const file = databaseFile(from)
  if (file && !existsSync(file)) throw new OperationError(`There is no database at ${file}: check --from.`)
  const began = performance.now()
  const sums = await withBoth(from, to, (source, target) =>
    copyDatabase({ from: source, to: target, rebuild: (trx) => rebuildSearchIndex(trx), say }),
  )
  const width = Math.max(...sums.map(({ table }) => table.length))
  for (const { table, rows, sha256 } of sums)
    say(`${table.padEnd(width)} ${String(rows).padStart(9)}  ${sha256}`)
  const rows = sums.reduce((sum, one) => sum + one.rows, 0)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  say(
    `Copied: ${rows} rows of ${sums.length} tables from ${shownAddress(from)} to ${shownAddress(to)} in ${seconds} s.`,
  )
  say(
    `Start the server with DATABASE_URL='${shownAddress(to)}'. What is written to the old one from now on is not in it.`,
  )
}

async function withBoth<Result>(
  from: string,
  to: string,
  work: (source: OpenDatabase, target: OpenDatabase) => Promise<Result>,
): Promise<Result> {
  const source = openDatabase(from)
  const target = openDatabase(to)
  try {
    return await work(source, target)
  } finally {
    await Promise.all([source.close(), target.close()])
  }
}

function address(option: string, url: string | undefined): string {
  if (!url) throw new UsageError(`${option} is missing: which database?`)
  if (isDatabaseAddress(url) && url !== 'sqlite::memory:') return url
  throw new UsageError(
    `${option} is an address such as sqlite:./var/amtsweg.sqlite or postgres://user:password@host/database, with %40 for @ in a password.`,
  )
}
