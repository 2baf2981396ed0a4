import type { Db } from './database/database.ts'
import { publishXzufi } from './federation/index.ts'
import { ImportError, type XzufiVersion, xzufiVersions } from './import/index.ts'
import { writeXzufiFile } from './responsibility/index.ts'
import { readArguments, UsageError } from './usage-error.ts'

export const exportHelp = `  amtsweg export xzufi <file> [--version ${xzufiVersions.join('|')}] [--since <date>] [--published]`

/** What a command works with. */
interface Workplace {
  readonly db: Db
  readonly say: (line: string) => void
  readonly now: () => Date
  readonly createId: () => string
}

/** Writes everything as XZuFi into a file, which is there only once it is complete. */
export async function exportCommand(
  args: readonly string[],
  { db, say, now, createId }: Workplace,
): Promise<void> {
  const { values, positionals } = readArguments(
    args,
    {
      version: { type: 'string', default: '2.2' },
      since: { type: 'string' },
      published: { type: 'boolean' },
    },
    { command: 'export', words: 2 },
  )
  const [format, path] = positionals
  if (format !== 'xzufi') throw new UsageError(format ? `There is no format "${format}".` : 'Which format?')
  if (!path) throw new UsageError('Which file shall be written?')
  const { version, since } = values
  if (!isVersion(version)) throw new UsageError(`XZuFi is written in ${xzufiVersions.join(' or ')}.`)
  if (since !== undefined && !/^\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?$/.test(since))
    throw new UsageError(
      '--since is a date such as 2026-11-25, or a time in UTC such as 2026-11-25T03:00:00Z.',
    )
  if (values.published && since !== undefined)
    throw new UsageError('--published is always the whole: leave out --since.')
  const counts = new Map<string, number>()
  const options = {
    ...{ version, since, now: now().toISOString(), messageId: createId() },
    note: (what: string) => void counts.set(what, (counts.get(what) ?? 0) + 1),
  }
  try {
    if (values.published) await publishXzufi(db, { ...options, path, now: now() })
    else await writeXzufiFile(db, path, options)
  } catch (cause) {
    const { code } = cause as { code?: string }
    if (code === 'ENOENT' || code === 'EACCES' || code === 'ENOSPC')
      throw new ImportError(
        `The file ${path} cannot be written (${code}): check the folder, its rights and its room.`,
        { cause },
      )
    throw cause
  }
  for (const [what, count] of counts) say(`${count} x ${what}`)
}

const isVersion = (text: string): text is XzufiVersion => (xzufiVersions as readonly string[]).includes(text)
