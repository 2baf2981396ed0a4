import { ApiError, isAbort, NetworkError, OfflineError, TimeoutError } from '@amtsweg/client'
import type { Problem } from '@amtsweg/contract'

/** What an address of the API answered. */
export interface Answer<Data> {
  readonly data: Data
  /** What a change has to name in `etag`, so that nobody else's is overwritten unseen. */
  readonly etag: string | undefined
  /** Number in the history under which a change can be undone; undefined where nothing changed. */
  readonly change: string | undefined
  readonly status: number
}

/** How one request differs from others. */
export interface RequestOptions {
  readonly query?: Readonly<Record<string, string | number | undefined>>
  readonly signal?: AbortSignal
  /** If-Match: the tag of what the change builds on. */
  readonly etag?: string | undefined
  /** If-None-Match: * – there must be nothing yet. */
  readonly isNew?: boolean
  /** Who it is for, where it is not the authority chosen in the header; null = the whole installation. */
  readonly authority?: string | null
  /** Milliseconds until it counts as lost. */
  readonly timeout?: number
  /** Without this, a lost session is asked for again and the request repeated. */
  readonly keepsSessionErrors?: boolean
}

/** The API as pages ask it: paths without `/api/v1`, such as `/units/x/record`. Every refusal is an ApiError, else a NetworkError. */
export interface DeskApi {
  readonly get: <Data>(path: string, options?: RequestOptions) => Promise<Answer<Data>>
  readonly post: <Data>(path: string, body?: unknown, options?: RequestOptions) => Promise<Answer<Data>>
  readonly put: <Data>(path: string, body: unknown, options?: RequestOptions) => Promise<Answer<Data>>
  readonly remove: <Data = void>(path: string, options?: RequestOptions) => Promise<Answer<Data>>
}

interface Parts {
  /** The authority that a request is for, unless it says so itself. */
  readonly authority: () => string | undefined
  /** Resolves once the clerk is signed in again; rejects where they would not. `isFresh`: only to be sure that it is them. */
  readonly signInAgain: (isFresh: boolean) => Promise<void>
  readonly fetch?: typeof fetch
}

export function createDeskApi({
  authority,
  signInAgain,
  fetch = globalThis.fetch.bind(globalThis),
}: Parts): DeskApi {
  async function once<Data>(
    method: string,
    path: string,
    body: unknown,
    options: RequestOptions,
  ): Promise<Answer<Data>> {
    const late = AbortSignal.timeout(options.timeout ?? 20_000)
    const signal = options.signal ? AbortSignal.any([options.signal, late]) : late
    try {
      const response = await fetch(addressOf(path, options.query), {
        method,
        signal,
        credentials: 'same-origin',
        headers: headersOf(body, options, authority()),
        ...(body === undefined ? {} : { body: bodyOf(body) }),
      })
      const text = await response.text()
      const data: unknown = isJson(response) && text ? JSON.parse(text) : undefined
      if (response.ok) {
        const etag = response.headers.get('etag') ?? undefined
        const change = response.headers.get('amtsweg-change') ?? undefined
        return { data: data as Data, etag, change, status: response.status }
      }
      const retryAfter = Number(response.headers.get('retry-after')) || undefined
      throw new ApiError({ ...(data as Partial<Problem>), status: response.status }, retryAfter)
    } catch (error) {
      throw named(error, options.signal, path)
    }
  }

  async function ask<Data>(method: string, path: string, body?: unknown, options: RequestOptions = {}) {
    try {
      return await once<Data>(method, path, body, options)
    } catch (error) {
      const pause = pauseOf(error)
      // What adds something is never sent twice: a server that lost its database may have done it.
      if (pause !== undefined && method !== 'POST') {
        await new Promise((resolve) => setTimeout(resolve, pause))
        return once<Data>(method, path, body, options)
      }
      const isFresh = error instanceof ApiError && error.code === 'sign-in-again'
      if (!(isFresh || isSessionLost(error)) || options.keepsSessionErrors) throw error
      await signInAgain(isFresh)
      return once<Data>(method, path, body, options)
    }
  }

  const running = new Map<string, Promise<Answer<unknown>>>()

  /** A second click on the same button, or Enter held down, is the same request. */
  function write<Data>(method: string, path: string, body?: unknown, options: RequestOptions = {}) {
    if (isRaw(body) || options.signal) return ask<Data>(method, path, body, options)
    const key = JSON.stringify([method, path, body, options, authority()])
    const request = running.get(key) ?? ask<Data>(method, path, body, options)
    running.set(key, request)
    const forget = () => void running.delete(key)
    request.then(forget, forget)
    return request as Promise<Answer<Data>>
  }

  return {
    get: (path, options) => ask('GET', path, undefined, options),
    post: (path, body, options) => write('POST', path, body, options),
    put: (path, body, options) => write('PUT', path, body, options),
    remove: (path, options) => write('DELETE', path, undefined, options),
  }
}

/** Longest wait, in seconds, that somebody at a desk is spared the second click for. */
const longestPause = 5

/**
 * Milliseconds after which a busy server wants to be asked again; undefined where it says nothing of the kind, or wants long. That is so
 * where an import writes just now.
 */
function pauseOf(error: unknown): number | undefined {
  if (!(error instanceof ApiError) || error.status !== 503) return undefined
  return error.retryAfter && error.retryAfter <= longestPause ? error.retryAfter * 1_000 : undefined
}

/** Whether the session has ended, however it did. */
export const isSessionLost = (error: unknown): boolean =>
  error instanceof ApiError && /^(session-|token-)/.test(error.code)

function addressOf(path: string, query: RequestOptions['query'] = {}): string {
  const values = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, `${value}`]],
  )
  const search = new URLSearchParams(values)
  return `/api/v1${path}${search.size ? `?${search}` : ''}`
}

function headersOf(body: unknown, { etag, isNew, authority }: RequestOptions, chosen: string | undefined) {
  const headers = new Headers({ accept: 'application/json' })
  const actsFor = authority === undefined ? chosen : authority
  if (actsFor) headers.set('amtsweg-authority', actsFor)
  if (etag) headers.set('if-match', etag)
  if (isNew) headers.set('if-none-match', '*')
  if (body !== undefined && !isRaw(body)) headers.set('content-type', 'application/json')
  return headers
}

/** A file goes as it is, with the type that it or its form says. */
const isRaw = (body: unknown): body is Blob | FormData => body instanceof Blob || body instanceof FormData
const bodyOf = (body: unknown) => (isRaw(body) ? body : JSON.stringify(body))
const isJson = (response: Response) => /\bjson\b/.test(response.headers.get('content-type') ?? '')

function named(error: unknown, given: AbortSignal | undefined, path: string): unknown {
  if (error instanceof ApiError || (isAbort(error) && given?.aborted)) return error
  if (error instanceof DOMException && error.name === 'TimeoutError') return new TimeoutError(path)
  return new (navigator.onLine === false ? OfflineError : NetworkError)(path, { cause: error })
}
