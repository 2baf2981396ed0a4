import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { Identifier, Session, SessionList } from '@amtsweg/contract'
import { readPath } from '../http/body.ts'
import { needsPerson } from '../http/caller.ts'
import { nothingLeft } from '../http/edit.ts'
import { ProblemError } from '../http/problem.ts'
import { accepted, responses } from '../http/responses.ts'
import { createRouter } from '../http/router.ts'
import {
  sessionCaching,
  sessionCookie,
  sessionProblems,
  signedIn,
  type SignInParts,
  takeCookie,
  writeSession,
} from '../http/session.ts'
import { endSession, listSessions } from './repository-sessions.ts'
import { shownSession } from './shown-session.ts'
import { usualSignIn } from './sign-in-settings.ts'

const security = needsPerson()
const sessionRoute = createRoute({
  method: 'get',
  path: '/session',
  summary: 'Who is signed in, and what they may do where',
  security,
  responses: responses(Session, 'The session of this browser', [...sessionProblems]),
})
const listRoute = createRoute({
  method: 'get',
  path: '/sessions',
  summary: 'One’s own sessions, the newest first',
  security,
  responses: responses(SessionList, 'The sessions that are open', [...sessionProblems]),
})
const Path = z.object({ id: Identifier })
const endRoute = createRoute({
  method: 'delete',
  path: '/sessions/{id}',
  summary: 'Ends one of one’s own sessions',
  security,
  request: { params: Path },
  responses: accepted('It opens nothing any more', [
    ...sessionProblems,
    'invalid-path',
    'not-found',
    'unavailable',
  ]),
})

/** The sessions of who is signed in. */
export function sessionRoutes(parts: SignInParts) {
  const { db, now, signIn = usualSignIn } = parts
  const router = createRouter()
  for (const route of [sessionRoute, listRoute, endRoute]) router.openAPIRegistry.registerPath(route)
  return router
    .get(sessionRoute.path, async (c) => {
      const shown = await shownSession(db, await signedIn(c, parts), signIn)
      if (!shown) throw new ProblemError('session-expired')
      return c.json(shown, 200, sessionCaching)
    })
    .get(listRoute.path, async (c) => {
      const own = await signedIn(c, parts)
      const all = await listSessions(db, own.clerk, signIn, now())
      const items = all.map(({ clerk: _, ...one }) => ({ ...one, isCurrent: one.id === own.id }))
      return c.json({ items }, 200, sessionCaching)
    })
    .delete(endRoute.getRoutingPath(), async (c) => {
      const own = await signedIn(c, parts)
      const { id } = readPath(Path, c.req.param())
      if (!(await writeSession(parts)((trx) => endSession(trx, own.clerk, id))))
        throw new ProblemError('not-found')
      if (id === own.id) takeCookie(c, sessionCookie)
      return nothingLeft(c)
    })
}
