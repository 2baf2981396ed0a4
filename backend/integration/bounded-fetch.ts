import type { CustomFetch } from 'openid-client'
import { ProviderError } from '../access/index.ts'

/** Bytes of an answer of a provider: its keys are the longest. */
const mostBytes = 256 * 1024

/**
 * A fetch for addresses that an operator's own provider has named: no others, no redirects, so many bytes and no more. Time is
 * limited by who calls. Throws ProviderError where nothing usable comes.
 */
export const boundedFetch =
  (mayAsk: (url: string) => boolean): CustomFetch =>
  async (url, options) => {
    if (!mayAsk(url)) throw new ProviderError('refused')
    try {
      const answer = await fetch(url, { ...options, redirect: 'manual' } as RequestInit)
      if (answer.status >= 500) throw new Error(`It answers ${answer.status}`)
      const body = await upTo(mostBytes, answer)
      return new Response(body, { status: answer.status, headers: answer.headers })
    } catch (cause) {
      throw new ProviderError('unreachable', { cause })
    }
  }

async function upTo(most: number, { body }: Response): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > most) throw new Error(`It answers more than ${most} bytes`)
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}
