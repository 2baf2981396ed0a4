import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startDatabases } from '../federation/databases.ts'
import { killSyncs, mustBecomeEqual, startPair } from '../federation/kills.ts'
import { freePorts } from '../federation/ports.ts'
import { createRandom } from '../random.ts'
import { demoData, runProgram, startServer, temporaryFolder } from './server.ts'

// A sample, one side with SQLite, one with PostgreSQL; `npm run proof -- federation` kills fifty times, also where both have the same.
const seed = 20261130
const times = 3

test(`two nodes whose syncs are killed are equal in the end (seed ${seed})`, async () => {
  const { create, stop } = await startDatabases()
  onTestFinished(stop)
  const pair = await startPair(await freePorts(), [undefined, await create()])
  onTestFinished(async () => {
    for (const node of pair.nodes) await node.kill()
  })
  const size = { units: 60, services: 40 }
  const tally = await killSyncs({ pair, random: createRandom(seed), times, size })
  expect(tally.syncs + tally.servers + tally.late).toBe(times)
  expect(await mustBecomeEqual(pair)).toBe(2 * (60 + 40 + 40))
}, 120_000)

test('a server brings by itself what another has', async () => {
  const other = await startServer()
  onTestFinished(() => other.signal('SIGKILL'))
  const databaseUrl = `sqlite:${join(temporaryFolder(), 'amtsweg.sqlite')}`
  const env = {
    DATABASE_URL: databaseUrl,
    AMTSWEG_DEMO: 'off',
    AMTSWEG_OUTGOING_ALLOW: `127.0.0.1:${other.port}`,
  }
  const command = async (...args: readonly string[]) => {
    const program = runProgram('cli', args, env)
    expect(await program.ended, program.output()).toBe(0)
    return program.output()
  }
  await command('import', 'areas', join(demoData, 'areas.csv'))
  await command('subscription', 'add', `http://127.0.0.1:${other.port}`)
  const server = await startServer({ databaseUrl, env })
  onTestFinished(() => server.signal('SIGKILL'))
  const there = async (origin: string) => {
    const answer = await fetch(`${origin}/api/v1/services/mv-personalausweis?lang=de`)
    return answer.status === 200 ? ((await answer.json()) as { title: string }).title : undefined
  }
  await expect.poll(() => there(server.origin), { timeout: 60_000 }).toBe(await there(other.origin))
  expect(await command('subscription', 'list')).toMatch(/\d+ records/)
}, 120_000)

test('a server gives its catalogue as XZuFi, made beside it, and leaves no file behind', async () => {
  const folder = temporaryFolder()
  const server = await startServer({ databaseUrl: `sqlite:${join(folder, 'amtsweg.sqlite')}` })
  onTestFinished(() => server.signal('SIGKILL'))
  const ask = (etag = '') =>
    fetch(`${server.origin}/api/v1/xzufi`, { headers: { 'if-none-match': etag, 'accept-encoding': 'gzip' } })
  const answer = await ask()
  const text = await answer.text()
  expect(answer.status, text.slice(0, 200)).toBe(200)
  expect(Number(answer.headers.get('content-length'))).toBe(Buffer.byteLength(text))
  expect(text).toMatch(/<\/\w+:transfer>\s*$/)
  expect((await ask(answer.headers.get('etag') ?? '')).status).toBe(304)
  expect(readdirSync(folder).filter((name) => name.startsWith('.amtsweg-work-'))).toEqual([])
}, 60_000)
