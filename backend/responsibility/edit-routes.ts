import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { ResponsibilitySet, ResponsibilitySetBody, ServiceAreaPath } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { readBody, readPath } from '../http/body.ts'
import { callerOf, mustOwn, needs } from '../http/caller.ts'
import { bodyProblems, edit, editCaching, editProblems, longestEdit, nothingLeft } from '../http/edit.ts'
import { ProblemError } from '../http/problem.ts'
import { accepted, responses } from '../http/responses.ts'
import { createRouter, type Env } from '../http/router.ts'
import type { EditParts } from '../http/write.ts'
import { editedService, livingRegion } from '../services/index.ts'
import { inFixedOrder, recordFaults, recordKeyOf } from './own-records.ts'
import { isImported, ownRecords, type RecordsAt, replaceOwnRecords, unknownUnits } from './repository-own.ts'

const path = '/services/{id}/responsibilities/{area}'
const request = { params: ServiceAreaPath }
const security = needs('responsibilities:write')
const unknown = ['service-unknown', 'area-unknown'] as const

const readRoute = createRoute({
  method: 'get',
  path,
  summary: 'Who acts for a service in an area as its authority itself says, to be edited',
  request,
  responses: responses(ResponsibilitySet, 'All of them, in every role', ['invalid-path', ...unknown]),
})
const saveRoute = createRoute({
  method: 'put',
  path,
  summary: 'Says anew who acts for a service in an area of one’s own',
  security,
  request: {
    ...request,
    body: { content: { 'application/json': { schema: ResponsibilitySetBody } }, required: true },
  },
  responses: responses(ResponsibilitySet, 'Who acts now', [...bodyProblems, ...unknown, 'kept-by-import']),
})
const deleteRoute = createRoute({
  method: 'delete',
  path,
  summary: 'Takes back who acts for a service in an area; what follows from the tiers holds again',
  security,
  request,
  responses: accepted('Nothing is left', [...editProblems, ...unknown, 'kept-by-import']),
})

/** What is edited: a service, the region, and the key under which both are recorded. */
interface Target extends RecordsAt {
  readonly service: string
}

/** Who answers for what, as authorities say themselves. */
export function responsibilityEditRoutes(parts: EditParts) {
  const { db } = parts
  const router = createRouter()
  for (const route of [readRoute, saveRoute, deleteRoute]) router.openAPIRegistry.registerPath(route)

  const allowed = async (c: Context<Env>) => {
    const caller = await callerOf(c, parts, 'responsibilities:write')
    const target = await targetOf(c, db)
    await mustOwn(db, caller, target.regionKey)
    return { caller, target }
  }
  const say = (
    c: Context<Env>,
    { caller, target }: Awaited<ReturnType<typeof allowed>>,
    items: ResponsibilitySet['items'],
  ) =>
    edit<ResponsibilitySet>(c, parts, {
      caller,
      action: items.length > 0 ? 'responsibilities.put' : 'responsibilities.delete',
      subject: `${target.service} ${target.regionKey}`,
      read: async (trx) => setOf(target, await ownRecords(trx, target)),
      check: async (trx) => {
        await mustOwn(trx, caller, target.regionKey)
        if (!(await editedService(trx, target.service, target.regionKey)))
          throw new ProblemError('service-unknown')
        await mustBeSound(trx, items)
      },
      isThere: (state) => state.items.length > 0,
      wanted: setOf(target, items),
      write: async (trx, sourceId) => {
        if (await isImported(trx, target)) throw new ProblemError('kept-by-import')
        await replaceOwnRecords(trx, target, items, sourceId)
      },
    })

  return router
    .get(readRoute.getRoutingPath(), async (c) => {
      const target = await targetOf(c, db)
      return c.json(setOf(target, await ownRecords(db, target)), 200, editCaching)
    })
    .put(saveRoute.getRoutingPath(), longestEdit, async (c) => {
      const who = await allowed(c)
      const { items } = readBody(ResponsibilitySetBody, await c.req.arrayBuffer())
      return c.json(await say(c, who, inFixedOrder(items)), 200, editCaching)
    })
    .delete(deleteRoute.getRoutingPath(), async (c) => {
      await say(c, await allowed(c), [])
      return nothingLeft(c)
    })
}

async function mustBeSound(db: Db, items: ResponsibilitySet['items']): Promise<void> {
  const named = items.map(({ unit }) => unit)
  const errors = recordFaults(items, await unknownUnits(db, named))
  if (errors.length > 0) throw new ProblemError('invalid-body', { errors })
}

const setOf = ({ service, regionKey }: Target, items: ResponsibilitySet['items']): ResponsibilitySet => ({
  service,
  regionKey,
  items,
})

async function targetOf(c: Context<Env>, db: Db): Promise<Target> {
  const { id, area } = readPath(ServiceAreaPath, c.req.param())
  const regionKey = await livingRegion(db, area)
  const service = await editedService(db, id, regionKey)
  if (!service) throw new ProblemError('service-unknown')
  return { service: service.id, regionKey, serviceKey: recordKeyOf(service) }
}
