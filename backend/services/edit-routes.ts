import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  ServiceAreaPath,
  SupplementSet,
  SupplementSetBody,
  WithdrawalBody,
  WithdrawalEdit,
} from '@amtsweg/contract'
import type { Caller } from '../access/index.ts'
import { readBody } from '../http/body.ts'
import { needs } from '../http/caller.ts'
import { bodyProblems, edit, editCaching, editProblems, longestEdit, nothingLeft } from '../http/edit.ts'
import { ProblemError } from '../http/problem.ts'
import { accepted, responses } from '../http/responses.ts'
import { createRouter, type Env } from '../http/router.ts'
import type { EditParts } from '../http/write.ts'
import { allowedEdit, type EditTarget, editTarget, mustStillHold } from './edited-by-routes.ts'
import { relinkService } from './import-links.ts'
import { inFixedOrder, supplementFaults } from './own-supplements.ts'
import { ownSupplements, replaceOwnSupplements } from './repository-supplements.ts'
import { saveWithdrawal, withdrawalReasons } from './repository-withdrawals.ts'

const unknown = ['service-unknown', 'area-unknown'] as const
const json = (schema: typeof SupplementSetBody | typeof WithdrawalBody) => ({
  content: { 'application/json': { schema } },
  required: true,
})
const at = '/services/{id}'
const params = ServiceAreaPath

const supplements = {
  get: createRoute({
    method: 'get',
    path: `${at}/supplements/{area}`,
    summary: 'What the authority of an area itself adds to a service, to be edited',
    request: { params },
    responses: responses(SupplementSet, 'All of it, in every language', ['invalid-path', ...unknown]),
  }),
  put: createRoute({
    method: 'put',
    path: `${at}/supplements/{area}`,
    summary: 'Says anew all that an authority adds to a service in its area',
    security: needs('supplements:write'),
    request: { params, body: json(SupplementSetBody) },
    responses: responses(SupplementSet, 'What is kept now', [...bodyProblems, ...unknown, 'text-reserved']),
  }),
  delete: createRoute({
    method: 'delete',
    path: `${at}/supplements/{area}`,
    summary: 'Takes back all that an authority adds to a service in its area',
    security: needs('supplements:write'),
    request: { params },
    responses: accepted('Nothing is left', [...editProblems, ...unknown]),
  }),
}

const withdrawals = {
  get: createRoute({
    method: 'get',
    path: `${at}/withdrawals/{area}`,
    summary: 'Why an area does not offer a service, as its authority says for this very area; to be edited',
    request: { params },
    responses: responses(WithdrawalEdit, 'The reasons; none where it is offered', [
      'invalid-path',
      ...unknown,
    ]),
  }),
  put: createRoute({
    method: 'put',
    path: `${at}/withdrawals/{area}`,
    summary: 'Switches a service off in an area, with the reason that its page tells there',
    security: needs('services:write'),
    request: { params, body: json(WithdrawalBody) },
    responses: responses(WithdrawalEdit, 'It is not offered there', [...bodyProblems, ...unknown]),
  }),
  delete: createRoute({
    method: 'delete',
    path: `${at}/withdrawals/{area}`,
    summary: 'Switches a service on again in an area',
    security: needs('services:write'),
    request: { params },
    responses: accepted('It is offered there', [...editProblems, ...unknown]),
  }),
}

/** What an authority says of services in its area; must be mounted with the routes that read them. */
export function serviceEditRoutes(parts: EditParts) {
  const { db, now } = parts
  const router = createRouter()
  for (const route of [...Object.values(supplements), ...Object.values(withdrawals)])
    router.openAPIRegistry.registerPath(route)

  const saySupplements = async (
    c: Context<Env>,
    caller: Caller,
    target: EditTarget,
    items: SupplementSet['items'],
  ) => {
    const { service, regionKey } = target
    const where = { serviceId: service.id, regionKey }
    return edit<SupplementSet>(c, parts, {
      caller,
      action: items.length > 0 ? 'supplements.put' : 'supplements.delete',
      subject: `${service.id} ${regionKey}`,
      read: async (trx) => supplementSet(target, await ownSupplements(trx, where)),
      check: (trx) => mustStillHold(trx, caller, target),
      isThere: (state) => state.items.length > 0,
      wanted: supplementSet(target, items),
      write: async (trx, sourceId) => {
        await replaceOwnSupplements(trx, where, items, { sourceId, at: now().toISOString() })
        await relinkService(trx, service.id)
      },
    })
  }

  const sayWithdrawal = async (
    c: Context<Env>,
    caller: Caller,
    target: EditTarget,
    said: WithdrawalEdit['reasons'],
  ) => {
    const { service, regionKey } = target
    const where = { serviceId: service.id, regionKey }
    const reasons = Object.fromEntries(Object.entries(said).sort(([a], [b]) => (a < b ? -1 : 1)))
    return edit<WithdrawalEdit>(c, parts, {
      caller,
      action: 'de' in reasons ? 'withdrawal.put' : 'withdrawal.delete',
      subject: `${service.id} ${regionKey}`,
      read: async (trx) => withdrawalOf(target, await withdrawalReasons(trx, where)),
      check: (trx) => mustStillHold(trx, caller, target),
      isThere: (state) => 'de' in state.reasons,
      wanted: withdrawalOf(target, reasons),
      write: (trx, sourceId) => saveWithdrawal(trx, where, reasons, { sourceId, at: now().toISOString() }),
    })
  }

  return router
    .get(supplements.get.getRoutingPath(), async (c) => {
      const target = await editTarget(c, db)
      const where = { serviceId: target.service.id, regionKey: target.regionKey }
      return c.json(supplementSet(target, await ownSupplements(db, where)), 200, editCaching)
    })
    .put(supplements.put.getRoutingPath(), longestEdit, async (c) => {
      const { caller, target } = await allowedEdit(c, parts, 'supplements:write')
      const { items } = readBody(SupplementSetBody, await c.req.arrayBuffer())
      const faults = supplementFaults(items, target.service, target.regionKey)
      if (faults.length > 0)
        throw new ProblemError(faults.every((fault) => fault.isReserved) ? 'text-reserved' : 'invalid-body', {
          errors: faults.map(({ pointer, detail }) => ({ pointer, detail })),
        })
      return c.json(await saySupplements(c, caller, target, inFixedOrder(items)), 200, editCaching)
    })
    .delete(supplements.delete.getRoutingPath(), async (c) => {
      const { caller, target } = await allowedEdit(c, parts, 'supplements:write')
      await saySupplements(c, caller, target, [])
      return nothingLeft(c)
    })
    .get(withdrawals.get.getRoutingPath(), async (c) => {
      const target = await editTarget(c, db)
      const where = { serviceId: target.service.id, regionKey: target.regionKey }
      return c.json(withdrawalOf(target, await withdrawalReasons(db, where)), 200, editCaching)
    })
    .put(withdrawals.put.getRoutingPath(), longestEdit, async (c) => {
      const { caller, target } = await allowedEdit(c, parts, 'services:write')
      const { reasons } = readBody(WithdrawalBody, await c.req.arrayBuffer())
      return c.json(await sayWithdrawal(c, caller, target, reasons), 200, editCaching)
    })
    .delete(withdrawals.delete.getRoutingPath(), async (c) => {
      const { caller, target } = await allowedEdit(c, parts, 'services:write')
      await sayWithdrawal(c, caller, target, {})
      return nothingLeft(c)
    })
}

const supplementSet = ({ service, regionKey }: EditTarget, items: SupplementSet['items']): SupplementSet => ({
  service: service.id,
  regionKey,
  items,
})

const withdrawalOf = (
  { service, regionKey }: EditTarget,
  reasons: WithdrawalEdit['reasons'],
): WithdrawalEdit => ({
  service: service.id,
  regionKey,
  reasons,
})
