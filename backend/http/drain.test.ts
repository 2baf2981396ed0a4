import { createServer, get, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { drain } from './drain.ts'

const listen = (server: Server) =>
  new Promise<string>((resolve) =>
    server.listen(0, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    ),
  )

const ask = (address: string) =>
  new Promise<string | undefined>((resolve, reject) => {
    get(address, (response) =>
      response.resume().once('end', () => resolve(response.headers.connection)),
    ).once('error', reject)
  })

test('a server that is drained answers everybody who has asked, and lets each go', async () => {
  const server = createServer((_, response) => void setImmediate(() => response.end('ok')))
  const address = await listen(server)
  const asked = Array.from({ length: 100 }, () => ask(address))
  const drained = drain(server, 10_000)
  expect(new Set(await Promise.all(asked))).toEqual(new Set(['close']))
  await drained
  await expect(ask(address)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
})

test('a request that never ends is cut once patience does', async () => {
  const server = createServer(() => {})
  const asked = ask(await listen(server)).catch((error: { code: string }) => error.code)
  await drain(server, 100)
  expect(await asked).toBe('ECONNRESET')
})
