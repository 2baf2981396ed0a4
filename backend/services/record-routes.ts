import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { ServicePath } from '@amtsweg/contract'
import { type Caller, isOwnSource, sourceIdOf } from '../access/index.ts'
import type { Db, Trx } from '../database/database.ts'
import { readBody, readPath } from '../http/body.ts'
import { callerOf, mustOwn, needs } from '../http/caller.ts'
import { bodyProblems, edit, editCaching, editProblems, longestEdit, nothingLeft } from '../http/edit.ts'
import { ProblemError } from '../http/problem.ts'
import { accepted, responses } from '../http/responses.ts'
import { createRouter, type Env } from '../http/router.ts'
import type { EditParts } from '../http/write.ts'
import { editStateOf, ownServiceFault, ownServiceRows, ServiceEdit, ServiceEditState } from './own-service.ts'
import {
  deleteOwnService,
  describedAbove,
  ownerOfService,
  saveOwnService,
  storedService,
} from './repository-own-services.ts'
import { livingRegion } from './routes.ts'
import { whyNotDescribed } from './typisierung.ts'

const path = '/services/{id}/record'
const request = { params: ServicePath }

const readRoute = createRoute({
  method: 'get',
  path,
  summary: 'A service as editors write it: all languages, texts as HTML',
  request,
  responses: responses(ServiceEditState, 'The description as it is kept', [
    'invalid-path',
    'service-unknown',
  ]),
})

const saveRoute = createRoute({
  method: 'put',
  path,
  summary: 'Describes a service of one’s own area, or describes it anew',
  security: needs('services:write'),
  request: { ...request, body: { content: { 'application/json': { schema: ServiceEdit } }, required: true } },
  responses: responses(ServiceEditState, 'The description as it is kept now', [
    ...bodyProblems,
    'area-unknown',
    'text-reserved',
    'kept-by-import',
  ]),
})

const deleteRoute = createRoute({
  method: 'delete',
  path,
  summary: 'Takes back a description of one’s own',
  security: needs('services:write'),
  request,
  responses: accepted('Nothing is left of it', [...editProblems, 'service-unknown', 'kept-by-import']),
})

interface Parts extends EditParts {
  /** Makes search know that the transaction has changed a service, at once or soon. */
  readonly reindex: (trx: Trx, serviceId: string) => Promise<void>
}

/** Addresses below /services that are none of a service. */
const taken = new Set(['suggest'])

/** Local services: what an authority describes itself. */
export function serviceRecordRoutes({ reindex, ...parts }: Parts) {
  const { db, now } = parts
  const router = createRouter()
  for (const route of [readRoute, saveRoute, deleteRoute]) router.openAPIRegistry.registerPath(route)

  const read = (id: string) => async (trx: Db) => {
    const stored = await storedService(trx, id)
    return stored ? editStateOf(stored) : { id }
  }
  const isThere = (state: ServiceEditState) => state.titles !== undefined

  return router
    .get(readRoute.getRoutingPath(), async (c) => {
      const state = await read(idIn(c))(db)
      if (!isThere(state)) throw new ProblemError('service-unknown')
      return c.json(state, 200, editCaching)
    })
    .put(saveRoute.getRoutingPath(), longestEdit, async (c) => {
      const caller = await callerOf(c, parts, 'services:write')
      const id = newIdIn(c)
      await mustKeep(db, caller, id)
      const sent = readBody(ServiceEdit, await c.req.arrayBuffer())
      const regionKey = sent.regionKey === undefined ? undefined : await livingRegion(db, sent.regionKey)
      await mustOwn(db, caller, regionKey ?? null)
      const body = { ...sent, regionKey }
      const kept = { id, sourceId: sourceIdOf(caller.authority.id), at: now().toISOString() }
      const fault = ownServiceFault(body, kept)
      if (fault) throw new ProblemError('invalid-body', { errors: [{ pointer: '', detail: fault }] })
      const rows = ownServiceRows(body, kept)
      await mustNotBeReserved(db, id, rows, regionKey ?? '')
      const state = await edit<ServiceEditState>(c, parts, {
        caller,
        action: 'service.put',
        subject: id,
        read: read(id),
        check: async (trx) => {
          await mustKeep(trx, caller, id)
          await mustOwn(trx, caller, regionKey ?? null)
          await mustNotBeReserved(trx, id, rows, regionKey ?? '')
        },
        isThere,
        wanted: editStateOf(rows),
        write: async (trx) => {
          await saveOwnService(trx, rows)
          await reindex(trx, id)
        },
      })
      return c.json(state, 200, editCaching)
    })
    .delete(deleteRoute.getRoutingPath(), async (c) => {
      const caller = await callerOf(c, parts, 'services:write')
      const id = idIn(c)
      if (!(await mustKeep(db, caller, id))) throw new ProblemError('service-unknown')
      await edit<ServiceEditState>(c, parts, {
        caller,
        action: 'service.delete',
        subject: id,
        read: read(id),
        check: (trx) => mustKeep(trx, caller, id),
        isThere,
        wanted: { id },
        write: async (trx) => {
          await deleteOwnService(trx, id)
          await reindex(trx, id)
        },
      })
      return nothingLeft(c)
    })
}

const idIn = (c: Context<Env>): string => readPath(ServicePath, c.req.param()).id

/** An id for a description; a Leistungsschluessel is none, as it leads to the best of several. */
function newIdIn(c: Context<Env>): string {
  const id = idIn(c)
  if (!/^(?:leika:)?\d{14}$/.test(id) && !taken.has(id)) return id
  const detail = 'A Leistungsschluessel or another address cannot be the id of a description'
  throw new ProblemError('invalid-path', { errors: [{ pointer: '/id', detail }] })
}

/** Throws where a description is somebody else's or an import's; tells whether there is one. */
async function mustKeep(db: Db, caller: Caller, id: string): Promise<boolean> {
  const owner = await ownerOfService(db, id)
  if (!owner) return false
  await mustOwn(db, caller, owner.region_key)
  if (!isOwnSource(owner.source_id)) throw new ProblemError('kept-by-import')
  return true
}

async function mustNotBeReserved(
  db: Db,
  id: string,
  rows: ReturnType<typeof ownServiceRows>,
  regionKey: string,
): Promise<void> {
  const keys = rows.identifiers.filter(({ scheme_id }) => scheme_id === 'leika').map(({ value }) => value)
  const above = await describedAbove(db, id, keys, regionKey)
  const [detail] = above.flatMap((text) => whyNotDescribed(text, regionKey) ?? [])
  if (detail)
    throw new ProblemError('text-reserved', { errors: [{ pointer: '/leistungsschluessel', detail }] })
}
