import type { Context } from 'hono'
import { catalogueCaching } from './headers.ts'

/** Under which origin an answer speaks of itself, and who may keep such an answer. */
export interface PublicUrl {
  /** "https://dienste.example", without a slash at the end. */
  readonly origin: string
  /** Value of Cache-Control. */
  readonly caching: string
}

/** For what repeats a Host header. */
export const privateCaching = 'private, max-age=60'

/** Gives the public origin for a request. */
export type FindPublicUrl = (c: Context) => PublicUrl

/**
 * The operator's own setting; without it the Host header of the request. Anybody can send any Host header: an answer that
 * repeats it is for its sender alone, so that it poisons no cache, neither ours nor a proxy's. X-Forwarded-* is never read.
 */
export const publicUrlOf =
  (configured: string | undefined): FindPublicUrl =>
  (c) =>
    configured === undefined
      ? { origin: new URL(c.req.url).origin, caching: privateCaching }
      : { origin: configured, caching: catalogueCaching }
