import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { type AddressInfo, createServer as createSocketServer, type Server, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { createGuardedClient } from './guarded-client.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** A server on this computer that does what a test wants, and remembers what it was asked. */
export interface LocalServer {
  readonly port: number
  readonly asked: readonly Asked[]
  /** `address:port`, as the allow-list names it. */
  readonly pair: string
}

interface Asked {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
}

async function listening(server: Server): Promise<number> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    socket.on('error', () => {})
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    sockets.forEach((socket) => socket.destroy())
    await new Promise((resolve) => server.close(resolve))
  })
  return (server.address() as AddressInfo).port
}

/** Answers every request by the function. */
export async function httpServer(answer: Answer): Promise<LocalServer> {
  const asked: Asked[] = []
  const port = await listening(createServer(recording(asked, answer)))
  return { port, asked, pair: `127.0.0.1:${port}` }
}

/** The same over TLS, with a certificate for these names. */
export async function httpsServer(names: readonly string[], answer: Answer) {
  const asked: Asked[] = []
  const identity = selfSigned(names)
  const port = await listening(createSecureServer(identity, recording(asked, answer)))
  return { port, asked, pair: `127.0.0.1:${port}`, cert: identity.cert }
}

/** Speaks, or does not speak, on the bare connection. */
export async function socketServer(speak: (socket: Socket) => void): Promise<LocalServer> {
  const asked: Asked[] = []
  const port = await listening(createSocketServer(speak))
  return { port, asked, pair: `127.0.0.1:${port}` }
}

/** A port on which nothing listens. */
export async function closedPort(): Promise<number> {
  const server = createSocketServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

const recording =
  (asked: Asked[], answer: Answer): Answer =>
  (request, response) => {
    asked.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers })
    answer(request, response)
  }

/** Short enough for a test, long enough for a busy computer. */
export const shortCaps = { headersTime: 700, totalTime: 1_000, headerBytes: 8_192, bodyBytes: 10_000 }

/** A client that finds every name on this computer and may ask these pairs. */
export const localClient = (
  allow: readonly string[],
  more: Partial<Parameters<typeof createGuardedClient>[0]> = {},
) =>
  createGuardedClient({
    userAgent: 'Amtsweg test',
    ownHosts: [],
    allow,
    caps: shortCaps,
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    ...more,
  })

const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts)
  const { length } = body
  const bytes = length < 256 ? [length] : [length >> 8, length & 255]
  const size = length < 128 ? bytes : [0x80 + bytes.length, ...bytes]
  return Buffer.concat([Buffer.from([tag, ...size]), body])
}
const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts)
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))
const time = (text: string) => der(0x17, Buffer.from(text))

/** A certificate that signs itself (X.509, RFC 5280), made anew: no key ever lies in the repository. */
export function selfSigned(names: readonly string[]): { readonly key: string; readonly cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const ecdsaSha256 = sequence(oid('2a8648ce3d040302'))
  const name = sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(names[0] ?? '')))))
  const alternatives = sequence(...names.map((one) => der(0x82, Buffer.from(one))))
  const extension = sequence(oid('551d11'), der(0x04, alternatives))
  const toBeSigned = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ecdsaSha256,
    name,
    sequence(time('200101000000Z'), time('491231235959Z')),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(extension)),
  )
  const signature = Buffer.concat([Buffer.from([0]), sign('sha256', toBeSigned, privateKey)])
  const certificate = sequence(toBeSigned, ecdsaSha256, der(0x03, signature)).toString('base64')
  const lines = certificate.match(/.{1,64}/g)?.join('\n') ?? ''
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  }
}
