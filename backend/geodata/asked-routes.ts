import type { Context } from 'hono'
import { callerOfToken } from '../access/index.ts'
import type { Db } from '../database/database.ts'
import type { Remember } from '../database/memory.ts'
import { apiHeaders } from '../http/headers.ts'
import { ProblemError } from '../http/problem.ts'
import type { FindPublicUrl } from '../http/public-url.ts'
import type { Env } from '../http/router.ts'
import { mayRead } from './audience.ts'
import type { Collection } from './collection.ts'
import { UnusableQuestion } from './item-question.ts'
import { listCollections } from './repository-collections.ts'

/** What every route of geodata is made of. */
export interface AskedParts {
  readonly db: Db
  readonly now: () => Date
  readonly remember: Remember
  readonly publicUrl: FindPublicUrl
}

export interface Answer {
  readonly type: string
  readonly text: string | Uint8Array
  /** 204 where there is nothing to send. */
  readonly status?: 204
  readonly headers?: Readonly<Record<string, string>>
  readonly collection?: Collection
  /** Who may keep what everybody may read; left out, as usual. */
  readonly caching?: string
}

/** For what not everybody may read. */
const secret = 'private, no-store'

/** Who asks, for which collection, and how they are answered: the same for all that stands below `/ogc`. */
export function askedRoutes({ db, now, remember, publicUrl }: AskedParts) {
  /** The authority whose token the request carries. */
  async function readerOf(c: Context<Env>): Promise<string | undefined> {
    const header = c.req.header('authorization')
    if (header === undefined) return undefined
    const caller = await callerOfToken(db, /^Bearer +(\S+)$/i.exec(header)?.[1] ?? '', now())
    if (typeof caller === 'string') throw new ProblemError('token-invalid')
    return caller.authority.id
  }

  /** The collections a reader may know of. */
  async function readable(c: Context<Env>): Promise<readonly Collection[]> {
    const all = await remember('geodata collections', () => listCollections(db))
    const reader = await readerOf(c)
    return all.filter((collection) => mayRead(collection, reader))
  }

  /** The collection a request is about. */
  async function asked(c: Context<Env>): Promise<Collection> {
    const id = c.req.param('collectionId')
    const found = (await readable(c)).find((collection) => collection.id === id)
    if (!found) throw new ProblemError('collection-unknown')
    return found
  }

  /** Who may keep an answer about a collection; `usual` is for what everybody may read. */
  function cachingOf(c: Context<Env>, collection: Collection | undefined, usual?: string): string {
    const isSecret =
      c.req.header('authorization') !== undefined || (collection && collection.audience !== 'public')
    return isSecret ? secret : (usual ?? publicUrl(c).caching)
  }

  function send(
    c: Context<Env>,
    { type, text, status, headers = {}, collection, caching }: Answer,
  ): Response {
    const always = {
      ...apiHeaders,
      'content-type': type,
      'content-language': 'de',
      'cache-control': cachingOf(c, collection, caching),
      vary: 'Accept, Accept-Encoding, Authorization',
      ...headers,
    }
    return c.get('send')(text, always, status)
  }

  const rootOf = (c: Context<Env>) => `${publicUrl(c).origin}/ogc`

  return { readable, asked, send, rootOf, cachingOf }
}

/** Throws unless the query has these parameters only, each once (OGC API Features Part 1, 7.6). */
export function mayAsk(c: Context<Env>, ...names: readonly string[]): void {
  const parameters = new URL(c.req.url).searchParams
  for (const name of parameters.keys())
    if (!names.includes(name)) throw unusable(name, 'There is no such parameter here')
    else if (parameters.getAll(name).length > 1) throw unusable(name, 'It is given twice')
}

export const unusable = (name: string, detail: string) =>
  new ProblemError('invalid-query', { errors: [{ pointer: `/${name}`, detail }] })

/** What a reader gave, or the problem with it. */
export async function usable<Value>(read: () => Value | Promise<Value>): Promise<Value> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof UnusableQuestion) throw refused(error)
    throw error
  }
}

/** A filter has a problem of its own: who wrote it wants to know of CQL2, not of parameters. */
const refused = ({ parameter, message }: UnusableQuestion) =>
  parameter === 'filter'
    ? new ProblemError('invalid-filter', {
        detail: message,
        errors: [{ pointer: '/filter', detail: message }],
      })
    : unusable(parameter, message)
