import { hash } from 'node:crypto'
import { html, raw } from 'hono/html'
import type { Html } from '../layout.ts'
import { type OfferedBy, offeredByLine } from '../offered-by.ts'
import { nameOfLanguage } from '../text-languages.ts'
import { directionOf, pageLanguages, wordsIn } from '../words.ts'
import { lookOf } from './look.ts'
import { oembedLinks } from './oembed-links.ts'
import { lookAsked, type Question, stepOf, wayTo } from './question.ts'

/** A page that stands in a frame of somebody's website, or alone. */
export interface FramePage {
  readonly question: Question
  /** Where the page is known to the world. */
  readonly origin: string
  readonly title: string
  readonly body: Html
  /** Language of the title where it is that of a text. */
  readonly titleLang?: string | undefined
  /** Ways around the content: other starts, or one back. */
  readonly ways?: Html | undefined
  readonly offeredBy?: OfferedBy | undefined
  /** Languages its text exists in besides those of the page. */
  readonly furtherLanguages?: readonly string[]
}

/** As text: a space more, and the policy would not know it. */
const lookElement = (question: Question) => raw(`<style>${lookOf(lookAsked(question))}</style>`)

/** The one style that a page has inside itself, as its policy names it. */
export const lookSource = (question: Question): string =>
  `'sha256-${hash('sha256', lookOf(lookAsked(question)), 'base64')}'`

/**
 * A complete page. Links to elsewhere open beside it (`<base target>`): another website in the frame would show nothing, and in the
 * frame's stead it would take the town's page away.
 */
export function framePage({
  question,
  origin,
  title,
  titleLang,
  body,
  ways,
  offeredBy,
  furtherLanguages = [],
}: FramePage): string {
  const { lang, unreadable } = question
  const words = wordsIn[lang].page
  const to = wayTo(question)
  const here = to({ ...stepOf(question), cursor: question.said.cursor })
  return String(
    html`<!doctype html>
      <html lang="${lang}" dir="${directionOf(lang)}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${title} · ${words.site}</title>
          <meta name="robots" content="noindex" />
          <meta name="responsive-embedded-sizing" />
          ${oembedLinks(origin, `${origin}${here}`, title)}
          <base target="_blank" />
          <script src="/pages/frame.js" defer></script>
          <link rel="stylesheet" href="/pages/embed.css" />
          ${lookElement(question)}
        </head>
        <body class="frame">
          ${ways ?? ''}
          <main>
            <h1 ${titleLang && titleLang !== lang ? html`lang="${titleLang}"` : ''}>${title}</h1>
            ${unreadable.length > 0 ? html`<p class="aside">${words.unreadable(unreadable.join(', '))}</p>` : ''}
            ${body}
          </main>
          <footer class="foot">
            ${offeredBy ? offeredByLine(offeredBy, lang) : ''}
            <p class="own">
              <a href="${origin}${here}" rel="noopener">${words.ownPage}</a>
              <span class="note"
                >${words.ownPageHelp} <span class="address" dir="ltr">${origin}${here}</span></span
              >
            </p>
            <details>
              <summary>${words.languages}</summary>
              <ul class="list">
                ${[...pageLanguages, ...furtherLanguages].map(
                  (one) =>
                    html`<li lang="${one}">
                      <a
                        href="${to({ ...stepOf(question), lang: one })}"
                        hreflang="${one}"
                        target="_self"
                        ${one === lang ? html`aria-current="true"` : ''}
                        >${nameOfLanguage(one)}</a
                      >
                    </li>`,
                )}
              </ul>
            </details>
          </footer>
        </body>
      </html>`,
  )
}
