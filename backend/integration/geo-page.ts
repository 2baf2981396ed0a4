import type { GuardedClient, Outcome } from './guarded-client.ts'

/** Limits of the client that reads geodata of other servers: a page may be a whole data set. */
export const geoCaps = (bodyBytes: number) => ({
  headersTime: 60_000,
  totalTime: 30 * 60_000,
  idleTime: 60_000,
  bodyBytes,
})

/** What came of asking for a document or a page of features. */
export type GeoAnswer =
  | {
      readonly kind: 'saved'
      readonly url: string
      readonly etag: string | null
      readonly contentCrs: string | undefined
    }
  /** It is not there, or not any more. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly code: GeoFailure }

export type GeoFailure =
  | 'unreachable'
  | 'certificate'
  | 'refused-address'
  | 'not-allowed'
  | 'other-origin'
  | 'wrong-type'
  | 'too-large'
  | 'server-error'
  | 'busy'

interface Order {
  readonly url: string
  readonly token: string | null
  /** File to which it goes. */
  readonly saveAs: string
  readonly signal: AbortSignal
}

/** Brings JSON of any length into a file, never from another origin. Rejects only when the signal is aborted. */
export async function fetchGeoPage(
  ask: GuardedClient,
  { url, token, saveAs, signal }: Order,
): Promise<GeoAnswer> {
  const headers = {
    accept: 'application/geo+json, application/json;q=0.9',
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
  }
  const outcome = await ask({ method: 'GET', url, headers, saveAs, signal, stays: true })
  const failed = (code: GeoFailure): GeoAnswer => ({ kind: 'failed', code })
  if (outcome.kind === 'refused') return failed('refused-address')
  if (outcome.kind === 'failed')
    return failed(/certificate|tls/.test(outcome.cause) ? 'certificate' : 'unreachable')
  return judged(outcome, failed)
}

function judged(
  { status, headers, truncated, url }: Extract<Outcome, { kind: 'answered' }>,
  failed: (code: GeoFailure) => GeoAnswer,
): GeoAnswer {
  if (status >= 300 && status < 400) return failed('other-origin')
  if (status === 401 || status === 403) return failed('not-allowed')
  if (status === 429 || status === 503) return failed('busy')
  if (status >= 400 && status < 500) return { kind: 'gone' }
  if (status !== 200) return failed('server-error')
  if (truncated) return failed('too-large')
  if (!/[/+]json\b/.test(headers['content-type'] ?? '')) return failed('wrong-type')
  const contentCrs = /^<([^>]*)>$/.exec(headers['content-crs'] ?? '')?.[1]
  return { kind: 'saved', url, etag: headers['etag'] ?? null, contentCrs }
}
