import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'

/** Gives a finished file its name, so that after a power cut there is the whole file or none. */
export function moveIntoPlace(from: string, to: string): void {
  synchronise(from)
  renameSync(from, to)
  synchronise(dirname(to))
}

/** Waits until a file, or what a folder lists, has reached the disk. */
function synchronise(path: string): void {
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } catch (error) {
    // Some systems and network disks cannot do that with a folder.
    if (!['EINVAL', 'EPERM', 'EISDIR', 'ENOTSUP'].includes((error as { code?: string }).code ?? ''))
      throw error
  } finally {
    closeSync(file)
  }
}
