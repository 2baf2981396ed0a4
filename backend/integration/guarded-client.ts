import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { type Admission, admit, hostOf, isOrdinaryPort, pairOf, portOf, type Refusal } from './admission.ts'
import { type Caps, exchange, type RawAnswer } from './exchange.ts'
import { causeOf, type FailureCause, TimeoutError } from './failure-cause.ts'
import { isPublicAddress } from './public-address.ts'

/** One step of a redirect: who sent us on, and how. */
export interface Hop {
  readonly url: string
  readonly status: number
}

interface Way {
  /** The address asked last. */
  readonly url: string
  readonly hops: readonly Hop[]
}

/** What came of a question; a bad answer is an answer, not an exception. */
export type Outcome =
  | (Way & RawAnswer & { readonly kind: 'answered' })
  | (Way & { readonly kind: 'failed'; readonly cause: FailureCause })
  | (Way & { readonly kind: 'refused'; readonly reason: Refusal })

export interface Question {
  readonly method: 'GET' | 'HEAD'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  /** File to which the body of a 200 goes. */
  readonly saveAs?: string
  /** Whether a redirect to another origin is an answer and not followed: what is sent, a token perhaps, is for nobody else. */
  readonly stays?: boolean
  readonly signal: AbortSignal
}

/** Lets a request to a host happen when it is its turn. */
export type Turn = <Value>(host: string, work: () => Promise<Value>) => Promise<Value>

interface ClientOptions extends Admission {
  /** Name and address of who asks, as servers log it. */
  readonly userAgent: string
  readonly caps?: Partial<Caps>
  readonly turn?: Turn
  readonly resolve?: (host: string) => Promise<readonly LookupAddress[]>
  readonly ca?: string
}

/** Asks a foreign server. Rejects only when the signal is aborted, or with what `turn` rejected with. */
export type GuardedClient = (question: Question) => Promise<Outcome>

const standardCaps: Caps = {
  headersTime: 10_000,
  totalTime: 20_000,
  headerBytes: 16 * 1024,
  bodyBytes: 64 * 1024,
}
const mostHops = 5
const redirects: readonly number[] = [301, 302, 303, 307, 308]

const everyAddress = (host: string) => lookup(host, { all: true, verbatim: false })

/**
 * The only way out of this server. Each address, redirects included, is read once, resolved once, checked, and connected to
 * at exactly the checked IP addresses; host name, SNI and certificate check stay those of the address. No cookies, no
 * credentials, no decompression; time, header fields and body are capped.
 */
export function createGuardedClient({
  userAgent,
  turn = (_, work) => work(),
  resolve = everyAddress,
  ca,
  ...options
}: ClientOptions): GuardedClient {
  const caps = { ...standardCaps, ...options.caps }

  const addressesOf = async (url: URL): Promise<readonly LookupAddress[]> => {
    const host = hostOf(url)
    const family = isIP(host)
    const found = family ? [{ address: host, family }] : await inTime(resolve(host), caps.headersTime)
    const mayAsk = ({ address }: LookupAddress) => {
      const pair = pairOf(address, portOf(url))
      return options.allow.includes(pair) || (isPublicAddress(address) && isOrdinaryPort(url))
    }
    // One bad address spoils the name: an attacker's resolver mixes them.
    return found.every(mayAsk) ? found : []
  }

  const askOnce = async (
    url: URL,
    { method, headers = {}, saveAs, signal }: Question,
  ): Promise<RawAnswer | Refusal> => {
    const addresses = await addressesOf(url)
    if (addresses.length === 0) return 'internal-address'
    signal.throwIfAborted()
    const fields = { accept: '*/*', 'accept-encoding': 'identity', ...headers, 'user-agent': userAgent }
    return exchange({ method, url, addresses, headers: fields, caps, signal, saveAs, ca })
  }

  return async (question) => {
    const hops: Hop[] = []
    let address = question.url
    for (;;) {
      const url = admit(address, options)
      if (typeof url === 'string') return { kind: 'refused', reason: url, url: address, hops }
      const way: Way = { url: url.href, hops }
      let answer: RawAnswer | Refusal
      try {
        answer = await turn(hostOf(url), () => attempt(() => askOnce(url, question)))
      } catch (error) {
        if (question.signal.aborted || !(error instanceof AttemptError)) throw error
        return { kind: 'failed', cause: causeOf(error.cause), ...way }
      }
      if (typeof answer === 'string') return { kind: 'refused', reason: answer, ...way }
      const { location } = answer.headers
      if (!redirects.includes(answer.status) || location === undefined)
        return { kind: 'answered', ...answer, ...way }
      hops.push({ url: url.href, status: answer.status })
      if (!URL.canParse(location, url.href)) return { kind: 'failed', cause: 'broken', ...way }
      address = new URL(location, url.href).href
      if (question.stays && new URL(address).origin !== url.origin)
        return { kind: 'answered', ...answer, ...way }
      const seen = new Set(hops.map((hop) => hop.url))
      if (seen.has(address.replace(/#.*$/, ''))) return { kind: 'failed', cause: 'redirect-loop', ...way }
      if (hops.length > mostHops) return { kind: 'failed', cause: 'too-many-redirects', ...way }
    }
  }
}

/** Tells what the request threw from what the turnstile did. */
class AttemptError extends Error {
  override name = 'AttemptError'
}

async function attempt<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (cause) {
    throw new AttemptError('The request failed', { cause })
  }
}

/** The resolver of the platform has no patience of its own that we could set. */
function inTime<Value>(work: Promise<Value>, milliseconds: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeoutError()), milliseconds)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
