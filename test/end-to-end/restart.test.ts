import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sendReaders } from './readers.ts'
import { startServer, temporaryFolder } from './server.ts'
import { openSocket } from './socket.ts'

const ready = 'Amtsweg is ready'
/** A computer that is busy with other tests must not refuse these readers. */
const patient = { AMTSWEG_MAX_LAG_MS: '60000' }

/** Filled with the demo data by the first server that opens it. */
const databaseUrl = `sqlite:${join(temporaryFolder(), 'amtsweg.sqlite')}`

/** Two servers on one database and one socket, the first of them at work. */
async function setUp() {
  const { port, successors } = await openSocket(2, { DATABASE_URL: databaseUrl, ...patient })
  const [old, next] = [successors[0]!, successors[1]!]
  old.start()
  await old.said(ready)
  return { port, old, next }
}

describe('a restart while readers ask without a pause fails nobody', () => {
  test('where the next server starts before the old one stops', async () => {
    const { port, old, next } = await setUp()
    const readers = sendReaders(port, 8)
    await readers.more(300)
    next.start()
    await next.said(ready)
    old.stop()
    expect(await old.ended).toBe(0)
    await readers.more(300)
    const { answered, others } = await readers.leave()
    next.stop()
    expect(await next.ended).toBe(0)
    expect(others).toEqual({})
    expect(answered).toBeGreaterThanOrEqual(600)
  }, 90_000)

  test('where the old one stops first: who comes in between waits at the socket', async () => {
    const { port, old, next } = await setUp()
    const readers = sendReaders(port, 8)
    await readers.more(300)
    old.stop()
    expect(await old.ended).toBe(0)
    next.start()
    await readers.more(300)
    const { others } = await readers.leave()
    next.stop()
    expect(await next.ended).toBe(0)
    expect(others).toEqual({})
  }, 90_000)
})

test('a server that is told to stop under load answers all who come until they hear that it stops', async () => {
  const server = await startServer({ databaseUrl, env: patient })
  const readers = sendReaders(server.port, 8)
  await readers.more(200)
  server.signal('SIGTERM')
  // As a balancer does: nobody new once it is no longer ready.
  while ((await fetch(`${server.origin}/readyz`)).status === 200);
  const { others } = await readers.leave()
  expect(await server.ended).toBe(0)
  expect(others).toEqual({})
}, 60_000)

test('a terminal that is closed stops a server as carefully', async () => {
  const server = await startServer({ databaseUrl, env: patient })
  server.signal('SIGHUP')
  expect(await server.ended).toBe(0)
}, 60_000)
