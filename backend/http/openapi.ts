import type { OpenAPIHono } from '@hono/zod-openapi'
import { type ProblemCode, problems } from '@amtsweg/contract'
import { policyOf } from '../traffic/index.ts'
import { bearerScheme, sessionScheme } from './caller.ts'
import type { Env } from './router.ts'
import { sessionCookie } from './session.ts'

/** Head of the OpenAPI document; the rest comes from the routes. */
export const apiInfo = {
  openapi: '3.1.0',
  info: {
    title: 'Amtsweg API',
    version: '1',
    description:
      'Places, services, offices and who is responsible. Free to read from any page; authorities write with a token. Problems follow RFC 9457; each code is explained at /problems/<code>.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/' }],
} as const

type Document = ReturnType<OpenAPIHono<Env>['getOpenAPI31Document']>

/** The OpenAPI 3.1 document at its fixed address, made once from the routes of the app. */
export function describeApi(app: OpenAPIHono<Env>): void {
  app.openAPIRegistry.registerComponent('securitySchemes', bearerScheme, {
    type: 'http',
    scheme: 'bearer',
    description:
      'A token of an authority, made by `amtsweg token create`; the list beside a route names the scope it takes.',
  })
  app.openAPIRegistry.registerComponent('securitySchemes', sessionScheme, {
    type: 'apiKey',
    in: 'cookie',
    name: `__Host-${sessionCookie}`,
    description:
      'The session of a clerk, from pages of this server only; the header field Amtsweg-Authority names the authority they act for.',
  })
  let document: object | undefined
  app.get('/api/openapi.json', (c) =>
    c.json(
      (document ??= withRefusals(app.getOpenAPI31Document({ ...apiInfo, servers: [...apiInfo.servers] }))),
    ),
  )
}

/** What the door answers before a route is asked: 503 everywhere, 429 where requests are counted. */
function withRefusals(document: Document): Document {
  for (const [path, operations] of Object.entries(document.paths ?? {}))
    for (const method of ['get', 'post', 'put', 'patch', 'delete'] as const) {
      const { responses } = operations[method] ?? {}
      if (responses) responses['503'] = refusal('unavailable')
      if (responses && policyOf(method.toUpperCase(), path)) responses['429'] = refusal('too-many-requests')
    }
  return document
}

const refusal = (code: ProblemCode) => ({
  description: `${code}: ${problems[code].title}`,
  headers: {
    'Retry-After': { description: 'Seconds after which to ask again', schema: { type: 'integer' as const } },
  },
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})
