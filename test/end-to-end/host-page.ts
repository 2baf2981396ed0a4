import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A town's own web server: another origin than ours, and as strict as it likes. */
export interface HostPage {
  readonly origin: string
  readonly close: () => Promise<void>
}

interface Town {
  /** What the body holds. */
  readonly body: string
  /** Further files by path, with their content type. */
  readonly files?: Readonly<Record<string, readonly [type: string, content: string]>>
  readonly policy?: string
  /** Further fields of the answer. */
  readonly headers?: Readonly<Record<string, string>>
  readonly language?: string
  readonly direction?: 'ltr' | 'rtl'
}

/** The strictest policy under which our widgets promise to work: docs/guides/webmasters.md. */
export const strictPolicy = (amtsweg: string): string =>
  [
    "default-src 'none'",
    `script-src ${amtsweg}`,
    `connect-src ${amtsweg}`,
    "style-src 'none'",
    "img-src 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types amt-html',
  ].join('; ')

const page = ({ body, language = 'de', direction = 'ltr' }: Town) => `<!doctype html>
<html lang="${language}" dir="${direction}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Rathaus</title>
    <link rel="icon" href="/wappen.svg" />
  </head>
  <body><main><h1>Rathaus</h1>${body}</main></body>
</html>`

const emblem = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z" /></svg>'

/** Starts such a town; every address that is no file is its one page. */
export async function openTown(town: Town): Promise<HostPage> {
  const files = { ...town.files, '/wappen.svg': ['image/svg+xml', emblem] as const }
  const server: Server = createServer((request, response) => {
    const file = files[request.url as keyof typeof files]
    if (file) return void response.writeHead(200, { 'content-type': file[0] }).end(file[1])
    response
      .writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        ...town.headers,
        ...town.headers,
        ...(town.policy ? { 'content-security-policy': town.policy } : {}),
      })
      .end(page(town))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
