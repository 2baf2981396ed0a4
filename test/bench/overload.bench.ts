import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startTarget, stopTarget, type Target } from './load.ts'

/**
 * What becomes of readers when far more ask than can be answered: each asks for something new as soon as it has an answer,
 * and once refused comes again after a second, as the shortest Retry-After says. Server and readers share this computer's cores, so
 * times are those of both: read the rows against each other.
 */
const root = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'amtsweg-overload-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const seconds = 10
const patience = 1_000
/** Until all have a connection. */
const warming = 3

const settings = [
  { name: 'calm', readers: 4, env: {} },
  { name: 'overload', readers: 400, env: {} },
  {
    name: 'overload, no end to waiting',
    readers: 400,
    env: { AMTSWEG_IN_FLIGHT: '1', AMTSWEG_BACKLOG: '100000' },
  },
] as const

let asked = 0
const something = () =>
  `/api/v1/services?q=${['Ausweis', 'Hund', 'Wohnsitz', 'Gewerbe'][asked++ % 4]}%20${asked}`

const ask = (origin: string, path: string, agent: Agent) =>
  new Promise<{ status: number; milliseconds: number }>((resolve, reject) => {
    const began = performance.now()
    get(origin + path, { agent }, (response) =>
      response
        .resume()
        .once('end', () =>
          resolve({ status: response.statusCode ?? 0, milliseconds: performance.now() - began }),
        ),
    ).once('error', reject)
  })

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

async function crowd({ origin }: Target, readers: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: readers })
  const health = new Agent({ keepAlive: true })
  const times = new Map<string, number[]>()
  const note = (what: string, milliseconds: number) => {
    if (performance.now() < from) return
    const known = times.get(what) ?? []
    known.push(milliseconds)
    times.set(what, known)
  }
  const from = performance.now() + warming * 1_000
  const until = from + seconds * 1_000
  const reader = async () => {
    while (performance.now() < until) {
      const { status, milliseconds } = await ask(origin, something(), agent)
      note(String(status), milliseconds)
      if (status !== 200) await pause(patience)
    }
  }
  const doctor = async () => {
    while (performance.now() < until) {
      const { status, milliseconds } = await ask(origin, '/readyz', health)
      note(status === 200 ? 'health' : 'ill', milliseconds)
      await pause(50)
    }
  }
  await Promise.all([...Array.from({ length: readers }, reader), doctor()])
  agent.destroy()
  health.destroy()
  return times
}

function say(what: string, times: readonly number[] = []): string {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN).toFixed(1)
  return `${what}: ${(times.length / seconds).toFixed(0)}/s, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`
}

for (const { name, readers, env } of settings) {
  const server = await startTarget('amtsweg', [join(root, 'backend', 'main.ts')], {
    DATABASE_URL: `sqlite:${join(folder, 'amtsweg.sqlite')}`,
    PORT: '0',
    ...env,
  })
  const times = await crowd(server, readers)
  console.log(`${name} (${readers} readers)`)
  for (const status of [...times.keys()].sort()) console.log(`  ${say(status, times.get(status))}`)
  await stopTarget(server)
}
