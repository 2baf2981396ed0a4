import type { LookupAddress } from 'node:dns'
import { createWriteStream } from 'node:fs'
import http, { type IncomingMessage, type RequestOptions } from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { pipeline } from 'node:stream/promises'
import { TimeoutError } from './failure-cause.ts'

/** What one request may cost: milliseconds and bytes. */
export interface Caps {
  /** From the start until the header fields are there. */
  readonly headersTime: number
  /** From the start until the body is there. */
  readonly totalTime: number
  /** Without a single byte; left out, the total alone counts. */
  readonly idleTime?: number
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
  /** File to which the body of a 200 goes as it comes; left out, it is held in memory, as that of any other answer. */
  readonly saveAs?: string | undefined
  /** Certificates to trust besides those of the platform (PEM). */
  readonly ca?: string | undefined
}

/** One answer as it came, never decompressed. `body` is empty where it went to a file. */
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
  saveAs,
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
    if (caps.idleTime !== undefined)
      request.setTimeout(caps.idleTime, () => request.destroy(new TimeoutError()))
    request.once('error', (error) => {
      end()
      reject(error)
    })
    request.once('response', (response) => {
      clearTimeout(untilHeaders)
      const status = response.statusCode ?? 0
      const body =
        saveAs !== undefined && status === 200
          ? saveBody(response, caps.bodyBytes, saveAs)
          : readBody(response, saveAs === undefined ? caps.bodyBytes : Math.min(caps.bodyBytes, mostHeld))
      body.then(
        (read) => {
          end()
          resolve({ ...read, status, headers: single(response) })
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

/** Bytes of an answer that is only looked at, whatever a file may have. */
const mostHeld = 64 * 1024

async function saveBody(response: IncomingMessage, most: number, path: string) {
  let truncated = false
  const upTo = async function* () {
    let size = 0
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.byteLength
      truncated = size > most
      if (truncated) return
      yield chunk
    }
  }
  await pipeline(upTo, createWriteStream(path))
  return { body: Buffer.alloc(0), truncated }
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
