import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

const prefix = '.amtsweg-work-'
/** Milliseconds after which a folder belongs to nobody: no work takes a day. */
const forgotten = 24 * 60 * 60_000

/**
 * Does work with a folder of its own beside a file, on the same disk, which is gone afterwards: what is unpacked there is as
 * secret as the database. What a killed process left behind is removed a day later.
 */
export async function inWorkFolder<Result>(
  besideFile: string,
  now: Date,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const parent = dirname(besideFile)
  for (const name of readdirSync(parent)) {
    const path = join(parent, name)
    const isOld = () => now.getTime() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > forgotten
    if (name.startsWith(prefix) && isOld()) rmSync(path, { recursive: true, force: true })
  }
  const folder = mkdtempSync(join(parent, prefix))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
