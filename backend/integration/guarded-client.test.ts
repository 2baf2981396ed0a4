import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { Outcome } from './guarded-client.ts'
import {
  closedPort,
  httpServer,
  httpsServer,
  localClient,
  type LocalServer,
  socketServer,
} from './testing.ts'

const signal = new AbortController().signal
const get = (url: string, server: Pick<LocalServer, 'pair'>, more = {}) =>
  localClient([server.pair], more)({ method: 'GET', url, signal })
const cause = (outcome: Outcome) => (outcome.kind === 'failed' ? outcome.cause : outcome.kind)

describe('a good server', () => {
  test('is asked by its own name, without cookies and credentials, as one who can be reached', async () => {
    const server = await httpServer((_, response) => response.setHeader('set-cookie', 'a=b').end('Moin'))
    const outcome = await get(`http://amt-a.de:${server.port}/x?y=1#z`, server)
    expect(outcome).toMatchObject({
      kind: 'answered',
      status: 200,
      body: Buffer.from('Moin'),
      truncated: false,
    })
    expect(server.asked).toEqual([
      {
        method: 'GET',
        url: '/x?y=1',
        headers: {
          host: `amt-a.de:${server.port}`,
          accept: '*/*',
          'accept-encoding': 'identity',
          'user-agent': 'Amtsweg test',
          connection: 'close',
        },
      },
    ])
  })

  test('answers over TLS where its certificate fits the name', async () => {
    const server = await httpsServer(['amt-a.de'], (_, response) => response.end('sicher'))
    const url = (host: string) => `https://${host}:${server.port}/`
    expect(await get(url('amt-a.de'), server, { ca: server.cert })).toMatchObject({ kind: 'answered' })
    expect(cause(await get(url('amt-b.de'), server, { ca: server.cert }))).toBe('certificate')
  })
})

describe('a server that fails', () => {
  test('by refusing connections', async () => {
    const port = await closedPort()
    expect(cause(await get(`http://amt-a.de:${port}/`, { pair: `127.0.0.1:${port}` }))).toBe('no-connection')
  })

  test('by saying nothing', async () => {
    const server = await socketServer(() => {})
    expect(cause(await get(`http://amt-a.de:${server.port}/`, server))).toBe('timeout')
  })

  test('by falling silent in the body', async () => {
    const server = await httpServer((_, response) => void response.writeHead(200).write('Anfang'))
    expect(cause(await get(`http://amt-a.de:${server.port}/`, server))).toBe('timeout')
  })

  test('by dripping', async () => {
    const server = await httpServer((_, response) => {
      const drip = setInterval(() => response.write('.'), 50)
      response.on('close', () => clearInterval(drip))
    })
    const began = performance.now()
    expect(cause(await get(`http://amt-a.de:${server.port}/`, server))).toBe('timeout')
    expect(performance.now() - began).toBeLessThan(5_000)
  })

  test('by dripping header fields', async () => {
    const server = await socketServer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n')
      const drip = setInterval(() => socket.write('x: y\r\n'), 50)
      socket.on('close', () => clearInterval(drip))
    })
    expect(cause(await get(`http://amt-a.de:${server.port}/`, server))).toBe('timeout')
  })

  test('by cutting the connection', async () => {
    const server = await socketServer((socket) => socket.once('data', () => socket.resetAndDestroy()))
    expect(cause(await get(`http://amt-a.de:${server.port}/`, server))).toBe('broken')
  })

  test('by never ending: we do', async () => {
    const server = await httpServer((_, response) => {
      const more = () => {
        while (response.write('x'.repeat(5_000)));
        response.once('drain', more)
      }
      more()
    })
    const outcome = await get(`http://amt-a.de:${server.port}/`, server)
    expect(outcome).toMatchObject({ kind: 'answered', truncated: true })
    expect(outcome.kind === 'answered' && outcome.body.byteLength).toBe(10_000)
  })

  test('by endless header fields', async () => {
    const server = await socketServer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n')
      for (let index = 0; index < 500; index += 1) socket.write(`x-${index}: ${'y'.repeat(100)}\r\n`)
    })
    expect(cause(await get(`http://amt-a.de:${server.port}/`, server))).toBe('broken')
  })

  test('by promising more than it sends', async () => {
    const server = await httpServer((_, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('kurz')
      response.socket?.end()
    })
    expect(cause(await get(`http://amt-a.de:${server.port}/`, server))).toBe('broken')
  })

  test('by a gzip bomb, which nobody unpacks', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000))
    const server = await httpServer((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    )
    const outcome = await get(`http://amt-a.de:${server.port}/`, server)
    expect(outcome).toMatchObject({ kind: 'answered', truncated: true })
    expect(outcome.kind === 'answered' && outcome.body).toEqual(bomb.subarray(0, 10_000))
  })

  test('by a certificate nobody signed', async () => {
    const server = await httpsServer(['amt-a.de'], (_, response) => response.end())
    expect(cause(await get(`https://amt-a.de:${server.port}/`, server))).toBe('certificate')
  })

  test('by speaking no HTTP, or no TLS', async () => {
    const server = await socketServer((socket) => socket.end('220 mail.example.org ESMTP\r\n'))
    expect(cause(await get(`http://amt-a.de:${server.port}/`, server))).toBe('broken')
    expect(cause(await get(`https://amt-a.de:${server.port}/`, server))).toBe('tls')
  })
})

describe('redirects', () => {
  const to = (location: string, status = 302) =>
    httpServer((request, response) =>
      request.url === '/' ? response.writeHead(status, { location }).end() : response.end('da'),
    )

  test('are followed, and each step is told', async () => {
    const server = await to('/neu', 301)
    const url = `http://amt-a.de:${server.port}/`
    expect(await get(url, server)).toMatchObject({
      kind: 'answered',
      url: `${url}neu`,
      hops: [{ url, status: 301 }],
    })
  })

  test('into a circle end at once', async () => {
    const server = await to('/')
    expect(cause(await get(`http://amt-a.de:${server.port}/`, server))).toBe('redirect-loop')
    expect(server.asked).toHaveLength(1)
  })

  test('without end are left after five', async () => {
    const server = await httpServer((request, response) =>
      response.writeHead(302, { location: `${request.url}x` }).end(),
    )
    expect(cause(await get(`http://amt-a.de:${server.port}/`, server))).toBe('too-many-redirects')
    expect(server.asked).toHaveLength(6)
  })

  test.each([
    ['http://169.254.169.254/latest/meta-data/', 'internal-address'],
    ['http://[::ffff:10.0.0.1]/', 'internal-address'],
    ['http://2130706433/', 'internal-address'],
    ['file:///etc/passwd', 'scheme'],
    ['http://a:b@amt-b.de/', 'credentials'],
    ['http://amt-b.de:22/', 'port'],
    ['http://eigener.amt.de./', 'own-server'],
  ])('to %s are refused: %s', async (location, reason) => {
    const server = await to(location)
    const outcome = await get(`http://amt-a.de:${server.port}/`, server, { ownHosts: ['eigener.amt.de'] })
    expect(outcome).toMatchObject({ kind: 'refused', reason })
  })
})

describe('a name', () => {
  test('is resolved once: what it means afterwards changes nothing', async () => {
    const server = await httpServer((_, response) => response.end('da'))
    let asked = 0
    const resolve = async () => {
      asked += 1
      return [{ address: asked === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }]
    }
    expect(await get(`http://amt-a.de:${server.port}/`, server, { resolve })).toMatchObject({ status: 200 })
    expect(asked).toBe(1)
  })

  test('is resolved anew for a redirect, and refused when it now leads inside', async () => {
    const server = await httpServer((_, response) => response.writeHead(302, { location: '/b' }).end())
    const addresses = ['127.0.0.1', '10.0.0.1']
    const resolve = async () => [{ address: addresses.shift() ?? '', family: 4 }]
    const outcome = await get(`http://amt-a.de:${server.port}/`, server, { resolve })
    expect(outcome).toMatchObject({ kind: 'refused', reason: 'internal-address' })
    expect(server.asked).toHaveLength(1)
  })

  test('with one internal address among its addresses is not asked at all', async () => {
    const server = await httpServer((_, response) => response.end())
    const resolve = async () => [
      { address: '127.0.0.1', family: 4 },
      { address: '192.168.0.1', family: 4 },
    ]
    const outcome = await get(`http://amt-a.de:${server.port}/`, server, { resolve })
    expect(outcome).toMatchObject({ kind: 'refused', reason: 'internal-address' })
    expect(server.asked).toEqual([])
  })

  test('that nobody has, or that cannot be looked up in time, is a failure', async () => {
    const failing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }))
    const server = await httpServer((_, response) => response.end())
    const ask = async (resolve: () => Promise<never>) =>
      cause(await get(`http://amt-a.de:${server.port}/`, server, { resolve }))
    expect(await ask(failing('ENOTFOUND'))).toBe('no-such-host')
    expect(await ask(failing('EAI_AGAIN'))).toBe('name-service')
    expect(await ask(() => new Promise(() => {}))).toBe('timeout')
  })
})

test('this computer is not asked unless the allow-list names address and port', async () => {
  const server = await httpServer((_, response) => response.end())
  const ask = async (allow: string) => {
    const outcome = await get(`http://amt-a.de:${server.port}/`, { pair: allow })
    return outcome.kind === 'refused' ? outcome.reason : outcome.kind
  }
  expect(await ask(server.pair)).toBe('answered')
  expect(await ask(`127.0.0.1:${server.port + 1}`)).toBe('port')
  expect(await ask(`127.0.0.2:${server.port}`)).toBe('internal-address')
})

test('breaking off ends the question at once', async () => {
  const server = await socketServer(() => {})
  const stop = new AbortController()
  const question = localClient([server.pair])({
    method: 'GET',
    url: `http://amt-a.de:${server.port}/`,
    signal: stop.signal,
  })
  stop.abort()
  await expect(question).rejects.toThrow()
})

test('every request waits for its turn, redirects too', async () => {
  const server = await httpServer((request, response) =>
    request.url === '/'
      ? response.writeHead(302, { location: `http://amt-b.de:${server.port}/x` }).end()
      : response.end(),
  )
  const hosts: string[] = []
  const turn = <Value>(host: string, work: () => Promise<Value>) => {
    hosts.push(host)
    return work()
  }
  await get(`http://amt-a.de:${server.port}/`, server, { turn })
  expect(hosts).toEqual(['amt-a.de', 'amt-b.de'])
})
