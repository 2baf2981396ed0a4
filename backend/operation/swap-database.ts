import { chmodSync, chownSync, existsSync, linkSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { whileAlone } from '../database/snapshot.sqlite.ts'
import { moveIntoPlace } from './durable-move.ts'
import { OperationError } from './operation-error.ts'

/** Which database takes the place of which. */
export interface Swap {
  readonly live: string
  /** On the same disk. */
  readonly replacement: string
  /** Where the old one stays. */
  readonly keepAs: string
}

/**
 * Puts one database in the place of another in a single step of the file system: at every moment there is the old one or the
 * new one. Tells whether an old one was kept. Throws OperationError where a process has the old one open: it would go on writing
 * to a file that nobody finds any more.
 */
export function swapDatabase({ live, replacement, keepAs }: Swap): boolean {
  belongTo(existsSync(live) ? live : dirname(live), replacement)
  if (!existsSync(live)) {
    setLogsAside(live, keepAs)
    moveIntoPlace(replacement, live)
    return false
  }
  const alone = whileAlone(live, () => {
    setLogsAside(live, keepAs)
    keep(live, keepAs)
    moveIntoPlace(replacement, live)
  })
  if (alone === 'in-use')
    throw new OperationError(
      `Another process has ${live} open, the server most likely: stop it (systemctl stop amtsweg) and try again. Nothing was changed.`,
    )
  return true
}

/** A second name for the same file, where the disk has such; else for a moment there is none of the first. */
function keep(live: string, keepAs: string): void {
  try {
    linkSync(live, keepAs)
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST') throw error
    renameSync(live, keepAs)
  }
}

/** A log that stayed would be played into a database it does not belong to. */
function setLogsAside(live: string, keepAs: string): void {
  for (const end of ['-wal', '-shm', '-journal'])
    if (existsSync(live + end)) renameSync(live + end, keepAs + end)
}

/** Whoever restores as root must not lock out the user the server runs as. */
function belongTo(owner: string, path: string): void {
  const { uid, gid, mode } = statSync(owner)
  if (process.getuid?.() === 0) chownSync(path, uid, gid)
  chmodSync(path, mode & 0o666)
}
