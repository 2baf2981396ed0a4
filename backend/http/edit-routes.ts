import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { readBody, readPath } from './body.ts'
import { callerOf, needs, tokenProblems } from './caller.ts'
import {
  bodyProblems,
  type Changed,
  changeHeader,
  edit,
  editCaching,
  editProblems,
  longestEdit,
  nothingLeft,
} from './edit.ts'
import type { EditKind } from './edit-kind.ts'
import { checkPrecondition, preconditionOf } from './precondition.ts'
import { ProblemError } from './problem.ts'
import { accepted, responses } from './responses.ts'
import { createRouter, type Env } from './router.ts'
import type { EditParts } from './write.ts'

/** The routes of each kind of thing that is written: read, written and taken back at one address. */
export function editRoutes(parts: EditParts, kinds: readonly EditKind[]) {
  const router = createRouter()
  for (const kind of kinds) addRoutes(router, parts, kind)
  return router
}

function addRoutes(router: ReturnType<typeof createRouter>, parts: EditParts, kind: EditKind): void {
  const routes = describe(kind)
  for (const route of Object.values(routes)) router.openAPIRegistry.registerPath(route)
  const path = routes.get.getRoutingPath()
  const paramsIn = (c: Context<Env>) => readPath(kind.params, c.req.param())

  /** Who writes what: throws the problem where they may not, before a body is read. */
  const begin = async (c: Context<Env>) => {
    const caller = await callerOf(c, parts, kind.scope)
    const params = paramsIn(c)
    const thing = await kind.open(parts.db, params)
    await thing.mustBeOf(parts.db, caller)
    return { caller, params, thing }
  }
  const finish = async (
    c: Context<Env>,
    { caller, params, thing }: Awaited<ReturnType<typeof begin>>,
    body: unknown,
  ): Promise<Changed> => {
    await thing.plan(parts.db, caller, body)
    const condition = preconditionOf(c)
    const mustBuildOn = (before: object, isThere: boolean) => checkPrecondition(condition, before, isThere)
    return edit(parts, caller, { kind, params, body, mustBuildOn })
  }

  router
    .get(path, async (c) => {
      const thing = kind.isPrivate ? (await begin(c)).thing : await kind.open(parts.db, paramsIn(c))
      const state = await thing.read(parts.db)
      if (kind.absent && !thing.isThere(state)) throw new ProblemError(kind.absent)
      return c.json(state, 200, editCaching)
    })
    .put(path, longestEdit, async (c) => {
      const begun = await begin(c)
      const done = await finish(c, begun, readBody(kind.body, await c.req.arrayBuffer()))
      return c.json(done.state, 200, { ...editCaching, ...changeHeader(done) })
    })
  if (kind.words.takeBack)
    router.delete(path, async (c) => nothingLeft(c, changeHeader(await finish(c, await begin(c), undefined))))
}

function describe({ path, params, scope, state, body, words, save, unknown, absent, isPrivate }: EditKind) {
  const missing = [...unknown, ...(absent ? [absent] : [])]
  const security = needs(scope)
  const get = createRoute({
    method: 'get',
    path,
    summary: words.summary,
    ...(isPrivate ? { security } : {}),
    request: { params: params as never },
    responses: responses(state, words.answer, [
      'invalid-path',
      ...missing,
      ...(isPrivate ? ([...tokenProblems, 'not-yours'] as const) : []),
    ]),
  })
  const put = createRoute({
    method: 'put',
    path,
    summary: save.summary,
    security,
    request: {
      params: params as never,
      body: { content: { 'application/json': { schema: body } }, required: true },
    },
    responses: responses(state, save.answer, [...bodyProblems, ...unknown, ...save.problems]),
  })
  if (!words.takeBack) return { get, put }
  const { summary, answer } = words.takeBack
  const problems = [...editProblems, ...missing, ...save.problems]
  const taken = createRoute({
    method: 'delete',
    path,
    summary,
    security,
    request: { params: params as never },
    responses: accepted(answer, problems),
  })
  return { get, put, taken }
}
