import type { AreaPage, Problem } from '@amtsweg/contract'
import type { ApiClient, ReadOptions } from './api-client.ts'
import { ApiError, isAbort, NetworkError, OfflineError, TimeoutError } from './errors.ts'
import { createShare } from './shared-requests.ts'
import { markStale } from './stale.ts'

/** Where the API is, and how patient and forgetful the client is. */
export interface ClientOptions {
  /** Address of the API up to and including `/api/v1/`. */
  base: string | URL
  /** Milliseconds until a request counts as lost. */
  timeout?: number
  /** Answers kept, the oldest are dropped. */
  maxEntries?: number
  /** Milliseconds an answer is given again without asking. */
  maxAge?: number
  now?: () => number
  isOnline?: () => boolean
}

interface Kept {
  readonly answer: object
  readonly time: number
}

/** Asks the API by `fetch`; the HTTP cache revalidates by ETag, we only spare the reader repeated questions. */
export function createClient(options: ClientOptions): ApiClient {
  const { base, timeout = 10_000, maxEntries = 100, maxAge = 60_000 } = options
  const { now = Date.now, isOnline = () => navigator.onLine !== false } = options
  const kept = new Map<string, Kept>()
  const share = createShare()

  async function request(url: string, signal: AbortSignal): Promise<object> {
    const late = new AbortController()
    const stop = () => late.abort(signal.reason)
    signal.addEventListener('abort', stop)
    const timer = setTimeout(() => late.abort(new TimeoutError(url)), timeout)
    try {
      const response = await fetch(url, {
        signal: late.signal,
        credentials: 'omit',
        headers: { accept: 'application/json' },
      })
      if (response.ok) return (await response.json()) as object
      const problem = (await response.json().catch(() => ({}))) as Partial<Problem>
      const retryAfter = Number(response.headers.get('retry-after')) || undefined
      throw new ApiError({ ...problem, status: response.status }, retryAfter)
    } catch (error) {
      if (error instanceof ApiError || error instanceof TimeoutError || isAbort(error)) throw error
      throw new (isOnline() ? NetworkError : OfflineError)(url, { cause: error })
    } finally {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
    }
  }

  function keep(key: string, answer: object): void {
    kept.delete(key)
    kept.set(key, { answer, time: now() })
    if (kept.size > maxEntries) kept.delete(kept.keys().next().value!)
  }

  async function get<Answer extends object>(path: string, query: ReadOptions = {}): Promise<Answer> {
    const { signal, ...values } = query
    const url = new URL(path, base)
    for (const [name, value] of Object.entries(values)) {
      if ((value ?? '') !== '') url.searchParams.set(name, `${value}`)
    }
    const key = url.href
    const known = kept.get(key)
    if (known && now() - known.time < maxAge) return known.answer as Answer
    try {
      const answer = await share(key, (shared) => request(key, shared), signal)
      keep(key, answer)
      return answer as Answer
    } catch (error) {
      const unanswered = error instanceof NetworkError || (error instanceof ApiError && error.status >= 500)
      if (known && unanswered) return markStale(known.answer, new Date(known.time)) as Answer
      throw error
    }
  }

  const id = encodeURIComponent
  return {
    base,
    get,
    areas: (query) => get('areas', query),
    area: (key, options) => get(`areas/${id(key)}`, options),
    areaAt: async (lat, lon, options) => {
      const page = await get<AreaPage>('areas', { ...options, lat, lon } as ReadOptions)
      return page.items[0]
    },
    services: (query) => get('services', query),
    suggest: (query) => get('services/suggest', query),
    checklists: (query) => get('checklists', query),
    service: (key, options) => get(`services/${id(key)}`, options),
    deadlines: (key, query) => get(`services/${id(key)}/deadlines`, query),
    lifeSituations: (options) => get('life-situations', options),
    keywords: (query) => get('keywords', query),
    responsibility: (query) => get('responsibilities', query),
    unit: (key, options) => get(`units/${id(key)}`, options),
    directory: (query) => get('directory', query),
    unitServices: (key, options) => get(`units/${id(key)}/services`, options),
    sources: (options) => get('sources', options),
  }
}
