import { type AddressInfo, connect } from 'node:net'
import SQLite from 'better-sqlite3'
import { Hono } from 'hono'
import { expect, onTestFinished, test } from 'vitest'
import { createAnswerCache } from './answer-cache.ts'
import { describeError } from './log.ts'
import { onError } from './problem.ts'
import type { Env } from './router.ts'
import { createServer } from './server.ts'

test('who hangs up in the middle of a body is no failure of ours', async () => {
  const reported: unknown[] = []
  const began = Promise.withResolvers<void>()
  const ended = Promise.withResolvers<number>()
  const app = new Hono<Env>()
    .use(async (c, next) => {
      began.resolve()
      await next()
      ended.resolve(c.res.status)
    })
    .post('/', async (c) => c.text(await c.req.text()))
  app.onError(onError((error) => reported.push(error)))
  const server = createServer(app, createAnswerCache({ dataVersion: () => '1' }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{')
  await began.promise
  socket.destroy()
  expect(await ended.promise).toBe(422)
  expect(reported).toEqual([])
})

test('a full disk is told as what may pass, and the log says what it is', async () => {
  const reported: unknown[] = []
  const sqlite = new SQLite(':memory:')
  sqlite.exec('pragma max_page_count = 4; create table note (text)')
  const app = new Hono<Env>().post('/', (c) => {
    sqlite.prepare('insert into note values (zeroblob(100000))').run()
    return c.text('kept')
  })
  app.onError(onError((error) => reported.push(describeError(error))))
  const answer = await app.request('/', { method: 'POST' })
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
  expect(reported).toMatchObject([{ error: 'SqliteError', code: 'SQLITE_FULL' }])
})
