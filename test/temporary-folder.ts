import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Work to be done before a test file or a proof ends, the latest first: nothing outlives it. */
const endings: (() => Promise<void> | void)[] = []
const folders = new Set<string>()

/** Does something when the tests of this file, or this program, are over. */
export const atEnd = (work: () => Promise<void> | void): void => void endings.unshift(work)

async function endAll(): Promise<void> {
  for (const work of endings.splice(0)) await work()
  removeFolders()
}

const removeFolders = () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  folders.clear()
}

// A worker of Vitest is stopped without an `exit`; a proof ends by itself or by a signal.
if (process.env['VITEST'] && process.env['VITEST_POOL_ID']) (await import('vitest')).afterAll(endAll, 30_000)
process.on('exit', removeFolders)

/** An empty folder that goes away with the tests that made it, and with the next ones where these were killed. */
export function temporaryFolder(name: 'test' | 'postgres' = 'test', parent = tmpdir()): string {
  if (folders.size === 0) sweep(parent)
  const folder = mkdtempSync(join(parent, `amtsweg-${name}-${process.pid}-`))
  folders.add(folder)
  return folder
}

/** Removes folders whose process is gone: it was killed, so that nothing of its own could tidy up. */
export function sweep(parent: string): void {
  for (const name of readdirSync(parent)) {
    const process = /^amtsweg-(?:test|postgres)-(\d+)-\w{6}$/.exec(name)?.[1]
    if (process && !isRunning(Number(process))) removeIfOurs(join(parent, name))
  }
}

function removeIfOurs(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true })
  } catch {
    // Another user's: they sweep their own.
  }
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}
