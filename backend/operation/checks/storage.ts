import type { NamedBackup } from '../backup-name.ts'
import { inWords } from '../disk-room.ts'
import { type Finding, fine, problem, warning } from './finding.ts'

const megabyte = 1024 * 1024
const day = 24 * 60 * 60_000

/** Room on the disk of the database. An upgrade or a backup needs up to four times its size for a while. */
export function diskFinding(free: number, databaseBytes: number): Finding {
  const enough = 4 * databaseBytes + 200 * megabyte
  const what = `${inWords(free)} free on the disk of the database, which has ${inWords(databaseBytes)}`
  if (free < databaseBytes + 50 * megabyte)
    return problem(
      'disk',
      what,
      'Make room at once: imports and backups fail, and the log of the database may too.',
    )
  if (free < enough) return warning('disk', what, `Make room: an upgrade needs about ${inWords(enough)}.`)
  return fine('disk', what)
}

/** The log of changes beside the database: it shrinks by itself unless somebody holds on to an old state. */
export function logFinding(logBytes: number, databaseBytes: number): Finding {
  const what = `The log beside the database has ${logBytes === 0 ? '0 MB' : inWords(logBytes)}`
  if (logBytes <= Math.max(64 * megabyte, databaseBytes / 2)) return fine('log', what)
  return warning(
    'log',
    what,
    'Restart the server when no import runs. Where it grows again, a process holds an old state open: look for one with "fuser".',
  )
}

/** Whether other users of this computer can read what is not public, such as counted searches. */
export function rightsFinding(mode: number): Finding {
  const what = `The rights of the database file are ${(mode & 0o777).toString(8)}`
  if ((mode & 0o002) === 0) return fine('rights', what)
  return problem(
    'rights',
    `${what}: everybody on this computer can change it`,
    'Set them with: chmod 640 <file>',
  )
}

/** Whether there is a backup, and how old the newest is. */
export function backupFinding(backups: readonly NamedBackup[], folder: string, now: Date): Finding {
  const [newest] = backups
  if (!newest)
    return problem(
      'backup',
      `There is no backup in ${folder}`,
      'Run "amtsweg backup --keep 14", best every night (docs/guides/backup.md has a timer).',
    )
  const age = now.getTime() - Date.parse(newest.createdAt)
  const what = `The newest of ${backups.length} backups is from ${newest.createdAt.slice(0, 16).replace('T', ' ')} UTC`
  if (age <= 26 * 60 * 60_000) return fine('backup', what)
  const todo = 'Look why the nightly backup did not run, and run "amtsweg backup --keep 14" now.'
  return age > 7 * day ? problem('backup', what, todo) : warning('backup', what, todo)
}

/** What is kept of the widgets for pages that pin a release: about 1 MB each, and only the operator knows which are pinned. */
export function releaseFinding(
  { count, bytes }: { readonly count: number; readonly bytes: number },
  folder: string,
): Finding {
  if (count === 0)
    return warning(
      'releases',
      `No release of the widgets is kept in ${folder}`,
      'Start the server once. If that does not help, it may not write there: websites that pin a release lose their widgets at the next upgrade.',
    )
  const what = `${count} releases of the widgets are kept, with ${inWords(bytes)}`
  if (bytes < 200 * megabyte) return fine('releases', what)
  return warning('releases', what, `Delete the folders in ${folder} of those that no website pins any more.`)
}
