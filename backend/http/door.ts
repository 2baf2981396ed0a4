import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { BlockList } from 'node:net'
import type { ProblemCode } from '@amtsweg/contract'
import {
  type ClientKeys,
  type Gate,
  limitField,
  type Policy,
  policyField,
  policyOf,
  type Rates,
} from '../traffic/index.ts'
import { strangerNetwork } from './client-network.ts'
import { problemParts } from './problem.ts'

/** Lets a request in to be worked for, or answers it itself. */
export type Door = (request: IncomingMessage, response: ServerResponse, work: () => Promise<unknown>) => void

interface Parts {
  /**
   * One for who reads, one for who sends something that anybody may send, and one for editors, who bring a token: whoever sends
   * theirs slowly takes no place from readers, and without a token none from editors.
   */
  readonly reading: Gate
  readonly sending: Gate
  readonly editing: Gate
  /** Whether the computer cannot keep up. */
  readonly isLate: () => boolean
  readonly limits?: Limits | undefined
  readonly random?: () => number
  /** Takes who was refused: why, or which policy. */
  readonly onRefused?: (reason: string) => void
}

/** How much each client may ask for. */
export interface Limits {
  readonly policies: ReadonlyMap<string, Policy>
  readonly rates: Rates
  readonly keys: ClientKeys
  readonly proxies?: BlockList | undefined
}

/** Whoever asks how we are must hear it most of all when we are not well. */
const neverRefused = /^\/(?:livez|readyz|startupz|metrics)(?:\?|$)/

/** Refuses what is too much before any work is done for it: 429 for one client, 503 for all. */
export function createDoor({
  reading,
  sending,
  editing,
  isLate,
  limits,
  random = Math.random,
  onRefused,
}: Parts): Door {
  // Not all at the same moment again.
  const shed = (request: IncomingMessage, response: ServerResponse, reason: string) => {
    onRefused?.(reason)
    refuse(request, response, 'unavailable', { 'retry-after': String(1 + Math.floor(random() * 4)) })
  }
  const gateFor = (method: string | undefined) => {
    if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return reading
    return method === 'PUT' || method === 'DELETE' ? editing : sending
  }
  return (request, response, work) => {
    if (neverRefused.test(request.url ?? '')) return void work()
    const spent = limits && overdrawn(limits, request, response)
    if (spent) {
      onRefused?.(spent.policy)
      return refuse(request, response, 'too-many-requests', { 'retry-after': String(spent.seconds) })
    }
    if (isLate()) return shed(request, response, 'late')
    const gate = gateFor(request.method)
    gate.enter({
      start: work,
      refuse: (why) => shed(request, response, why),
      isGone: () => response.destroyed,
    })
  }
}

/** Counts the request and says so in its header fields; answers which policy it is too much for. */
function overdrawn(
  { policies, rates, keys, proxies }: Limits,
  { method = '', url = '', headers, socket }: IncomingMessage,
  response: ServerResponse,
): { policy: string; seconds: number } | undefined {
  const policy = policies.get(policyOf(method, url.split('?', 1)[0] ?? '') ?? '')
  if (!policy) return undefined
  const forwarded = headers['x-forwarded-for']
  const network = strangerNetwork(socket.remoteAddress, String(forwarded ?? '') || undefined, proxies)
  if (network === undefined) return undefined
  const { allowed, remaining, seconds } = rates.take(policy.name, keys.of(network))
  response.setHeader('ratelimit-policy', policyField(policy))
  response.setHeader('ratelimit', limitField(policy, remaining, seconds))
  return allowed ? undefined : { policy: policy.name, seconds }
}

function refuse(
  { url = '', method }: IncomingMessage,
  response: ServerResponse,
  code: ProblemCode,
  extra: Record<string, string>,
): void {
  const instance = url.split('?', 1)[0] ?? ''
  const { status, headers, text } = problemParts(
    code,
    { instance, requestId: randomUUID() },
    { headers: extra },
  )
  response.writeHead(status, { ...headers, 'content-length': String(Buffer.byteLength(text)) })
  response.end(method === 'HEAD' ? undefined : text)
}
