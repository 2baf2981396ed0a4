import { type ChildProcess, spawn } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { atEnd } from '../temporary-folder.ts'
import { environment, root } from './server.ts'

/** A server that listens, once it is told to start, on a socket that is not its own. */
export interface Successor {
  readonly start: () => void
  readonly stop: () => void
  /** Resolves once it has said so; rejects when it ends before. */
  readonly said: (words: string) => Promise<void>
  readonly ended: Promise<number | null>
}

const children = new Set<ChildProcess>()
atEnd(async () => void children.forEach((child) => child.kill('SIGKILL')))

/** As a service manager does (sd_listen_fds): one open socket, handed to each of several servers that start when told. */
export async function openSocket(count: number, env: Readonly<Record<string, string>>) {
  const listener = createServer()
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', 511, resolve))
  const { port } = listener.address() as AddressInfo
  // Node tells nobody officially under which number a socket is open.
  const descriptor = (listener as unknown as { readonly _handle: { readonly fd: number } })._handle.fd
  const successors = Array.from({ length: count }, () => {
    // The shell holds the socket until it is told to become the server.
    const command = `read go; export LISTEN_PID=$$ LISTEN_FDS=1; exec "${process.execPath}" "${join(root, 'backend/main.ts')}"`
    const child = spawn('/bin/sh', ['-c', command], {
      env: environment(env),
      stdio: ['pipe', 'pipe', 'pipe', descriptor],
    })
    children.add(child)
    return successorOf(child)
  })
  await new Promise((resolve) => listener.close(resolve))
  return { port, successors }
}

function successorOf(child: ChildProcess): Successor {
  let output = ''
  const listeners = new Set<() => void>()
  for (const stream of [child.stdout!, child.stderr!])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
      listeners.forEach((look) => look())
    })
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  return {
    start: () => child.stdin!.end('go\n'),
    stop: () => child.kill('SIGTERM'),
    ended,
    said: (words) =>
      new Promise((resolve, reject) => {
        const look = () => void (output.includes(words) && resolve())
        listeners.add(look)
        look()
        void ended.then(() => reject(new Error(`The server ended before it said "${words}":\n${output}`)))
      }),
  }
}
