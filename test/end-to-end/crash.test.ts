import { existsSync } from 'node:fs'
import { get } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contentsOf, integrityOf } from '../crash/contents.ts'
import { type ImportBench, importFolder, killImports, openImportBench } from '../crash/imports.ts'
import { type MortalPostgres, startMortalPostgres } from '../crash/postgres.ts'
import { killServers } from '../crash/rounds.ts'
import { openTown } from '../crash/town.ts'
import { createRandom } from '../random.ts'
import { demoData, type RunningServer, startServer, temporaryFolder } from './server.ts'

// A sample; `npm run proof -- crash` kills five hundred times.
const seed = 20261123
const kills = { imports: 4, servers: 3 }

const newUrl = () => `sqlite:${join(temporaryFolder(), 'amtsweg.sqlite')}`

describe('kill -9', () => {
  let bench: ImportBench
  beforeAll(async () => {
    bench = await openImportBench(newUrl())
  })

  test('of imports is tried between two states that differ', () => {
    expect(bench.states.map(({ integrity }) => integrity)).toEqual(['ok', 'ok'])
    expect(bench.states[0]).not.toEqual(bench.states[1])
  })

  test(`of an import leaves the old state or the new one, and its trail (seed ${seed})`, async () => {
    const { old, new: taken } = await killImports({ bench, random: createRandom(seed), times: kills.imports })
    expect(old + taken).toBe(kills.imports)
  }, 60_000)

  test(`of a server or its import loses nothing that was acknowledged and does nothing twice (seed ${seed})`, async () => {
    const town = await openTown(bench.url)
    const tally = await killServers({ town, random: createRandom(seed), times: kills.servers })
    expect(tally.rounds).toBe(kills.servers)
    expect(tally.acknowledged).toBeGreaterThan(0)
  }, 120_000)

  test('of an import into a new database leaves no half of it, and the next one succeeds', async () => {
    const url = newUrl()
    const first = importFolder(url, demoData)
    await first.printed(/\[5\//)
    first.signal('SIGKILL')
    expect(await first.ended).toBe('SIGKILL')
    const { tables } = await contentsOf(url)
    expect(Object.entries(tables).filter(([, rows]) => !rows.startsWith('0 rows'))).toEqual([])

    expect(await importFolder(url, demoData).ended).toBe(0)
    // A source of several files remembers the one that came last.
    expect(await importFolder(url, bench.folders[0]).ended).toBe(0)
    expect(await contentsOf(url)).toEqual(bench.states[0])
  })
})

describe('kill -9 where the data are in PostgreSQL', () => {
  let postgres: MortalPostgres
  let bench: ImportBench
  beforeAll(async () => {
    postgres = await startMortalPostgres()
    bench = await openImportBench(postgres.url)
  }, 120_000)

  test(`of an import, or of the database under it, leaves the old state or the new one (seed ${seed})`, async () => {
    const random = createRandom(seed)
    const { last } = await killImports({ bench, random, times: 1 })
    await killImports({ bench, random, times: 1, first: last, strike: postgres.killAll })
  }, 60_000)

  test(`of the database under a server loses nothing that was acknowledged, and the server goes on (seed ${seed})`, async () => {
    const random = createRandom(seed)
    const ends = [() => postgres.killAll(), () => postgres.killOne(random)]
    const disaster = () =>
      ends
        .shift()?.()
        .then(() => 'PostgreSQL') ?? Promise.resolve(undefined)
    const tally = await killServers({ town: await openTown(bench.url), random, times: 2, disaster })
    expect(tally).toMatchObject({ rounds: 2, kills: { PostgreSQL: 2 } })
    expect(tally.acknowledged).toBeGreaterThan(0)
  }, 120_000)
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

  test('has noted where the trail of changes ends, for whoever keeps its log', () => {
    expect(server.output()).toMatch(/"event":"audit-trail","end":"\d+:[0-9a-f]{64}"/)
  })

  test('leaves a database that needs no repair', () => {
    expect(existsSync(`${server.databaseUrl.replace('sqlite:', '')}-wal`)).toBe(false)
    expect(integrityOf(server.databaseUrl)).toBe('ok')
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
