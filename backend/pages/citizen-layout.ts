import { html, raw } from 'hono/html'
import { address } from './address.ts'
import type { Html } from './layout.ts'
import { type OfferedBy, offeredByLine } from './offered-by.ts'
import { nameOfLanguage } from './text-languages.ts'
import { directionOf, type FoundLanguage, foundLanguages, type PageLanguage, wordsIn } from './words.ts'

/** Another form of the same page: for programs, or in another language. */
export interface Alternate {
  readonly href: string
  readonly type: string
  readonly title: string
}

/** A page for citizens. Addresses are absolute where readers of the page's head expect them so. */
export interface CitizenPage {
  readonly lang: PageLanguage
  readonly title: string
  /** Language of the title where it may be another than that of the page. */
  readonly titleLang?: string | undefined
  /** One sentence for search engines; left out where there is nothing to say. */
  readonly description?: string | undefined
  /** The one address under which this page is to be known; left out for a page nobody is to find. */
  readonly canonical?: string | undefined
  /** The same page for search engines, by absolute address. */
  readonly languages?: Readonly<Record<FoundLanguage, string>> | undefined
  /** Where the reader goes on in another language, with what they have said kept. */
  readonly otherLanguages?: readonly { readonly lang: string; readonly href: string }[]
  readonly alternates?: readonly Alternate[]
  /** Where consumers of oEmbed learn how to show it. */
  readonly oembed?: Html | readonly Html[] | undefined
  /** JSON-LD. */
  readonly data?: object | undefined
  readonly hidden?: boolean
  readonly offeredBy?: OfferedBy | undefined
  readonly body: Html
}

/** A data block never runs; an escaped "<" keeps it from ending early. */
const dataBlock = (data: object) =>
  html`<script type="application/ld+json">
    ${raw(JSON.stringify(data).replaceAll('<', '\\u003c'))}
  </script>`

const longestDescription = 160

/** At most as much as search engines show, cut between words. */
const shortened = (text: string): string =>
  text.length <= longestDescription
    ? text
    : `${text.slice(0, text.lastIndexOf(' ', longestDescription - 2))} …`

/** A complete page; the template escapes everything that is put in. */
export function citizenPage(page: CitizenPage): string {
  const {
    lang,
    title,
    titleLang,
    description,
    canonical,
    languages,
    otherLanguages = [],
    alternates = [],
    oembed,
    data,
    hidden,
    offeredBy,
    body,
  } = page
  const words = wordsIn[lang].page
  return String(
    html`<!doctype html>
      <html lang="${lang}" dir="${directionOf(lang)}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${title} · ${words.site}</title>
          ${description ? html`<meta name="description" content="${shortened(description)}" />` : ''}
          ${hidden ? html`<meta name="robots" content="noindex" />` : ''}
          ${canonical ? html`<link rel="canonical" href="${canonical}" />` : ''}
          ${
            languages
              ? html`${foundLanguages.map((one) => html`<link rel="alternate" hreflang="${one}" href="${languages[one]}" />`)}
                  <link rel="alternate" hreflang="x-default" href="${languages.de}" />`
              : ''
          }
          ${alternates.map(({ href, type, title: name }) => html`<link rel="alternate" type="${type}" href="${href}" title="${name}" />`)}
          ${oembed ?? ''}
          <link rel="stylesheet" href="/pages/services.css" />
          ${data ? dataBlock(data) : ''}
        </head>
        <body>
          <a class="skip" href="#content">${words.skip}</a>
          <header class="site">
            <a href="${address('/services', { lang })}">${words.site}</a>
            ${
              otherLanguages.length > 0
                ? html`<details>
                    <summary>${words.languages}</summary>
                    ${otherLanguages.map(
                      (one) =>
                        html`<a href="${one.href}" lang="${one.lang}" hreflang="${one.lang}"
                          >${nameOfLanguage(one.lang)}</a
                        >`,
                    )}
                  </details>`
                : ''
            }
          </header>
          ${offeredBy ? offeredByLine(offeredBy, lang) : ''}
          <main id="content">
            ${titleLang && titleLang !== lang ? html`<h1 lang="${titleLang}">${title}</h1>` : html`<h1>${title}</h1>`}
            ${body}
          </main>
        </body>
      </html>`,
  )
}
