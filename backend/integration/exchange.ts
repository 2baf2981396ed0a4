import type { LookupAddress } from 'node:dns'
import http, { type IncomingMessage, type RequestOptions } from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { TimeoutError } from './failure-cause.ts'

/** What one request may cost: milliseconds and bytes. */
export interface Caps {
  /** From the start until the header fields are there. */
  readonly headersTime: number
  /** From the start until the body is there. */
  readonly totalTime: number
  readonly headerBytes: number
  readonly bodyBytes: number
}

export interface Exchange {
  readonly method: 'GET' | 'HEAD'
  readonly url: URL
  /** The only addresses a connection is made to, each checked before. */
  readonly addresses: readonly LookupAddress[]
  readonly headers: Readonly<Record<string, string>>
  readonly caps: Caps
  readonly signal: AbortSignal
  /** Certificates to trust besides those of the platform (PEM). */
  readonly ca?: string | undefined
}

/** One answer as it came, never decompressed. */
export interface RawAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: Buffer
  /** There was more of the body than may be read. */
  readonly truncated: boolean
}

/** The name is not asked for again: between check and connection it could have changed its meaning (DNS rebinding). */
const pinned =
  (addresses: readonly LookupAddress[]): LookupFunction =>
  (_, options, callback) => {
    const [first] = addresses
    if (options.all) return callback(null, [...addresses])
    callback(null, first?.address ?? '', first?.family)
  }

/** Asks once and follows nothing. Rejects with what went wrong. */
export function exchange({
  method,
  url,
  addresses,
  headers,
  caps,
  signal,
  ca,
}: Exchange): Promise<RawAnswer> {
  const secure = url.protocol === 'https:'
  const options: RequestOptions & https.RequestOptions = {
    method,
    headers,
    agent: false,
    lookup: pinned(addresses),
    maxHeaderSize: caps.headerBytes,
    signal,
    ...(secure ? { rejectUnauthorized: true, servername: isIP(url.hostname) ? '' : url.hostname } : {}),
    ...(ca === undefined ? {} : { ca }),
  }
  return new Promise((resolve, reject) => {
    const request = secure ? https.request(url, options) : http.request(url, options)
    const limit = (milliseconds: number) =>
      setTimeout(() => request.destroy(new TimeoutError()), milliseconds)
    const total = limit(caps.totalTime)
    const untilHeaders = limit(caps.headersTime)
    const end = () => {
      clearTimeout(total)
      clearTimeout(untilHeaders)
      request.destroy()
    }
    request.once('error', (error) => {
      end()
      reject(error)
    })
    request.once('response', (response) => {
      clearTimeout(untilHeaders)
      readBody(response, caps.bodyBytes).then(
        (read) => {
          end()
          resolve({ ...read, status: response.statusCode ?? 0, headers: single(response) })
        },
        (error: unknown) => {
          end()
          reject(error as Error)
        },
      )
    })
    request.end()
  })
}

async function readBody(response: IncomingMessage, most: number) {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    size += chunk.byteLength
    if (size > most) return { body: Buffer.concat(chunks).subarray(0, most), truncated: true }
  }
  return { body: Buffer.concat(chunks), truncated: false }
}

const single = ({ headers }: IncomingMessage): RawAnswer['headers'] =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  )
