import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { atEnd, temporaryFolder } from '../temporary-folder.ts'

export { temporaryFolder } from '../temporary-folder.ts'

export const root = join(import.meta.dirname, '..', '..')
export const demoData = join(root, 'demo-site', 'data')

/** A program of ours that runs beside the test. */
export interface Program {
  readonly id: number
  /** Everything it has printed so far. */
  readonly output: () => string
  /** Its exit code, or the name of the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>
  readonly signal: (name: NodeJS.Signals) => void
  /** Resolves once a line has been printed; rejects with the output when the program ends before. */
  readonly printed: (pattern: RegExp) => Promise<RegExpMatchArray>
}

/** What a reader can open, and what a test can do to it. */
export interface RunningServer extends Program {
  readonly origin: string
  readonly port: number
  readonly databaseUrl: string
}

const running = new Map<ChildProcess, Promise<unknown>>()

// Nothing outlives the test run, however it ends.
const killAll = () => running.forEach((_, child) => child.kill('SIGKILL'))
process.on('exit', killAll)
atEnd(async () => {
  killAll()
  await Promise.allSettled(running.values())
})

/** Our own settings never come from the shell that runs the tests. */
export function environment(added: Readonly<Record<string, string>>): Record<string, string> {
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && !/^(AMTSWEG_.*|PORT|HOST|DATABASE_URL|NODE_OPTIONS)$/.test(entry[0]),
  )
  return { ...Object.fromEntries(inherited), ...added }
}

const programs = { main: 'backend/main.ts', cli: 'backend/cli.ts', boot: '.toolchain/boot.mjs' } as const

/** Starts the server, the command line, or what `npm start` and its like start. */
export function runProgram(
  name: keyof typeof programs,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
  nodeOptions: readonly string[] = [],
): Program {
  const child = spawn(process.execPath, [...nodeOptions, join(root, programs[name]), ...args], {
    cwd: temporaryFolder(),
    env: environment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const read = (text: string) => (output += text)
  child.stdout.setEncoding('utf8').on('data', read)
  child.stderr.setEncoding('utf8').on('data', read)
  const ended = new Promise<number | NodeJS.Signals>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      running.delete(child)
      resolve(code ?? signal ?? 1)
    })
  })
  running.set(child, ended)
  const printed = (pattern: RegExp) =>
    new Promise<RegExpMatchArray>((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(output)
        if (!found) return
        child.stdout.off('data', look)
        child.stderr.off('data', look)
        resolve(found)
      }
      child.stdout.on('data', look)
      child.stderr.on('data', look)
      look()
      void ended.then((end) =>
        reject(new Error(`${programs[name]} ended with ${end} before ${pattern} was printed:\n${output}`)),
      )
    })
  return {
    id: child.pid ?? 0,
    output: () => output,
    ended,
    signal: (signal) => void child.kill(signal),
    printed,
  }
}

interface ServerOptions {
  /** A database to go on with; else a new one, which the server fills with the demo data. */
  readonly databaseUrl?: string
  /** Else one that is free. */
  readonly port?: number
  readonly env?: Readonly<Record<string, string>>
}

/** Starts the real server on this computer and waits until it takes readers. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  if (!existsSync(join(root, 'dist', 'embed.js')))
    throw new Error('The widgets are not built: run `npm run build` first (`npm test` does it by itself).')

  const databaseUrl = options.databaseUrl ?? `sqlite:${join(temporaryFolder(), 'amtsweg.sqlite')}`
  const program = runProgram('main', [], {
    PORT: String(options.port ?? 0),
    DATABASE_URL: databaseUrl,
    ...options.env,
  })
  const [, port] = await program.printed(/Amtsweg is ready: http:\/\/localhost:(\d+)/)
  return { ...program, databaseUrl, port: Number(port), origin: `http://localhost:${port}` }
}

/** Lets an authority of the whole Land register a website, in the place of the one before. */
export async function registerWebsite(databaseUrl: string, origin: string): Promise<void> {
  const authority = (...args: readonly string[]) =>
    runProgram('cli', ['authority', ...args, '--origin', origin], { DATABASE_URL: databaseUrl })
  if ((await authority('set', 'mv').ended) === 0) return
  const added = authority('add', 'mv', '--area', '13')
  if ((await added.ended) !== 0) throw new Error(added.output())
}
