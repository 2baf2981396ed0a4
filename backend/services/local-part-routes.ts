import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { LocalParts, LocalPartsBody, ServiceAreaPath } from '@amtsweg/contract'
import type { Caller } from '../access/index.ts'
import { readBody } from '../http/body.ts'
import { needs } from '../http/caller.ts'
import { bodyProblems, edit, editCaching, editProblems, longestEdit, nothingLeft } from '../http/edit.ts'
import { accepted, responses } from '../http/responses.ts'
import { createRouter, type Env } from '../http/router.ts'
import type { EditParts } from '../http/write.ts'
import { allowedEdit, type EditTarget, editTarget, mustStillHold } from './edited-by-routes.ts'
import { relinkService } from './import-links.ts'
import { localParts, replaceLocalParts } from './repository-local-parts.ts'

const path = '/services/{id}/parts/{area}'
const unknown = ['service-unknown', 'area-unknown'] as const
const params = ServiceAreaPath

const getRoute = createRoute({
  method: 'get',
  path,
  summary:
    'Fees, forms and online services that the authority of an area itself has for a service, to be edited',
  request: { params },
  responses: responses(LocalParts, 'All of them, in every language', ['invalid-path', ...unknown]),
})
const putRoute = createRoute({
  method: 'put',
  path,
  summary: 'Says anew which fees, forms and online services an authority has for a service in its area',
  security: needs('supplements:write'),
  request: { params, body: { content: { 'application/json': { schema: LocalPartsBody } }, required: true } },
  responses: responses(LocalParts, 'What is kept now', [...bodyProblems, ...unknown]),
})
const deleteRoute = createRoute({
  method: 'delete',
  path,
  summary:
    'Takes back the fees, forms and online services that an authority itself has for a service in its area',
  security: needs('supplements:write'),
  request: { params },
  responses: accepted('None is left', [...editProblems, ...unknown]),
})

const none: LocalPartsBody = { fees: [], forms: [], onlineServices: [] }

/** What an authority has of its own for a service that others describe. */
export function localPartRoutes(parts: EditParts) {
  const { db, now } = parts
  const router = createRouter()
  for (const route of [getRoute, putRoute, deleteRoute]) router.openAPIRegistry.registerPath(route)

  const say = (
    c: Context<Env>,
    { caller, target }: { caller: Caller; target: EditTarget },
    said: LocalPartsBody,
  ) => {
    const where = whereOf(target)
    return edit<LocalParts>(c, parts, {
      caller,
      action: hasAny(said) ? 'parts.put' : 'parts.delete',
      subject: `${target.service.id} ${target.regionKey}`,
      read: async (trx) => stateOf(target, await localParts(trx, where)),
      check: (trx) => mustStillHold(trx, caller, target),
      isThere: hasAny,
      wanted: stateOf(target, said),
      write: async (trx, sourceId) => {
        await replaceLocalParts(trx, where, said, { sourceId, at: now().toISOString() })
        await relinkService(trx, target.service.id)
      },
    })
  }

  return router
    .get(getRoute.getRoutingPath(), async (c) => {
      const target = await editTarget(c, db)
      return c.json(stateOf(target, await localParts(db, whereOf(target))), 200, editCaching)
    })
    .put(putRoute.getRoutingPath(), longestEdit, async (c) => {
      const allowed = await allowedEdit(c, parts, 'supplements:write')
      return c.json(
        await say(c, allowed, readBody(LocalPartsBody, await c.req.arrayBuffer())),
        200,
        editCaching,
      )
    })
    .delete(deleteRoute.getRoutingPath(), async (c) => {
      await say(c, await allowedEdit(c, parts, 'supplements:write'), none)
      return nothingLeft(c)
    })
}

const whereOf = ({ service, regionKey }: EditTarget) => ({ serviceId: service.id, regionKey })

const hasAny = ({ fees, forms, onlineServices }: LocalPartsBody): boolean =>
  fees.length + forms.length + onlineServices.length > 0

const stateOf = (
  { service, regionKey }: EditTarget,
  { fees, forms, onlineServices }: LocalPartsBody,
): LocalParts => ({
  service: service.id,
  regionKey,
  fees,
  forms,
  onlineServices,
})
