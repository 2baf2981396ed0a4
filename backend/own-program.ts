import { spawn } from 'node:child_process'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { sparing } from './sparing.ts'

const cli = join(import.meta.dirname, 'cli.ts')

/** Milliseconds a command may take to end when it shall stop; what it has not committed then is lost with it, and nothing else. */
const grace = 8_000

/**
 * Runs a command of ours in a process of its own, which gives way to everybody else: SQLite halts whoever writes, and readers need not
 * notice. Never rejects; tells how it ended, `exit code 0` where it ended well. `onLine` takes what it prints.
 */
export function runAside(
  args: readonly string[],
  signal: AbortSignal,
  onLine?: (line: string) => void,
): Promise<string> {
  const child = spawn(process.execPath, [...process.execArgv, ...sparing, cli, ...args], {
    stdio: ['ignore', onLine ? 'pipe' : 'ignore', 'ignore'],
  })
  if (onLine && child.stdout) createInterface({ input: child.stdout }).on('line', onLine)
  let killing: NodeJS.Timeout | undefined
  const stop = () => {
    child.kill('SIGTERM')
    killing = setTimeout(() => child.kill('SIGKILL'), grace)
  }
  return new Promise((resolve) => {
    const end = (how: string) => {
      clearTimeout(killing)
      signal.removeEventListener('abort', stop)
      resolve(how)
    }
    child.once('error', (error) => end((error as NodeJS.ErrnoException).code ?? error.name))
    child.once('close', (code, signalName) => end(signalName ?? `exit code ${code}`))
    child.once('spawn', () => {
      try {
        if (child.pid !== undefined) setPriority(child.pid, 10)
      } catch {
        // It is over already, or the system does not let us: then it works like everybody else.
      }
    })
    signal.addEventListener('abort', stop, { once: true })
    if (signal.aborted) stop()
  })
}

/** The same for what nobody asks how it ended. Rejects unless it ends well. */
export async function runCommand(args: readonly string[], signal: AbortSignal): Promise<void> {
  const end = await runAside(args, signal)
  if (end !== 'exit code 0') throw new Error(`amtsweg ${args[0]} ended with ${end}`)
}
