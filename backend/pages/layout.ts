import { html } from 'hono/html'

/** Markup whose text is escaped. */
export type Html = ReturnType<typeof html>

/** A plain page around `body`; the template escapes everything that is put in. */
export const page = (title: string, body: Html | Html[]): string =>
  String(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${title} · Amtsweg</title>
          <link rel="stylesheet" href="/pages/style.css" />
        </head>
        <body>
          <header><a href="/">Amtsweg</a> <a href="/api">API</a> <a href="/problems">Problems</a></header>
          <main>
            <h1>${title}</h1>
            ${body}
          </main>
        </body>
      </html>`,
  )
