import { existsSync } from 'node:fs'
import { get } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createRandom } from '../random.ts'
import { type Bench, contentsOf, killedImport, openBench } from './crash.ts'
import { demoData, type RunningServer, runProgram, startServer, temporaryFolder } from './server.ts'

// A sample; `npm run proof -- crash` kills two hundred times.
const seed = 20261123
const kills = 4

describe('an import that is killed', () => {
  let bench: Bench
  beforeAll(async () => {
    bench = await openBench()
  })

  test('has two states to choose from, and they differ', () => {
    expect(bench.states.map(({ integrity }) => integrity)).toEqual(['ok', 'ok'])
    expect(bench.states[0]).not.toEqual(bench.states[1])
  })

  test(`leaves the database whole, in the old state or in the new one (seed ${seed})`, async () => {
    const random = createRandom(seed)
    for (let index = 0; index < kills; index += 1) {
      const state = await killedImport(bench, index % 2 ? 0 : 1, random())
      expect(bench.states).toContainEqual(state)
    }
  }, 60_000)

  test('into a new database leaves no half of it, and the next one succeeds', async () => {
    const path = join(temporaryFolder(), 'amtsweg.sqlite')
    const importDemo = () =>
      runProgram('cli', ['import', '--all', demoData], { DATABASE_URL: `sqlite:${path}` })
    const first = importDemo()
    await first.printed(/\[5\//)
    first.signal('SIGKILL')
    expect(await first.ended).toBe('SIGKILL')
    const counts = Object.entries(contentsOf(path).tables).filter(([name]) => !name.startsWith('kysely_'))
    expect(counts.filter(([, rows]) => !rows.startsWith('0 rows'))).toEqual([])

    expect(await importDemo().ended).toBe(0)
    expect(contentsOf(path)).toEqual(bench.states[0])
  })
})

describe('a server that is told to stop', () => {
  let server: RunningServer
  beforeAll(async () => {
    // With so much patience, a stop that waits for a connection nobody uses would not end before the test does.
    // The backlog has room for all that is asked: what is refused for being too much is no request that was taken and lost.
    server = await startServer({ env: { AMTSWEG_DRAIN_SECONDS: '60', AMTSWEG_BACKLOG: '300' } })
  })
  afterAll(async () => {
    server?.signal('SIGKILL')
    await server?.ended
  })

  test('finishes what it was asked, says meanwhile that it takes nobody new, and ends with 0', async () => {
    const asked = Array.from({ length: 200 }, (_, index) =>
      status(`${server.origin}/api/v1/services?q=${encodeURIComponent(`Ausweis ${index}`)}`),
    )
    const slow = await beginRequest(server, '/api/v1/life-situations')
    const probe = await beginRequest(server, '/readyz')
    await asked[0]
    server.signal('SIGTERM')
    await server.printed(/"stopping"/)
    expect(await probe.finish()).toBe(503)
    expect(await slow.finish()).toBe(200)
    expect(new Set(await Promise.all(asked))).toEqual(new Set([200]))
    expect(await server.ended).toBe(0)
    expect(server.output()).toMatch(/"stopped"/)
  })

  test('leaves a database that needs no repair', () => {
    const path = server.databaseUrl.replace('sqlite:', '')
    expect(existsSync(`${path}-wal`)).toBe(false)
    expect(contentsOf(path).integrity).toBe('ok')
  })
})

const status = (address: string) =>
  new Promise<number>((resolve, reject) => {
    get(address, (response) => response.resume().once('end', () => resolve(response.statusCode ?? 0))).once(
      'error',
      reject,
    )
  })

/** A request of which the last line is still to come, as from a reader far away. */
async function beginRequest({ port }: RunningServer, path: string) {
  const socket = connect(port, '127.0.0.1')
  await new Promise((resolve) => socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n`, resolve))
  const answered = new Promise<number>((resolve, reject) => {
    socket.once('error', reject)
    socket.once('data', (bytes) => resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(String(bytes))?.[1])))
    socket.once('close', () => reject(new Error(`The connection for ${path} was closed without an answer`)))
  })
  return {
    finish: () => {
      socket.write('\r\n')
      return answered.finally(() => socket.destroy())
    },
  }
}
