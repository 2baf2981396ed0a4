import { html } from 'hono/html'
import type { Html } from '../layout.ts'

/** A step of the way back: where one is, from the outside in. */
export interface Step {
  readonly href: string
  readonly title: string
}

interface Shown {
  readonly title: string
  readonly way: readonly Step[]
  readonly links: readonly LinkOfDocument[]
  readonly body: Html
  /** Whether a map stands on it, which comes with the script that any website embeds. */
  readonly hasMap?: boolean
}

export interface LinkOfDocument {
  readonly href: string
  readonly rel: string
  readonly type?: string
  readonly title?: string
}

/** A page of the geodata of this server; the template escapes everything that is put in. */
export const ogcLayout = ({ title, way, links, body, hasMap = false }: Shown): string =>
  String(
    html`<!doctype html>
      <html lang="de">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${title} · Geodaten</title>
          ${links
            .filter(({ rel }) => rel === 'alternate' || rel === 'next' || rel === 'prev' || rel === 'license')
            .map(({ href, rel, type }) => html`<link rel="${rel}" href="${href}" type="${type ?? ''}" />`)}
          <link rel="stylesheet" href="/pages/services.css" />
          ${hasMap ? html`<script type="module" src="/embed.js"></script>` : ''}
        </head>
        <body>
          <a class="skip" href="#content">Zum Inhalt</a>
          <header class="site">
            <nav aria-label="Sie sind hier">
              ${way.map(({ href, title: name }) => html`<a href="${href}">${name}</a> `)}
            </nav>
          </header>
          <main id="content">
            <h1>${title}</h1>
            ${body}
            <h2>Verweise</h2>
            <ul>
              ${links.map(({ href, rel, title: name, type }) => html`<li><a href="${href}">${name ?? rel}</a> <span class="muted">${rel}${type ? `, ${type}` : ''}</span></li>`)}
            </ul>
          </main>
        </body>
      </html>`,
  )
