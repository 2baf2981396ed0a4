import type { OpenAPIHono } from '@hono/zod-openapi'
import { Hono } from 'hono'
import { type ProblemCode, problems } from '@amtsweg/contract'
import { assetHeaders, pageHeaders } from '../http/headers.ts'
import { apiInfo } from '../http/openapi.ts'
import { ProblemError } from '../http/problem.ts'
import type { Env } from '../http/router.ts'
import { apiPage } from './api-page.ts'
import { frameScript } from './embed/frame-script.ts'
import { embedStyle } from './embed/style.ts'
import { problemListPage, problemPage } from './problem-pages.ts'
import { servicesStyle } from './services-style.ts'
import { style } from './style.ts'

const html = {
  ...pageHeaders,
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'public, max-age=300',
}
const css = { ...html, 'content-type': 'text/css; charset=utf-8' }
/** For pages that may stand in a sandbox, where nothing of ours is of the same origin. */
const sharedCss = { ...css, ...assetHeaders }
const sharedScript = { ...sharedCss, 'content-type': 'text/javascript; charset=utf-8' }

const isCode = (code: string): code is ProblemCode => Object.hasOwn(problems, code)

/** Pages for developers: every problem code, and the API as a person reads it. */
export const pageRoutes = (app: () => OpenAPIHono<Env>) =>
  new Hono<Env>()
    .get('/problems', (c) => c.body(problemListPage(), 200, html))
    .get('/problems/:code', (c) => {
      const code = c.req.param('code')
      if (!isCode(code)) throw new ProblemError('not-found')
      return c.body(problemPage(code), 200, html)
    })
    .get('/api', (c) =>
      c.body(apiPage(app().getOpenAPI31Document({ ...apiInfo, servers: [...apiInfo.servers] })), 200, html),
    )
    .get('/pages/style.css', (c) => c.body(style, 200, css))
    .get('/pages/services.css', (c) => c.body(servicesStyle, 200, css))
    .get('/pages/embed.css', (c) => c.body(servicesStyle + embedStyle, 200, sharedCss))
    .get('/pages/frame.js', (c) => c.body(frameScript, 200, sharedScript))
