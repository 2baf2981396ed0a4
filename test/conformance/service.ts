import { entries, isText, members } from './json.ts'
import { Inapplicable } from './method.ts'

/** What a server answered. */
export interface Answer {
  readonly url: string
  readonly status: number
  readonly headers: Headers
  /** Media type with its parameters. */
  readonly type: string
  readonly text: string
  readonly bytes: Uint8Array
  /** Milliseconds since 1970, by our clock, before and after. */
  readonly asked: number
  readonly answered: number
}

/** A collection of features as `/collections` tells of it. */
export interface Collection {
  readonly id: string
  readonly described: Readonly<Record<string, unknown>>
  /** Address of its features as GeoJSON. */
  readonly items: string
}

/** A server under test: asked by address, and never twice for the same. */
export interface Service {
  readonly base: string
  /** Address in full, or a path below the base. */
  readonly get: (address: string, accept?: string) => Promise<Answer>
  readonly conformance: () => Promise<readonly string[]>
  readonly collections: () => Promise<readonly Collection[]>
}

export const geoJson = 'application/geo+json'
const json = 'application/json'

/** Opens the service whose landing page has this address; nothing is asked before a method asks. */
export function openService(landingPage: string): Service {
  const base = landingPage.replace(/\/$/, '')
  const answers = new Map<string, Promise<Answer>>()
  const get: Service['get'] = (address, accept = json) => {
    const url = address.startsWith('/') ? base + address : address || landingPage
    const key = `${accept} ${url}`
    const answer = answers.get(key) ?? ask(url, accept)
    answers.set(key, answer)
    return answer
  }
  return {
    base,
    get,
    conformance: async () => entries(members(bodyOf(await get('/conformance')))['conformsTo']).filter(isText),
    collections: async () => {
      const answer = await get('/collections')
      return entries(members(bodyOf(answer))['collections']).flatMap((one) =>
        collectionOf(members(one), answer.url),
      )
    },
  }
}

async function ask(url: string, accept: string): Promise<Answer> {
  const asked = Date.now()
  const response = await fetch(url, { headers: { accept }, signal: AbortSignal.timeout(60_000) })
  const bytes = new Uint8Array(await response.arrayBuffer())
  const text = new TextDecoder().decode(bytes)
  const { status, headers } = response
  const type = headers.get('content-type') ?? ''
  return { url, status, headers, type, text, bytes, asked, answered: Date.now() }
}

/** Collections of anything but features are none of this suite's business. */
function collectionOf(described: Readonly<Record<string, unknown>>, at: string): readonly Collection[] {
  const { id, itemType = 'feature', links } = described
  const items = entries(links)
    .map(members)
    .filter(({ rel, href }) => rel === 'items' && isText(href))
  const link = items.find(({ type }) => isText(type) && type.startsWith(geoJson))
  if (!isText(id) || itemType !== 'feature' || !link) return []
  return [{ id, described, items: new URL(String(link['href']), at).href }]
}

/** The JSON of an answer; throws what the server sent instead. */
export function bodyOf(answer: Answer): unknown {
  try {
    return JSON.parse(answer.text)
  } catch {
    throw new Error(`${answer.url} answers ${answer.status} ${answer.type} and no JSON`)
  }
}

/** An address with more parameters; commas, slashes and colons are left as people write them. */
export function withQuery(address: string, parameters: Readonly<Record<string, string | number>>): string {
  const url = new URL(address)
  for (const name of Object.keys(parameters)) url.searchParams.delete(name)
  const added = Object.entries(parameters).map(
    ([name, value]) => `${encodeURIComponent(name)}=${readable(encodeURIComponent(value))}`,
  )
  url.search = [url.search.slice(1), ...added].filter(Boolean).join('&')
  return url.href
}

const readable = (encoded: string) =>
  encoded.replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%3A', ':')

/** Address of one feature. */
export function itemAddress({ items }: Collection, id: unknown): string {
  const url = new URL(items)
  url.pathname += `/${encodeURIComponent(String(id))}`
  return url.href
}

/** The collections, of which a server that is to be tested has some. */
export async function collectionsOf(service: Service): Promise<readonly Collection[]> {
  const collections = await service.collections()
  if (collections.length === 0) throw new Inapplicable('there is no collection of features')
  return collections
}
