import { type AddressInfo, connect } from 'node:net'
import { Hono } from 'hono'
import { expect, onTestFinished, test } from 'vitest'
import { createAnswerCache } from './answer-cache.ts'
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
