import type { IncomingMessage } from 'node:http'
import type { BlockList } from 'node:net'
import { type EmbeddingCounter, embeddingOf } from '../access/index.ts'
import { clientNetwork } from './client-network.ts'

interface Parts {
  readonly counter: Pick<EmbeddingCounter, 'count'>
  /** Whose X-Forwarded-For is believed; left out, every private address. */
  readonly proxies?: BlockList | undefined
  /** Where readers reach the server; left out, the Host header says it. */
  readonly publicUrl?: string | undefined
}

/**
 * Notes which website a widget's question comes from: the host of Origin, which has neither path nor query. Of Referer, which may have
 * both, the origin alone is read, and only where a browser opens a page of ours in a frame. Asked at each request, from memory or not.
 */
export function noteEmbeddings({ counter, proxies, publicUrl }: Parts): (request: IncomingMessage) => void {
  const own = publicUrl && new URL(publicUrl).origin
  return ({ method, url = '', headers, socket }) => {
    const origin = headers.origin ?? framedBy(headers, url)
    if (origin === undefined || method !== 'GET' || origin === own) return
    if (headers['dnt'] === '1' || headers['sec-gpc'] === '1') return
    if (origin.endsWith(`//${headers.host}`)) return
    const embedding = embeddingOf(origin, url)
    if (!embedding) return
    const forwarded = String(headers['x-forwarded-for'] ?? '') || undefined
    counter.count(embedding, () => clientNetwork(socket.remoteAddress, forwarded, proxies))
  }
}

/** The website around a frame that is being opened; a way on inside it comes from us, or in a sandbox from nowhere. */
function framedBy({ referer, ...headers }: IncomingMessage['headers'], url: string): string | undefined {
  if (!referer || headers['sec-fetch-dest'] !== 'iframe' || !url.startsWith('/embed/')) return undefined
  return URL.canParse(referer) ? new URL(referer).origin : undefined
}
