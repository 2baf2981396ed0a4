import { randomUUID } from 'node:crypto'
import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  GeoHarvest,
  GeoHarvestBody,
  GeoHarvestEdit,
  GeoHarvestList,
  GeoHarvestPath,
  GeoHarvestRemoval,
  GeoOffers,
  GeoOffersBody,
} from '@amtsweg/contract'
import { type Caller, recorded } from '../access/index.ts'
import type { Db } from '../database/database.ts'
import { readBody, readPath } from '../http/body.ts'
import { actorOf, callerOf, mustStillOpen, needs, tokenProblems } from '../http/caller.ts'
import { editCaching, longestEdit, nothingLeft } from '../http/edit.ts'
import { ProblemError } from '../http/problem.ts'
import { accepted, responses } from '../http/responses.ts'
import { createRouter, type Env } from '../http/router.ts'
import { type EditParts, writeNow } from '../http/write.ts'
import { type AskDocument, offersOf } from './foreign-offers.ts'
import { HarvestError, wordsOfHarvest } from './harvest-words.ts'
import { listedHarvests, orderHarvest } from './harvests.ts'
import { changeHarvest, harvestJob, narrowCopy, pausedUntil, removeHarvest } from './repository-harvests.ts'

/** What this server may ask others for a copy. */
export interface HarvestVisitor {
  /** Whether an address without TLS is one that the operator has opened. */
  readonly mayBeOpen: (url: URL) => boolean
  readonly ask: AskDocument
}

interface Parts extends EditParts {
  /** Jobs, as far as harvests need them. Times are RFC 3339 UTC. */
  readonly jobs: {
    readonly add: (db: Db, name: string, dueAt: string) => Promise<void>
    readonly remove: (db: Db, name: string) => Promise<void>
    readonly setDue: (db: Db, name: string, dueAt: string) => Promise<void>
    readonly list: (db: Db) => Promise<Parameters<typeof listedHarvests>[1]>
  }
  readonly visitor: HarvestVisitor
  /** Id of this node, where it has one. */
  readonly node: () => Promise<string | undefined>
}

const scope = 'geodata:write'
const security = needs(scope)
const problems = [...tokenProblems, 'invalid-path', 'unavailable'] as const

const listRoute = createRoute({
  method: 'get',
  path: '/geodata/harvests',
  summary: 'Collections of others that one’s own authority keeps a copy of, and how it goes',
  security,
  responses: responses(GeoHarvestList, 'The copies, the oldest first', problems),
})
const addRoute = createRoute({
  method: 'post',
  path: '/geodata/harvests',
  summary: 'Keeps a copy of a collection in step from now on',
  security,
  request: { body: { content: { 'application/json': { schema: GeoHarvestBody } }, required: true } },
  responses: responses(GeoHarvest, 'The copy that is to be', [
    ...problems,
    'collection-taken',
    'invalid-body',
    'request-too-large',
  ]),
})
const offersRoute = createRoute({
  method: 'post',
  path: '/geodata/harvests/offers',
  summary: 'Looks what another server has to copy; nothing is kept',
  security,
  request: { body: { content: { 'application/json': { schema: GeoOffersBody } }, required: true } },
  responses: responses(GeoOffers, 'Its collections, or why there are none', [
    ...problems,
    'invalid-body',
    'request-too-large',
  ]),
})
const editRoute = createRoute({
  method: 'put',
  path: '/geodata/harvests/{id}',
  summary: 'Changes how a copy goes on, pauses it, or lets it go on at once',
  security,
  request: {
    params: GeoHarvestPath,
    body: { content: { 'application/json': { schema: GeoHarvestEdit } }, required: true },
  },
  responses: responses(GeoHarvest, 'The copy as it is now', [
    ...problems,
    'harvest-unknown',
    'invalid-body',
    'request-too-large',
  ]),
})
const runRoute = createRoute({
  method: 'post',
  path: '/geodata/harvests/{id}/run',
  summary: 'Has what is new brought at once; the copy tells how it went',
  security,
  request: { params: GeoHarvestPath },
  responses: accepted('It begins within seconds', [...problems, 'harvest-unknown']),
})
const removeRoute = createRoute({
  method: 'delete',
  path: '/geodata/harvests/{id}',
  summary: 'Ends a copy; what it has brought stays, or goes with `copy=remove`',
  security,
  request: { params: GeoHarvestPath, query: GeoHarvestRemoval },
  responses: accepted('It has ended', [...problems, 'invalid-query', 'harvest-unknown']),
})

/** Copies of collections of others, for the desk and for programs. */
export function harvestRoutes(parts: Parts) {
  const { db, now, jobs, visitor } = parts
  const router = createRouter()
  for (const route of [listRoute, offersRoute, addRoute, editRoute, runRoute, removeRoute])
    router.openAPIRegistry.registerPath(route)

  const listed = async ({ authority }: Caller) => listedHarvests(db, await jobs.list(db), now(), authority.id)
  const one = async (c: Context<Env>) => {
    const caller = await callerOf(c, parts, scope)
    const { id } = readPath(GeoHarvestPath, c.req.param())
    const found = (await listed(caller)).find((harvest) => harvest.id === id)
    if (!found) throw new ProblemError('harvest-unknown')
    return { caller, found }
  }
  const change = <Result>(caller: Caller, work: Parameters<typeof recorded<Result>>[3]): Promise<Result> =>
    recorded(writeNow(parts), actorOf(caller), now().toISOString(), async (trx) => {
      await mustStillOpen(trx, caller, now())
      return work(trx)
    })

  return router
    .get(listRoute.getRoutingPath(), async (c) =>
      c.json({ items: await listed(await callerOf(c, parts, scope)) }, 200, editCaching),
    )
    .post(addRoute.getRoutingPath(), longestEdit, async (c) => {
      const caller = await callerOf(c, parts, scope)
      const { everyMinutes, ...rest } = readBody(GeoHarvestBody, await c.req.arrayBuffer())
      mustBeAskable(rest.url, visitor)
      const at = now().toISOString()
      const order = {
        ...{ ...rest, id: randomUUID(), url: new URL(rest.url).href },
        ...{ everySeconds: everyMinutes * 60, authority: caller.authority.id },
      }
      await change(caller, async (trx) => {
        if (!(await orderHarvest(trx, order, at))) throw new ProblemError('collection-taken')
        await jobs.add(trx, harvestJob(order.id), at)
        const after = { ...order, token: order.token === null ? null : 'secret' }
        return {
          result: undefined,
          change: { action: 'geodata.harvest.add', subject: order.id, before: undefined, after },
        }
      })
      const made = (await listed(caller)).find(({ id }) => id === order.id)
      return c.json(made, 200, editCaching)
    })
    .post(offersRoute.getRoutingPath(), longestEdit, async (c) => {
      await callerOf(c, parts, scope)
      const { url, token } = readBody(GeoOffersBody, await c.req.arrayBuffer())
      mustBeAskable(url, visitor)
      const failure = (code: string) => ({ code, text: wordsOfHarvest(code) })
      try {
        const node = await parts.node()
        const items = await offersOf(visitor.ask, { url, token, node })
        return c.json({
          items: items.map((one) => ({ ...one, error: one.error && failure(one.error) })),
          error: null,
        })
      } catch (error) {
        if (!(error instanceof HarvestError)) throw error
        return c.json({ items: [], error: failure(error.code) })
      }
    })
    .put(editRoute.getRoutingPath(), longestEdit, async (c) => {
      const { caller, found } = await one(c)
      const { everyMinutes, paused, token, audience, ...said } = readBody(
        GeoHarvestEdit,
        await c.req.arrayBuffer(),
      )
      await change(caller, async (trx) => {
        const newToken = token === undefined ? {} : { token }
        await changeHarvest(trx, found.id, {
          ...said,
          ...newToken,
          audience,
          every_seconds: everyMinutes * 60,
        })
        if (audience) await narrowCopy(trx, found.collection, audience)
        await jobs.setDue(trx, harvestJob(found.id), paused ? pausedUntil : now().toISOString())
        const { licence, provider, state } = found
        const before = {
          audience: found.audience,
          licence,
          provider,
          everyMinutes: found.everyMinutes,
          paused: state === 'paused',
        }
        const after = { audience, ...said, everyMinutes, paused, ...(token ? { token: 'secret' } : {}) }
        return {
          result: undefined,
          change: { action: 'geodata.harvest.change', subject: found.id, before, after },
        }
      })
      const changed = (await listed(caller)).find(({ id }) => id === found.id)
      return c.json(changed, 200, editCaching)
    })
    .post(runRoute.getRoutingPath(), async (c) => {
      const { found } = await one(c)
      await writeNow(parts)((trx) => jobs.setDue(trx, harvestJob(found.id), now().toISOString()))
      return nothingLeft(c)
    })
    .delete(removeRoute.getRoutingPath(), async (c) => {
      const { caller, found } = await one(c)
      const asked = GeoHarvestRemoval.safeParse(c.req.query())
      if (!asked.success) throw new ProblemError('invalid-query')
      const { copy } = asked.data
      await change(caller, async (trx) => {
        await removeHarvest(trx, found.id, copy)
        await jobs.remove(trx, harvestJob(found.id))
        const subject = `${found.id} ${copy}`
        return {
          result: undefined,
          change: { action: 'geodata.harvest.remove', subject, before: found.id, after: undefined },
        }
      })
      return nothingLeft(c)
    })
}

function mustBeAskable(url: string, { mayBeOpen }: HarvestVisitor): void {
  const fault = faultOf(new URL(url), mayBeOpen)
  if (fault) throw new ProblemError('invalid-body', { errors: [{ pointer: '/url', detail: fault }] })
}

function faultOf(address: URL, mayBeOpen: (url: URL) => boolean): string | undefined {
  if (address.username || address.password) return 'The address may hold no user name and no password'
  if (address.protocol !== 'https:' && !mayBeOpen(address)) return 'The address begins with https://'
  return undefined
}
