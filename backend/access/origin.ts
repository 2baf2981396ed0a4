import { z } from 'zod'
import { type SiteUse, siteUses } from '@amtsweg/contract'

const form =
  'An origin is written like https://www.wismar.example, without a path or a star; http only for localhost'

const loopback = /^(?:localhost|[a-z0-9-]+\.localhost|127\.0\.0\.1|\[::1\])$/
const host = /^(?:[a-z0-9][a-z0-9._-]*|\[[0-9a-f:]+\])$/

/**
 * The origin that a text names, as a browser sends it (RFC 6454, 6.2): small letters, names of other scripts in Punycode, no port
 * where it is the usual one. Undefined for what is no origin of a website.
 */
export function originOf(text: string): string | undefined {
  const url = URL.parse(text)
  if (!url || url.href !== `${url.origin}/` || !host.test(url.hostname)) return undefined
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && loopback.test(url.hostname))
  return isSafe ? url.origin : undefined
}

/** Address and origin of a picture that a page may show; undefined where the address would say more to a browser than that. */
export function safeLogo(address: string): { readonly url: string; readonly origin: string } | undefined {
  const url = URL.parse(address)
  const origin = url?.protocol === 'https:' && !url.username ? originOf(url.origin) : undefined
  return url && origin !== undefined ? { url: url.href, origin } : undefined
}

const Origin = z
  .string()
  .max(200)
  .transform((text, context) => {
    const origin = originOf(text)
    if (origin !== undefined) return origin
    context.addIssue({ code: 'custom', message: `${form} (“${text.slice(0, 100)}” is none)` })
    return z.NEVER
  })

const Use = z.enum(siteUses, `A website may use ${siteUses.join(', ')}`)

/** A website and what it may use; without a list everything, also what comes with a later version. */
export const RegisteredOrigin = z.object({ origin: Origin, uses: z.array(Use).min(1).optional() })
export type RegisteredOrigin = z.infer<typeof RegisteredOrigin>

/** Each website once: two entries could say two things. */
export const RegisteredOrigins = z
  .array(RegisteredOrigin)
  .max(100)
  .refine(
    (all) => new Set(all.map(({ origin }) => origin)).size === all.length,
    'An origin stands twice in the list',
  )

/** Whether one of these websites may use something. */
export const permits = (registered: readonly RegisteredOrigin[], origin: string, use: SiteUse): boolean =>
  registered.some((one) => one.origin === origin && (one.uses?.includes(use) ?? true))

/** As it is written on the command line: `https://www.wismar.example=amt-wayfinder,editing`. */
export const writtenOrigin = ({ origin, uses }: RegisteredOrigin): string =>
  uses ? `${origin}=${uses.join(',')}` : origin

/** What such words name, not yet checked. */
export function readOrigin(words: string): { origin: string; uses?: string[] } {
  const [origin = '', ...uses] = words.split('=')
  return uses.length > 0 ? { origin, uses: uses.join('=').split(',') } : { origin }
}
