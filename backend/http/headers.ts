/** Sent with every answer of the API: readable from any page, executed by none. */
export const apiHeaders = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'Amtsweg-Change, ETag, Content-Language, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'cross-origin',
  'referrer-policy': 'no-referrer',
  'timing-allow-origin': '*',
  'x-content-type-options': 'nosniff',
} as const

/** For answers that change only with the data. A town's page survives an outage of ours with what it has. */
export const catalogueCaching =
  'public, max-age=60, s-maxage=300, stale-while-revalidate=86400, stale-if-error=86400'

/** For answers that say whether an office is open now. */
export const minuteCaching = 'public, max-age=60, stale-while-revalidate=60, stale-if-error=86400'

/** For who asks first whether an address takes a method. */
export const preflightHeaders = (methods: string) => ({
  ...apiHeaders,
  'access-control-allow-methods': methods,
  'access-control-allow-headers': 'Accept-Language, Authorization, Content-Type, If-Match, If-None-Match',
  'access-control-max-age': '86400',
})

const pagePolicy = (images: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' data:${images}`,
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types amt-html',
  ].join('; ')

/** For pages of ours: as strict as the strictest host page a widget must live in. */
export const pageHeaders = {
  'content-security-policy': pagePolicy(''),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'geolocation=(self), camera=(), microphone=()',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
} as const

/** The same for a page of ours that shows another one of ours in a frame. */
export const framingHeaders = {
  ...pageHeaders,
  'content-security-policy': `${pagePolicy('')}; frame-src 'self'`,
} as const

/** For the clerks' application: nobody frames it, and its previews show pictures from wherever the texts take them. */
export const deskHeaders = {
  ...pageHeaders,
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: https:",
    "connect-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    // Of the desk, and of the widgets in its previews: each brings a Lit of its own.
    'trusted-types desk-html amt-html',
  ].join('; '),
} as const

/** The same for a page that shows a picture from another server, named by its origin. */
export const pageHeadersWith = (images: string | undefined) =>
  images === undefined ? pageHeaders : { ...pageHeaders, 'content-security-policy': pagePolicy(` ${images}`) }

/**
 * For pages that any website may show in a frame, sandboxed or not: nothing is done there in anybody's name. They say nothing of
 * frame-ancestors, since even a star refuses a page that is sandboxed itself, such as the preview of an editor.
 */
export const embedHeaders = (style: string, images: string | undefined) =>
  ({
    'access-control-allow-origin': '*',
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' ${style}`,
      `img-src 'self' data:${images === undefined ? '' : ` ${images}`}`,
      "form-action 'self'",
      "base-uri 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ].join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'cross-origin',
    'permissions-policy': 'geolocation=(), camera=(), microphone=()',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  }) as const

/** For scripts and styles that any page may load. */
export const assetHeaders = {
  'access-control-allow-origin': '*',
  // For who opens one as a page of its own: a picture can hold scripts.
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'cross-origin',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'timing-allow-origin': '*',
  'x-content-type-options': 'nosniff',
} as const

/** For what machines of the operator ask: plain text that nobody keeps, embeds or runs. */
export const plainHeaders = {
  'content-type': 'text/plain; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const
