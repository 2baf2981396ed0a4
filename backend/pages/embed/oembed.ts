import { z } from 'zod'
import { Identifier } from '@amtsweg/contract'
import { type Question, readQuestion, type Widget, widgets } from './question.ts'

/** What a consumer asks (oembed.com, section 2.2). */
const Pixels = z
  .string()
  .regex(/^[1-9]\d{0,4}$/, 'A whole number of pixels, 1 to 99999')
  .transform(Number)
export const OembedQuery = z.object({
  url: z.url({ protocol: /^https?$/ }).max(1_500),
  maxwidth: Pixels.optional(),
  maxheight: Pixels.optional(),
  format: z.string().optional(),
})

/** Formats of an answer, with their types. */
export const oembedTypes = { json: 'application/json', xml: 'text/xml' } as const
export type OembedFormat = keyof typeof oembedTypes

/** The page under /embed that an address of ours stands for; undefined for addresses that stand for none. */
export function questionOf(
  { pathname, searchParams }: URL,
  acceptLanguage: string | undefined,
): Question | undefined {
  const query = Object.fromEntries([...searchParams].reverse())
  const [, first, second = '', ...rest] = pathname.split('/')
  if (rest.length > 0) return undefined
  if (first === 'embed' && isWidget(second)) return readQuestion(second, query, acceptLanguage)
  if (first !== 'services') return undefined
  const { lang = '', area = '', place = '', q = '' } = query
  if (second && !Identifier.safeParse(second).success) return undefined
  const asked = second ? { service: second } : { q }
  return readQuestion('wayfinder', { lang, area, place, ...asked }, acceptLanguage)
}

const isWidget = (name: string): name is Widget => widgets.some((one) => one === name)

interface Shown {
  /** Where the page is. */
  readonly src: string
  /** The address that was asked about. */
  readonly url: string
  readonly title: string
  readonly provider: { readonly name: string; readonly url: string }
  readonly maxwidth?: number | undefined
  readonly maxheight?: number | undefined
}

/** Seconds that a consumer may keep an answer: titles change rarely, and the frame is always fresh. */
const cacheAge = 86_400
const usual = { width: 800, height: 600 } as const

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Room for a frame: links open beside it, forms work; WordPress puts its own, narrower sandbox in its place. */
const sandbox = 'allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox'

/** The answer (oembed.com, 2.3.4.4 "rich"), its HTML in the one shape that WordPress keeps of providers it does not know. */
export function oembedOf({ src, url, title, provider, maxwidth, maxheight }: Shown) {
  const width = Math.min(usual.width, maxwidth ?? usual.width)
  const height = Math.min(usual.height, maxheight ?? usual.height)
  const html = [
    `<blockquote class="wp-embedded-content"><a href="${escaped(url)}">${escaped(title)}</a></blockquote>`,
    `<iframe class="wp-embedded-content" sandbox="${sandbox}" security="restricted" src="${escaped(src)}"`,
    ` width="${width}" height="${height}" title="${escaped(title)}" frameborder="0"></iframe>`,
  ].join('')
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: provider.name,
    provider_url: provider.url,
    cache_age: cacheAge,
    width,
    height,
    html,
  } as const
}

/** Characters that XML 1.0 has no place for, however escaped. */
const unspeakable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** The answer as a file of the format. */
export function written(answer: ReturnType<typeof oembedOf>, format: OembedFormat): string {
  if (format === 'json') return JSON.stringify(answer)
  const elements = Object.entries(answer).map(
    ([name, value]) => `<${name}>${escaped(String(value).replaceAll(unspeakable, ''))}</${name}>`,
  )
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${elements.join('')}</oembed>\n`
}
