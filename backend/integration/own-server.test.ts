import { describe, expect, test } from 'vitest'
import { compareClock, seeCertificate } from './own-server.ts'
import { closedPort, httpServer, httpsServer, socketServer } from './testing.ts'

describe('the certificate of this server', () => {
  test('is seen with its last day, and with what browsers have against it', async () => {
    const { port, asked } = await httpsServer(['localhost'], (_, response) => response.end())
    const seen = await seeCertificate('localhost', port)
    expect(seen).toEqual({
      validTo: new Date('2049-12-31T23:59:59Z'),
      refusal: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    })
    expect(asked).toEqual([])
  })

  test('is not seen where nobody listens, or speaks no TLS', async () => {
    expect(await seeCertificate('localhost', await closedPort())).toEqual({ failure: 'no-connection' })
    const { port } = await socketServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    expect(await seeCertificate('localhost', port)).toHaveProperty('failure')
  })
})

describe('the clock', () => {
  const serverAt = (date: string | undefined) =>
    httpServer((_, response) => {
      response.sendDate = false
      if (date) response.setHeader('date', date)
      response.end()
    })

  test('is compared with the Date of an answer', async () => {
    const { port, asked } = await serverAt('Wed, 25 Nov 2026 12:00:00 GMT')
    const now = () => new Date('2026-11-25T12:01:00.500Z')
    expect(await compareClock(`http://127.0.0.1:${port}/`, now)).toBe(60_000)
    expect(asked.map(({ method }) => method)).toEqual(['HEAD'])
  })

  test('is not compared with an answer that tells no time', async () => {
    const { port } = await serverAt(undefined)
    await expect(compareClock(`http://127.0.0.1:${port}/`, () => new Date())).rejects.toThrow(/no time/)
  })
})
