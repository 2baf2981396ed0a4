import type { Refusal } from './admission.ts'
import type { FailureCause } from './failure-cause.ts'
import type { GuardedClient, Outcome } from './guarded-client.ts'

/** What a server said of a file, to ask it later whether there is another (RFC 9110, 8.8). */
export interface FileVersion {
  readonly etag: string | null
  readonly lastModified: string | null
}

/** What came of asking for a file; `words` are a sentence for whoever runs this server. */
export type Download =
  | { readonly kind: 'saved'; readonly version: FileVersion }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly words: string }

interface Order {
  readonly url: string
  readonly saveAs: string
  /** Of the file there is; without it the file comes whether it is new or not. */
  readonly known: FileVersion
  readonly signal: AbortSignal
}

/** Limits of the client that brings files: half an hour in all, a minute without a byte. */
export const downloadCaps = (bodyBytes: number) => ({
  headersTime: 60_000,
  totalTime: 30 * 60_000,
  idleTime: 60_000,
  bodyBytes,
})

/** Brings a file, unless it is the one that is known. Rejects only when the signal is aborted. */
export async function download(ask: GuardedClient, { url, saveAs, known, signal }: Order): Promise<Download> {
  const headers = {
    ...(known.etag ? { 'if-none-match': known.etag } : {}),
    ...(known.lastModified ? { 'if-modified-since': known.lastModified } : {}),
  }
  const outcome = await ask({ method: 'GET', url, headers, saveAs, signal })
  const failed = (words: string): Download => ({ kind: 'failed', words })
  if (outcome.kind === 'refused') return failed(refusals[outcome.reason])
  if (outcome.kind === 'failed') return failed(causes[outcome.cause])
  if (isWeakened(url, outcome)) return failed('The server sends us on to an address without TLS.')
  if (outcome.status === 304) return { kind: 'unchanged' }
  if (outcome.status !== 200) return failed(statusWords(outcome.status))
  if (outcome.truncated) return failed('The file is larger than AMTSWEG_DOWNLOAD_MAX_MB allows.')
  const { etag = null, 'last-modified': lastModified = null } = outcome.headers
  return { kind: 'saved', version: { etag, lastModified } }
}

/** Whether an encrypted way became an open one, on which anybody can put in another file. */
const isWeakened = (asked: string, { url, hops }: Outcome): boolean =>
  asked.startsWith('https:') && [url, ...hops.map((hop) => hop.url)].some((one) => !one.startsWith('https:'))

function statusWords(status: number): string {
  if (status === 401 || status === 403) return `The server does not give the file to us (${status}).`
  if (status === 404 || status === 410)
    return `The file is not there any more (${status}): look for its new address.`
  if (status >= 300 && status < 400) return `The server sends us on to nowhere (${status}).`
  return `The server answers ${status} instead of a file.`
}

const refusals: Readonly<Record<Refusal, string>> = {
  malformed: 'The address is none.',
  scheme: 'The address is none of the web.',
  credentials: 'The address holds a user name or a password, which this server does not send.',
  port: 'The address has a port other than 80 and 443.',
  'own-server': 'The address is one of this server itself.',
  'internal-address':
    'The address leads into an internal network; AMTSWEG_OUTGOING_ALLOW opens single ones, which is dangerous.',
}

const causes: Readonly<Record<FailureCause, string>> = {
  'no-such-host': 'There is no server of this name.',
  'name-service': 'The name of the server cannot be looked up at the moment.',
  'no-connection': 'The server takes no connections.',
  'no-network': 'There is no way from here to the server.',
  timeout: 'The server takes too long.',
  broken: 'The connection broke before the file was complete, or there is no room for it on this disk.',
  certificate: 'The certificate of the server is not valid.',
  'certificate-chain': 'The server does not send the certificates that its own hangs on.',
  tls: 'The server does not speak TLS as it should.',
  'redirect-loop': 'The server sends us round in a circle.',
  'too-many-redirects': 'The server sends us on and on.',
}
