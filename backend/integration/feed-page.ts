import { gunzipSync } from 'node:zlib'
import type { Refusal } from './admission.ts'
import type { GuardedClient, Outcome } from './guarded-client.ts'

/** Bytes of a page on the wire, and unpacked. */
const longestAnswer = 8 * 1024 ** 2
const longestPage = 32 * 1024 ** 2

/** Limits of the client that asks another node. */
export const feedCaps = {
  headersTime: 60_000,
  totalTime: 120_000,
  idleTime: 30_000,
  bodyBytes: longestAnswer,
}

/** What came of asking for a page of a feed. */
export type FeedAnswer =
  | { readonly kind: 'page'; readonly body: unknown; readonly bytes: number; readonly etag: string | null }
  | { readonly kind: 'unchanged' }
  /** What was read so far is too old to go on from. */
  | { readonly kind: 'gone' }
  /** It asks to come back a little later. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'failed'; readonly code: FeedFailure }

export type FeedFailure =
  'unreachable' | 'certificate' | 'refused-address' | 'no-feed' | 'too-large' | 'malformed' | 'server-error'

/** Asks for one page. Rejects only when the signal is aborted. */
export async function fetchFeedPage(
  ask: GuardedClient,
  {
    url,
    etag,
    signal,
  }: { readonly url: string; readonly etag?: string | null; readonly signal: AbortSignal },
): Promise<FeedAnswer> {
  const headers = {
    accept: 'application/json',
    'accept-encoding': 'gzip',
    ...(etag ? { 'if-none-match': etag } : {}),
  }
  const outcome = await ask({ method: 'GET', url, headers, signal })
  const failed = (code: FeedFailure): FeedAnswer => ({ kind: 'failed', code })
  if (outcome.kind === 'refused') return failed(refusals[outcome.reason])
  if (outcome.kind === 'failed')
    return failed(/certificate|tls/.test(outcome.cause) ? 'certificate' : 'unreachable')
  if (isWeakened(url, outcome)) return failed('certificate')
  const { status, body, truncated } = outcome
  if (status === 304) return { kind: 'unchanged' }
  if (status === 410) return { kind: 'gone' }
  if (status === 503 || status === 429) return { kind: 'busy' }
  if (status === 400 || status === 404 || (status >= 300 && status < 400)) return failed('no-feed')
  if (status !== 200) return failed('server-error')
  if (truncated) return failed('too-large')
  const text = unpacked(body, outcome.headers['content-encoding'])
  if (text === undefined) return failed('too-large')
  try {
    const etagOf = outcome.headers['etag'] ?? null
    return { kind: 'page', body: JSON.parse(text), bytes: text.length, etag: etagOf }
  } catch {
    return failed(/json/.test(outcome.headers['content-type'] ?? '') ? 'malformed' : 'no-feed')
  }
}

/** A few bytes can unpack to more than any memory holds. */
function unpacked(body: Buffer, encoding: string | undefined): string | undefined {
  if (encoding !== 'gzip') return body.toString()
  try {
    return gunzipSync(body, { maxOutputLength: longestPage }).toString()
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? undefined : ''
  }
}

/** Whether an encrypted way became an open one, be it in its middle: there anybody can send us on. */
const isWeakened = (asked: string, { url, hops }: Outcome): boolean =>
  asked.startsWith('https:') && [url, ...hops.map((hop) => hop.url)].some((one) => !one.startsWith('https:'))

const refusals: Readonly<Record<Refusal, FeedFailure>> = {
  malformed: 'refused-address',
  scheme: 'refused-address',
  credentials: 'refused-address',
  port: 'refused-address',
  'own-server': 'refused-address',
  'internal-address': 'refused-address',
}
