import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const cli = join(import.meta.dirname, 'cli.ts')

/** Runs a command of ours in a process of its own, so that readers need not wait for it. Rejects unless it ends well. */
export async function runCommand(args: readonly string[], signal: AbortSignal): Promise<void> {
  await run(process.execPath, [...process.execArgv, cli, ...args], { signal })
}
