import { Hono } from 'hono'
import { apiHeaders } from '../http/headers.ts'
import { ProblemError } from '../http/problem.ts'
import type { Env } from '../http/router.ts'
import { securityText } from './security-text.ts'

interface Parts {
  readonly now: () => Date
  /** `https:` or `mailto:` address; left out, there is no such file. */
  readonly contact: string | undefined
  readonly publicUrl: string | undefined
}

const headers = {
  ...apiHeaders,
  'content-type': 'text/plain; charset=utf-8',
  'cache-control': 'public, max-age=86400',
}

/** /.well-known/security.txt, where RFC 9116 wants it, and at the old address. */
export const securityRoutes = ({ now, contact, publicUrl }: Parts) =>
  new Hono<Env>()
    .get('/.well-known/security.txt', (c) => {
      if (!contact) throw new ProblemError('not-found')
      return c.body(securityText({ contact, origin: publicUrl, now: now() }), 200, headers)
    })
    .get('/security.txt', (c) => c.redirect('/.well-known/security.txt', 301))
