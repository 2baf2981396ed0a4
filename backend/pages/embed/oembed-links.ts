import { html } from 'hono/html'
import { wholeAddress } from '../address.ts'
import { type OembedFormat, oembedTypes } from './oembed.ts'

/** What the head of a page says so that consumers of oEmbed find how to show it (oembed.com, section 4). */
export const oembedLinks = (origin: string, url: string, title: string) =>
  (Object.keys(oembedTypes) as OembedFormat[]).map(
    (format) =>
      html`<link
        rel="alternate"
        type="${oembedTypes[format]}+oembed"
        href="${origin}${wholeAddress('/oembed', { url, format })}"
        title="${title}"
      />`,
  )
