import { type ForeignCollection, readForeignCollection } from './foreign-collection.ts'
import { HarvestError, type HarvestFailure } from './harvest-words.ts'

/** Asks another server for a document; a code where it gives none. `url` is where it came from in the end. */
export type AskDocument = (
  url: string,
  token: string | null,
) => Promise<{ readonly url: string; readonly body: unknown } | HarvestFailure>

/** A collection of another server that could be copied. */
export interface ForeignOffer extends Pick<ForeignCollection, 'title' | 'description'> {
  /** There. */
  readonly id: string
  readonly url: string
  readonly kind: 'node' | 'ogc-features'
  readonly licence: ForeignCollection['licence'] | null
  readonly provider: string | null
  readonly audience: ForeignCollection['audience'] | null
  /** Why it cannot be copied. */
  readonly error: HarvestFailure | null
}

interface Question {
  /** Of a server, of its service, or of one of its collections, as somebody has it from a browser. */
  readonly url: string
  readonly token: string | null
  /** Id of this node. */
  readonly node: string | undefined
}

type Json = Readonly<Record<string, unknown>>

/** Collections are read from one page: more than these nobody chooses from. */
const most = 500

/**
 * What another server has to copy, wherever somebody has come in: its front page, its service, the page of a collection or of its features.
 * Throws HarvestError.
 */
export async function offersOf(ask: AskDocument, { url, token, node }: Question): Promise<ForeignOffer[]> {
  let first: HarvestFailure | undefined
  for (const address of placesIn(url)) {
    const answer = await ask(address, token)
    if (typeof answer !== 'string') {
      const found = read(answer, node)
      if (found.length > 0) return found
    } else if (!passing.has(answer)) throw new HarvestError(answer)
    else first ??= answer
  }
  throw new HarvestError(first === 'not-allowed' ? first : 'no-collection')
}

/** Another address of the same server may still be the right one. */
const passing: ReadonlySet<string> = new Set(['no-collection', 'wrong-type', 'not-allowed', 'malformed'])

function placesIn(typed: string): readonly string[] {
  const url = new URL(typed)
  url.hash = ''
  // A page for people and what is asked of it lead nowhere here; a key may stand there, though.
  for (const name of ['f', 'limit', 'offset', 'bbox']) url.searchParams.delete(name)
  const path = url.pathname.replace(/\/+$/, '')
  const at = (pathname: string) => Object.assign(new URL(url), { pathname }).href
  const collection = /^.*\/collections\/[^/]+/.exec(path)?.[0]
  if (collection) return [at(collection)]
  if (path.endsWith('/collections')) return [at(path)]
  const service = /^(.*\/ogc)(?:\/[^/]*)?$/.exec(path)?.[1]
  return [
    ...new Set([`${path}/collections`, `${service ?? `${path}/ogc`}/collections`, '/ogc/collections']),
  ].map(at)
}

function read(
  { url, body }: { readonly url: string; readonly body: unknown },
  node: string | undefined,
): ForeignOffer[] {
  if (typeof body !== 'object' || body === null) return []
  const { collections } = body as Json
  if (!Array.isArray(collections)) return [offerOf(body, url, node)].flatMap((one) => one ?? [])
  return (collections as unknown[])
    .slice(0, most)
    .flatMap((one) => offerOf(one, addressIn(one, url), node) ?? [])
}

/** Where Part 1 (7.14) has it. */
function addressIn(collection: unknown, list: string): string {
  const { id } = (collection ?? {}) as Json
  const url = new URL(list)
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${encodeURIComponent(typeof id === 'string' ? id : '')}`
  return url.href
}

/** undefined where it holds no features. */
function offerOf(body: unknown, url: string, node: string | undefined): ForeignOffer | undefined {
  try {
    const source = readForeignCollection(body, { url, etag: null })
    const { title, description, licence, provider, audience, changes } = source
    return {
      ...{ id: String((body as Json)['id']), url, title, description },
      ...{ licence: licence ?? null, provider: provider ?? null, audience: audience ?? null },
      kind: changes === undefined ? 'ogc-features' : 'node',
      error: source.originNode !== undefined && source.originNode === node ? 'own-data' : null,
    }
  } catch (error) {
    if (error instanceof HarvestError && error.code === 'no-collection') return undefined
    if (!(error instanceof HarvestError)) throw error
    const { id, title } = body as Json
    const named = typeof title === 'string' ? title : String(id)
    return {
      ...{ id: String(id), url, title: named.slice(0, 200), description: '', kind: 'ogc-features' },
      ...{ licence: null, provider: null, audience: null, error: error.code },
    }
  }
}
