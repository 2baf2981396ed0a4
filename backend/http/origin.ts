import type { Context } from 'hono'

/**
 * The website a browser speaks for (RFC 6454), unless it is a page of ours; undefined as well where no browser says so. Pages of ours
 * are those under the Host header, by whichever scheme a proxy before us speaks, and those under the public address.
 */
export function foreignOrigin(c: Context, publicUrl: string | undefined): string | undefined {
  const origin = c.req.header('origin')
  if (origin === undefined || isPublicUrl(origin, publicUrl)) return undefined
  const [, host] = /^https?:\/\/(.+)$/.exec(origin) ?? []
  return host === new URL(c.req.url).host ? undefined : origin
}

const isPublicUrl = (origin: string, publicUrl: string | undefined): boolean =>
  publicUrl !== undefined && new URL(publicUrl).origin === origin
