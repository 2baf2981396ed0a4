import type { SiteUse } from '@amtsweg/contract'

/** One question of a widget on somebody's website. */
export interface Embedding {
  /** Name of the website's host, in small letters and Punycode. */
  readonly host: string
  readonly widget: SiteUse
  /** Key of the area the question is about, if it is about one. */
  readonly area: string | undefined
}

/** Questions that one widget alone asks, and its page for frames; what several ask (areas, suggestions, offices) tells nothing. */
const questions: readonly (readonly [form: RegExp, widget: SiteUse])[] = [
  [
    /^\/api\/v1\/(?:checklists|keywords|life-situations|services(?:\/(?!suggest$)[^/]+(?:\/deadlines)?)?)$/,
    'amt-wayfinder',
  ],
  [/^\/api\/v1\/responsibilities$/, 'amt-responsibility-finder'],
  [/^\/api\/v1\/directory$/, 'amt-directory'],
  [/^\/embed\/wayfinder$/, 'amt-wayfinder'],
  [/^\/embed\/directory$/, 'amt-directory'],
  [/^\/embed\/map-viewer$/, 'amt-map-viewer'],
  [/^\/embed\/responsibility-finder$/, 'amt-responsibility-finder'],
]

/** Names that mean nothing outside of one computer or house (RFC 2606, 6761, 6762, 8375, and what routers make up). */
const inHouse =
  /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|private|corp|home|lan|home\.arpa|test|invalid|onion)$/

const numeric = /^[\d.]+$/

/** The host of a website on the internet; undefined for addresses, for names of one house, and for what is no website. */
export function publicHostOf(origin: string): string | undefined {
  const [, host] = /^https?:\/\/([a-z0-9.-]{1,253})(?::\d{1,5})?$/.exec(origin) ?? []
  if (host === undefined || !/[^.]\.[^.]/.test(host) || numeric.test(host) || inHouse.test(host))
    return undefined
  return host
}

/** What a widget asked from where; undefined for everything that is no question of a widget on a website of others. */
export function embeddingOf(origin: string, target: string): Embedding | undefined {
  const [path = '', query = ''] = target.split('?', 2)
  const widget = questions.find(([form]) => form.test(path))?.[1]
  if (widget === undefined) return undefined
  const host = publicHostOf(origin)
  return host === undefined
    ? undefined
    : { host, widget, area: /(?:^|&)area=(\d{2,12})(?:&|$)/.exec(query)?.[1] }
}
