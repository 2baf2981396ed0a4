import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { listAudit } from '@amtsweg/backend/access/index.ts'
import { migrate, openDatabase } from '@amtsweg/backend/database/database.ts'
import { runProgram, startServer, temporaryFolder } from './server.ts'

const header = 'region_key,level,kind,name,full_name,ags,parent_key,population,seat,seat_postcode,lat,lon'
const file = `${header}\n13,land,land,Mecklenburg-Vorpommern,Mecklenburg-Vorpommern,,,1570817,Schwerin,,53.6,12.4\n`

/** A publisher whose answers a test gives by hand, a database, and commands that work with both. */
async function town() {
  const asked: ServerResponse[] = []
  const waiting: (() => void)[] = []
  const server = createServer((_, response) => {
    asked.push(response)
    waiting.splice(0).forEach((go) => go())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close().closeAllConnections())
  const pair = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const databaseUrl = `sqlite:${join(temporaryFolder(), 'amtsweg.sqlite')}`
  const { db, close } = openDatabase(databaseUrl)
  onTestFinished(close)
  await migrate(db)
  const env = { DATABASE_URL: databaseUrl, AMTSWEG_OUTGOING_ALLOW: pair, AMTSWEG_DEMO: 'off' }
  const schedule = (...args: readonly string[]) => runProgram('cli', ['schedule', ...args], env)
  expect(await schedule('add', 'gebiete', 'areas', `http://${pair}/areas.csv`).ended).toBe(0)
  return {
    ...{ db, env, databaseUrl, schedule },
    /** The next question to the publisher that was not answered yet. */
    async question() {
      while (asked.length === 0) await new Promise<void>((resolve) => waiting.push(resolve))
      return asked.shift()!
    },
    imports: async () =>
      (await listAudit(db, { limit: 100 })).filter(({ action }) => action === 'schedule.areas').length,
    /** As if five minutes had passed in which nobody renewed. */
    expire: () =>
      db
        .updateTable('job')
        .set({ lease_until: '2020-01-01T00:00:00.000Z' })
        .where('holder', 'is not', null)
        .execute(),
  }
}

describe('two processes and one scheduled import', () => {
  test('one that is halted, loses its lease and goes on writes nothing', async () => {
    const { schedule, question, imports, expire } = await town()
    const halted = schedule('run', 'gebiete')
    const first = await question()
    halted.signal('SIGSTOP')
    await expire()
    const second = schedule('run', 'gebiete')
    ;(await question()).end(file)
    expect(await second.ended).toBe(0)
    halted.signal('SIGCONT')
    first.end(file)
    expect(await halted.ended).toBe(1)
    expect(halted.output()).toMatch(/another process has taken over/)
    expect(await imports()).toBe(1)
  })

  test('what one that was killed has left is done by the next', async () => {
    const { schedule, question, imports, expire } = await town()
    const killed = schedule('run', 'gebiete')
    await question()
    killed.signal('SIGKILL')
    await killed.ended
    expect(await schedule('run', 'gebiete').ended).toBe(1)
    await expire()
    const next = schedule('run', 'gebiete')
    ;(await question()).end(file)
    expect(await next.ended).toBe(0)
    expect(await imports()).toBe(1)
  })
})

describe('a server', () => {
  test('imports by itself what is due, and answers meanwhile', async () => {
    const { env, databaseUrl, question } = await town()
    const server = await startServer({ databaseUrl, env })
    onTestFinished(() => server.signal('SIGKILL'))
    const asked = await question()
    expect((await fetch(`${server.origin}/api/v1/sources`)).status).toBe(200)
    asked.end(file)
    await expect
      .poll(async () => (await fetch(`${server.origin}/api/v1/sources`)).json(), { timeout: 20_000 })
      .toMatchObject({ items: [{ id: 'amtsweg-areas', refreshSeconds: 86_400 }] })
  })

  test('that is told to stop does not wait for a publisher who is slow', async () => {
    const { env, databaseUrl, question, db } = await town()
    const server = await startServer({ databaseUrl, env })
    await question()
    server.signal('SIGTERM')
    expect(await server.ended).toBe(0)
    // The server's own small jobs have ended or never begun; nobody holds one.
    const jobs = await db.selectFrom('job').select(['holder', 'failures']).execute()
    expect(jobs).toContainEqual({ holder: null, failures: 0 })
    expect(jobs.filter(({ holder, failures }) => holder !== null || failures > 0)).toEqual([])
  })
})
