import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { OperationError } from './operation-error.ts'

/** A start of the real server on a database that nobody else sees. */
export interface ShadowStart {
  /** Path of the database; it is brought up to date as at any start. */
  readonly database: string
  /** Path of the program that is the server. */
  readonly server: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly say: (line: string) => void
}

/** Milliseconds that a start may take: large databases are brought up to date first. */
const patience = 10 * 60_000
const questions = ['/readyz', '/api/v1/sources', '/api/v1/services?limit=1', '/services'] as const

/**
 * Starts the server on a port of its own that only this computer reaches, asks it what readers ask, and stops it. It goes out to
 * nobody. Throws OperationError where it does not start or does not answer.
 */
export async function shadowStart({ database, server, environment, say }: ShadowStart): Promise<void> {
  const own = Object.entries(environment).filter(
    ([name]) => !/^(AMTSWEG_|PORT$|HOST$|DATABASE_URL$)/.test(name),
  )
  const env = {
    ...Object.fromEntries(own),
    ...{ DATABASE_URL: `sqlite:${database}`, PORT: '0', HOST: '127.0.0.1' },
    ...{
      AMTSWEG_DEMO: 'off',
      AMTSWEG_COUNT_SEARCHES: 'off',
      AMTSWEG_COUNT_WEBSITES: 'off',
      AMTSWEG_LINK_CHECK: 'off',
      AMTSWEG_DRAIN_SECONDS: '0',
    },
  }
  const child = spawn(process.execPath, [server], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = once(child, 'close')
  try {
    const port = await readyPort(child.stdout, child.stderr, ended)
    for (const path of questions) {
      const response = await fetch(`http://127.0.0.1:${port}${path}`)
      await response.text()
      if (!response.ok)
        throw new OperationError(
          `The server on the restored database answers ${path} with ${response.status}.`,
        )
    }
    say(`The server started on it and answered ${questions.join(', ')}`)
  } finally {
    child.kill('SIGTERM')
    const force = setTimeout(() => child.kill('SIGKILL'), 10_000)
    await ended
    clearTimeout(force)
  }
}

/** The port the server names when it is ready; rejects with its last words when it ends before, or takes too long. */
function readyPort(
  out: NodeJS.ReadableStream,
  errors: NodeJS.ReadableStream,
  ended: Promise<unknown>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    let text = ''
    const fail = (why: string) => () =>
      reject(
        new OperationError(
          `The server ${why} on the restored database. It said: ${text.slice(-1_000).trim()}`,
        ),
      )
    const timer = setTimeout(fail('was not ready in time'), patience)
    void ended.then(fail('did not start')).finally(() => clearTimeout(timer))
    const read = (chunk: Buffer) => {
      text = (text + chunk.toString()).slice(-20_000)
      const port = /is ready: http:\/\/[^:\s]+:(\d+)/.exec(text)?.[1]
      if (port) resolve(Number(port))
      if (port) clearTimeout(timer)
    }
    out.on('data', read)
    errors.on('data', read)
  })
}
