import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Env } from './router.ts'

/** Head of the OpenAPI document; the rest comes from the routes. */
export const apiInfo = {
  openapi: '3.1.0',
  info: {
    title: 'Amtsweg API',
    version: '1',
    description:
      'Places, services, offices and who is responsible. Free to read from any page. Problems follow RFC 9457; each code is explained at /problems/<code>.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/' }],
} as const

/** The OpenAPI 3.1 document at its fixed address, made once from the routes of the app. */
export function describeApi(app: OpenAPIHono<Env>): void {
  let document: object | undefined
  app.get('/api/openapi.json', (c) =>
    c.json((document ??= app.getOpenAPI31Document({ ...apiInfo, servers: [...apiInfo.servers] }))),
  )
}
