import { hash } from 'node:crypto'
import { crs84, type ReferenceSystem, systemOfUri } from '../geometry/reference-system.ts'
import { changesRel } from './change-question.ts'
import { type Audience, audiences } from './collection.ts'
import { HarvestError } from './harvest-words.ts'
import { licenceOfUri } from './licence.ts'

/** A collection of another server, as far as a copy needs to know it. */
export interface ForeignCollection {
  /** Address of its features, and of its feed where it is one of ours. */
  readonly items: string
  readonly changes: string | undefined
  readonly title: string
  readonly description: string
  readonly keywords: readonly string[]
  readonly theme: string | null
  /** Code of a licence that we know. */
  readonly licence: string | undefined
  readonly provider: string | undefined
  readonly sourceUri: string
  readonly changed: boolean
  readonly titleProperty: string | null
  /** Who may read it there; undefined where nothing is said. */
  readonly audience: Audience | undefined
  /** Node that keeps it, where that is another one than the one that was asked. */
  readonly originNode: string | undefined
  /** Best system that it comes in and that we read. */
  readonly system: ReferenceSystem
  /** Another one whenever the collection has changed, as far as can be told. */
  readonly stamp: string
}

type Json = Readonly<Record<string, unknown>>

/** Characters of a text that somebody else has written. */
const longest = { title: 200, text: 4_000, uri: 1_000, keyword: 100 }

/**
 * What `/collections/{id}` of another server says (OGC API Features Part 1, 7.14; Part 2, 6). Every address has to be of the origin of
 * `url`. Throws HarvestError.
 */
export function readForeignCollection(
  body: unknown,
  { url, etag }: { readonly url: string; readonly etag: string | null },
): ForeignCollection {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new HarvestError('no-collection')
  const said = body as Json
  const links = linksOf(said['links'])
  const items = links.find(({ rel, type }) => rel === 'items' && isJson(type))
  if (!items || typeof said['id'] !== 'string') throw new HarvestError('no-collection')
  const changes = links.find(({ rel }) => rel === changesRel)
  const stored = systemIn(said['storageCrs'])
  const served = Array.isArray(said['crs']) ? (said['crs'] as unknown[]).map(systemIn) : []
  const via = links.find(({ rel }) => rel === 'via')
  return {
    items: addressOf(items.href, url),
    changes: changes && addressOf(changes.href, url),
    title: textOf(said['title'], longest.title) ?? said['id'].slice(0, longest.title),
    description: textOf(said['description'], longest.text) ?? '',
    keywords: textsOf(said['keywords']),
    theme: textOf(said['theme'], 10) ?? null,
    licence: licenceIn(said, links),
    provider: textOf(said['provider'], longest.title) ?? textOf(said['attribution'], longest.title),
    // What stands behind the question mark may be a key.
    sourceUri: via && isWebAddress(via.href) ? via.href : url.replace(/[?#].*$/, ''),
    changed: said['changed'] === true,
    titleProperty: textOf(said['titleProperty'], longest.title) ?? null,
    audience: audiences.find((one) => one === said['audience']),
    originNode: nodeIn(said['origin']),
    system: stored && served.includes(stored) ? stored : crs84,
    stamp: textOf(said['updated'], 100) ?? etag ?? hash('sha256', JSON.stringify(said), 'base64url'),
  }
}

/** A link as somebody else writes it. */
export interface ForeignLink {
  readonly href: string
  readonly rel: string
  readonly type: string | undefined
}

export const linksOf = (value: unknown): readonly ForeignLink[] =>
  (Array.isArray(value) ? (value as unknown[]) : []).flatMap((one) => {
    const { href, rel, type } = (one ?? {}) as Json
    if (typeof href !== 'string' || typeof rel !== 'string') return []
    return [{ href, rel, type: typeof type === 'string' ? type : undefined }]
  })

export const isJson = (type: string | undefined): boolean => type === undefined || /[/+]json\b/.test(type)

/** An address as it is meant on a page; it must not leave the origin that an officer has named. Throws HarvestError. */
export function addressOf(href: string, page: string): string {
  if (!URL.canParse(href, page)) throw new HarvestError('malformed')
  const address = new URL(href, page)
  if (address.origin !== new URL(page).origin || address.username || address.password)
    throw new HarvestError('other-origin')
  return address.href
}

const systemIn = (uri: unknown): ReferenceSystem | undefined =>
  typeof uri === 'string' ? systemOfUri(uri) : undefined

function textOf(value: unknown, most: number): string | undefined {
  if (typeof value !== 'string') return undefined
  const text = value
    .replace(/<[^>]*>/g, ' ')
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
  return text.toWellFormed().slice(0, most) || undefined
}

const textsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? (value as unknown[]) : [])
    .flatMap((one) => textOf(one, longest.keyword) ?? [])
    .slice(0, 50)

const isWebAddress = (href: string): boolean =>
  href.length <= longest.uri && URL.canParse(href) && /^https?:$/.test(new URL(href).protocol)

function nodeIn(origin: unknown): string | undefined {
  const { node } = (typeof origin === 'object' && origin !== null ? origin : {}) as Json
  return typeof node === 'string' && /^[0-9a-f]{12}$/.test(node) ? node : undefined
}

/** By the link (Part 1, 7.14), else as Records and STAC have it, by a member `license`. */
function licenceIn(said: Json, links: readonly ForeignLink[]): string | undefined {
  const { code } = (said['licence'] ?? {}) as Json
  const named = [
    ...links.flatMap(({ rel, href }) => (rel === 'license' ? [href] : [])),
    code,
    said['license'],
  ]
  for (const one of named) {
    const licence = typeof one === 'string' ? licenceOfUri(one) : undefined
    if (licence) return licence.code
  }
  return undefined
}
