import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { AuthorityBody, Identifier, KeptAuthority, NewAuthority } from '@amtsweg/contract'
import { readBody, readPath } from '../http/body.ts'
import {
  actorOf,
  clerkOf,
  installationClerk,
  mustStillOpen,
  needsPerson,
  personProblems,
} from '../http/caller.ts'
import { editCaching, longestEdit } from '../http/edit.ts'
import { checkPrecondition, preconditionOf } from '../http/precondition.ts'
import { ProblemError } from '../http/problem.ts'
import { responses } from '../http/responses.ts'
import { createRouter } from '../http/router.ts'
import { type SignInParts } from '../http/session.ts'
import { formBody } from '../http/sign-in-form.ts'
import { writeNow } from '../http/write.ts'
import { parentsOf, resolveArea } from '../places/index.ts'
import { type Authority, AuthoritySettings } from './authority.ts'
import { wholeTown } from './own-area.ts'
import { findAuthority, listAuthorities, saveAuthority } from './repository.ts'
import { recorded } from './repository-audit.ts'

const security = needsPerson('settings:write')
const Path = z.object({ id: Identifier })
const body = ['invalid-body', 'request-too-large'] as const

const addRoute = createRoute({
  method: 'post',
  path: '/authorities',
  summary: 'Adds an authority; for administrators of the installation (without the header Amtsweg-Authority)',
  security,
  request: formBody(NewAuthority),
  responses: responses(KeptAuthority, 'The authority', [
    ...personProblems,
    ...body,
    'area-unknown',
    'already-taken',
  ]),
})
const readRoute = createRoute({
  method: 'get',
  path: '/authorities/{id}/settings',
  summary: 'What an authority has decided for itself',
  security,
  request: { params: Path },
  responses: responses(KeptAuthority, 'The settings', [...personProblems, 'invalid-path']),
})
const saveRoute = createRoute({
  method: 'put',
  path: '/authorities/{id}/settings',
  summary: 'Decides names, languages, holidays, websites, and whether changes need a second clerk',
  security,
  request: { params: Path, ...formBody(AuthorityBody) },
  responses: responses(KeptAuthority, 'The settings', [
    ...[...personProblems, ...body],
    ...(['invalid-path', 'precondition-missing', 'precondition-failed', 'four-eyes-kept'] as const),
  ]),
})

/** How administrators add authorities, and decide what is left to each. */
export function authorityRoutes(parts: SignInParts) {
  const { db, now } = parts
  const router = createRouter()
  for (const route of [addRoute, readRoute, saveRoute]) router.openAPIRegistry.registerPath(route)
  const write = writeNow(parts)
  return router
    .post(addRoute.path, longestEdit, async (c) => {
      const caller = await installationClerk(c, parts, 'settings:write')
      const { id, regionKey: key, ...settings } = readBody(NewAuthority, await c.req.arrayBuffer())
      const [area] = (await resolveArea(db, key))?.areas ?? []
      if (!area) throw new ProblemError('area-unknown')
      const regionKey = wholeTown(area, await parentsOf(db, area.regionKey))
      const authority: Authority = { id, regionKey, ...settingsOf(settings) }
      const at = now()
      const actor = { token: null, clerk: caller.clerkId, authority: id }
      await recorded(write, actor, at.toISOString(), async (trx) => {
        await mustStillOpen(trx, caller, at)
        const known = await listAuthorities(trx)
        const other = known.find((one) => one.id === id || one.regionKey === regionKey)
        if (other)
          throw new ProblemError('already-taken', { detail: other.id === id ? 'The id' : 'The area' })
        await saveAuthority(trx, authority, at.toISOString())
        const change = { action: 'authority.add', subject: id, before: undefined, after: authority }
        return { result: undefined, change }
      })
      return c.json(await kept(id), 200, editCaching)
    })
    .get(readRoute.getRoutingPath(), async (c) => {
      const { authority } = await clerkOf(c, parts, 'settings:write')
      if (readPath(Path, c.req.param()).id !== authority.id) throw new ProblemError('not-yours')
      return c.json(await kept(authority.id), 200, editCaching)
    })
    .put(saveRoute.getRoutingPath(), longestEdit, async (c) => {
      const caller = await clerkOf(c, parts, 'settings:write')
      const { id, regionKey } = caller.authority
      if (readPath(Path, c.req.param()).id !== id) throw new ProblemError('not-yours')
      const settings = settingsOf(readBody(AuthorityBody, await c.req.arrayBuffer()))
      const condition = preconditionOf(c)
      const at = now()
      await recorded(write, actorOf(caller), at.toISOString(), async (trx) => {
        await mustStillOpen(trx, caller, at)
        const before = (await findAuthority(trx, id)) ?? caller.authority
        checkPrecondition(condition, before, true)
        // One person alone would publish what nobody else has seen: docs/decisions/0113.
        if (before.fourEyes && !settings.fourEyes) throw new ProblemError('four-eyes-kept')
        const after: Authority = { id, regionKey, ...settings }
        await saveAuthority(trx, after, at.toISOString())
        return { result: undefined, change: { action: 'authority.set', subject: id, before, after } }
      })
      return c.json(await kept(id), 200, editCaching)
    })

  async function kept(id: string): Promise<Authority> {
    const found = await findAuthority(db, id)
    if (!found) throw new ProblemError('not-yours')
    return found
  }
}

/** By the rules that hold for the command line as well. */
function settingsOf(sent: unknown): AuthoritySettings {
  const result = AuthoritySettings.safeParse(sent)
  if (result.success) return result.data
  throw new ProblemError('invalid-body', {
    errors: result.error.issues.map(({ path, message }) => ({
      pointer: path.map((part) => `/${String(part)}`).join(''),
      detail: message,
    })),
  })
}
