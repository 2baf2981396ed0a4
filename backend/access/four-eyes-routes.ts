import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { z } from 'zod'
import { FourEyesEnd, Identifier } from '@amtsweg/contract'
import type { Db, Trx } from '../database/database.ts'
import { readPath } from '../http/body.ts'
import { actorOf, clerkOf, mustStillOpen, needsPerson, personProblems } from '../http/caller.ts'
import { editCaching, longestForm, nothingLeft } from '../http/edit.ts'
import { ProblemError } from '../http/problem.ts'
import { accepted, responses } from '../http/responses.ts'
import { createRouter, type Env } from '../http/router.ts'
import type { SignInParts } from '../http/session.ts'
import { writeNow } from '../http/write.ts'
import { findAuthority, saveAuthority } from './repository.ts'
import { recorded, type Worked } from './repository-audit.ts'
import { clerkRow } from './repository-clerks.ts'
import { decidersOf, dropWish, keepWish, wishOf } from './repository-four-eyes.ts'
import type { ClerkCaller } from './repository-tokens.ts'

const security = needsPerson('settings:write')
const path = '/authorities/{id}/four-eyes-end'
const request = { params: z.object({ id: Identifier }) }
const problems = [...personProblems, 'invalid-path'] as const

const readRoute = createRoute({
  ...{ method: 'get', path, security, request },
  summary: 'Whether somebody wants changes not to wait for a second clerk any more',
  responses: responses(FourEyesEnd, 'Where that stands', [...problems]),
})
const askRoute = createRoute({
  ...{ method: 'post', path, security, request },
  summary: 'Asks for it, or agrees where another administrator has asked: then it is so',
  responses: responses(FourEyesEnd, 'Where that stands now', [...problems]),
})
const dropRoute = createRoute({
  ...{ method: 'delete', path, security, request },
  summary: 'Takes the wish back, or refuses that of another',
  responses: accepted('Nobody wants it any more', [...problems]),
})

/** How an authority stops asking for a second clerk: as it has published until then, by two of them. */
export function fourEyesRoutes(parts: SignInParts) {
  const { db, now } = parts
  const router = createRouter()
  for (const route of [readRoute, askRoute, dropRoute]) router.openAPIRegistry.registerPath(route)

  const callerAt = async (c: Context<Env>) => {
    const caller = await clerkOf(c, parts, 'settings:write')
    if (readPath(request.params, c.req.param()).id !== caller.authority.id)
      throw new ProblemError('not-yours')
    return caller
  }
  const treat = (caller: ClerkCaller, work: (trx: Trx, at: Date) => Promise<Worked<undefined>>) => {
    const at = now()
    return recorded(writeNow(parts), actorOf(caller), at.toISOString(), async (trx) => {
      await mustStillOpen(trx, caller, at)
      return work(trx, at)
    })
  }

  async function shown(caller: ClerkCaller): Promise<FourEyesEnd> {
    const { id } = caller.authority
    const deciders = await decidersOf(db, id)
    const wish = await validWish(db, id, deciders)
    const name = wish && (await clerkRow(db, wish.by))?.name
    return {
      fourEyes: (await findAuthority(db, id))?.fourEyes ?? false,
      asked: wish && name ? { by: { id: wish.by, name }, at: wish.at, until: wish.until } : null,
      others: deciders.filter((one) => one !== caller.clerkId).length,
    }
  }
  /** What somebody has asked for who still decides here: the word of a clerk who has left is half of nothing. */
  async function validWish(trx: Db, authority: string, deciders: readonly string[]) {
    const wish = await wishOf(trx, authority, now())
    return wish && deciders.includes(wish.by) ? wish : undefined
  }

  return router
    .get(readRoute.getRoutingPath(), async (c) => c.json(await shown(await callerAt(c)), 200, editCaching))
    .post(askRoute.getRoutingPath(), longestForm, async (c) => {
      const caller = await callerAt(c)
      const { id } = caller.authority
      await treat(caller, async (trx, at) => {
        const before = await findAuthority(trx, id)
        if (!before?.fourEyes) return { result: undefined }
        const wish = await validWish(trx, id, await decidersOf(trx, id))
        if (wish?.by === caller.clerkId) return { result: undefined }
        if (!wish) {
          await keepWish(trx, id, caller.clerkId, at.toISOString())
          const change = { action: 'four-eyes.ask-end', subject: id, before: undefined, after: undefined }
          return { result: undefined, change }
        }
        const after = { ...before, fourEyes: false }
        await saveAuthority(trx, after, at.toISOString())
        return { result: undefined, change: { action: 'four-eyes.end', subject: id, before, after } }
      })
      return c.json(await shown(caller), 200, editCaching)
    })
    .delete(dropRoute.getRoutingPath(), async (c) => {
      const caller = await callerAt(c)
      const { id } = caller.authority
      await treat(caller, async (trx, at) => {
        if (!(await wishOf(trx, id, at))) return { result: undefined }
        await dropWish(trx, id)
        const change = { action: 'four-eyes.keep', subject: id, before: undefined, after: undefined }
        return { result: undefined, change }
      })
      return nothingLeft(c)
    })
}
