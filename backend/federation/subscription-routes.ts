import { randomUUID } from 'node:crypto'
import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  Subscription,
  SubscriptionBody,
  SubscriptionCheck,
  SubscriptionList,
  SubscriptionPath,
} from '@amtsweg/contract'
import { type Caller, grantsOf, recorded, scopesIn, soleAuthority } from '../access/index.ts'
import type { Db } from '../database/database.ts'
import { readBody, readPath } from '../http/body.ts'
import { actorOf, callerOf, mustOwn, mustStillOpen, needs, tokenProblems } from '../http/caller.ts'
import { editCaching, longestEdit, nothingLeft } from '../http/edit.ts'
import { ProblemError } from '../http/problem.ts'
import { accepted, responses } from '../http/responses.ts'
import { createRouter, type Env } from '../http/router.ts'
import { type EditParts, writeNow } from '../http/write.ts'
import { followTaken, type NoteSearch } from './follow.ts'
import { findSubscription, jobOf } from './repository-subscriptions.ts'
import { listedSubscriptions, orderSubscription, removeSubscription } from './subscriptions.ts'

/** Jobs, as far as subscriptions need them. Times are RFC 3339 UTC. */
export interface SubscriptionJobs {
  readonly add: (db: Db, name: string, dueAt: string) => Promise<void>
  readonly remove: (db: Db, name: string) => Promise<void>
  readonly setDue: (db: Db, name: string, dueAt: string) => Promise<void>
  readonly list: (
    db: Db,
  ) => Promise<
    readonly { readonly name: string; readonly due_at: string; readonly lease_until: string | null }[]
  >
}

/** What this server may ask other nodes. */
export interface NodeVisitor {
  /** Whether an address without TLS is one that the operator has opened. */
  readonly mayBeOpen: (url: URL) => boolean
  /** Looks whether there is a node. */
  readonly check: (url: string) => Promise<SubscriptionCheck>
}

interface Parts extends EditParts {
  readonly jobs: SubscriptionJobs
  readonly visitor: NodeVisitor
  readonly noteSearch: NoteSearch
}

const scope = 'subscriptions:write'
const security = needs(scope)
const body = { content: { 'application/json': { schema: SubscriptionBody } }, required: true }
const problemsOfAll = [...tokenProblems, 'invalid-path', 'unavailable'] as const
const problemsOfBody = [
  ...problemsOfAll,
  'not-yours',
  'area-unknown',
  'invalid-body',
  'request-too-large',
] as const

const listRoute = createRoute({
  method: 'get',
  path: '/subscriptions',
  summary:
    'Whose catalogues come here, and how it goes: one’s own, or all where one has the server to oneself',
  security,
  responses: responses(SubscriptionList, 'Subscriptions, the oldest first', problemsOfAll),
})
const addRoute = createRoute({
  method: 'post',
  path: '/subscriptions',
  summary: 'Subscribes to the catalogue of another node; the same address again is the same subscription',
  security,
  request: { body },
  responses: responses(Subscription, 'The subscription', problemsOfBody),
})
const checkRoute = createRoute({
  method: 'post',
  path: '/subscriptions/check',
  summary: 'Looks whether there is a node at an address, and changes nothing',
  security,
  request: { body },
  responses: responses(SubscriptionCheck, 'What was found', problemsOfBody),
})
const readRoute = createRoute({
  method: 'get',
  path: '/subscriptions/{id}',
  summary: 'One subscription and how it goes',
  security,
  request: { params: SubscriptionPath },
  responses: responses(Subscription, 'The subscription', [...problemsOfAll, 'subscription-unknown']),
})
const syncRoute = createRoute({
  method: 'post',
  path: '/subscriptions/{id}/sync',
  summary: 'Has what is new brought at once; the subscription tells how it went',
  security,
  request: { params: SubscriptionPath },
  responses: accepted('It begins within seconds', [...problemsOfAll, 'subscription-unknown']),
})
const removeRoute = createRoute({
  method: 'delete',
  path: '/subscriptions/{id}',
  summary: 'Ends a subscription; what it has brought stays, or goes with `records=remove`',
  security,
  request: { params: SubscriptionPath },
  responses: accepted('It has ended', [...problemsOfAll, 'subscription-unknown']),
})

/** Other nodes whose catalogue comes here, for the desk and for programs. */
export function subscriptionRoutes(parts: Parts) {
  const { db, now, jobs, visitor } = parts
  const router = createRouter()
  for (const route of [listRoute, addRoute, checkRoute, readRoute, syncRoute, removeRoute])
    router.openAPIRegistry.registerPath(route)

  const listed = async (caller: Caller) =>
    listedSubscriptions(db, await jobs.list(db), now(), await seenBy(db, caller))

  const one = async (c: Context<Env>, caller: Caller) => {
    const { id } = readPath(SubscriptionPath, c.req.param())
    const found = (await listed(caller)).find((subscription) => subscription.id === id)
    if (!found) throw new ProblemError('subscription-unknown')
    return found
  }

  const change = async <Result>(
    caller: Caller,
    work: Parameters<typeof recorded<Result>>[3],
  ): Promise<Result> => {
    const actor = actorOf(caller)
    return recorded(writeNow(parts), actor, now().toISOString(), async (trx) => {
      await mustStillOpen(trx, caller, now())
      return work(trx)
    })
  }

  const order = async (c: Context<Env>) => {
    const caller = await callerOf(c, parts, scope)
    const wanted = readBody(SubscriptionBody, await c.req.arrayBuffer())
    const fault = faultOf(wanted, visitor, await isOperator(db, caller))
    if (fault) throw new ProblemError('invalid-body', { errors: [fault] })
    if (!(await isOperator(db, caller))) for (const area of wanted.areas) await mustOwn(db, caller, area)
    return { caller, wanted }
  }

  return router
    .get(listRoute.getRoutingPath(), async (c) => {
      const caller = await callerOf(c, parts, scope)
      return c.json({ items: await listed(caller) }, 200, editCaching)
    })
    .post(checkRoute.getRoutingPath(), longestEdit, async (c) => {
      const { wanted } = await order(c)
      return c.json(await visitor.check(wanted.url), 200, editCaching)
    })
    .post(addRoute.getRoutingPath(), longestEdit, async (c) => {
      const { caller, wanted } = await order(c)
      const { everyMinutes, ...rest } = wanted
      const at = now().toISOString()
      const next = {
        ...{ ...rest, id: randomUUID(), url: new URL(wanted.url).href },
        ...{ everySeconds: everyMinutes * 60, authority: caller.authority.id },
      }
      const id = await change(caller, async (trx) => {
        const there = await orderSubscription(trx, next, at)
        if (there !== next.id) return { result: there }
        await jobs.add(trx, jobOf(there), at)
        return {
          result: there,
          change: { action: 'federation.add', subject: there, before: undefined, after: next },
        }
      })
      const made = (await listed(caller)).find((subscription) => subscription.id === id)
      return c.json(made, 200, editCaching)
    })
    .get(readRoute.getRoutingPath(), async (c) =>
      c.json(await one(c, await callerOf(c, parts, scope)), 200, editCaching),
    )
    .post(syncRoute.getRoutingPath(), async (c) => {
      const caller = await callerOf(c, parts, scope)
      const { id } = await one(c, caller)
      await writeNow(parts)((trx) => jobs.setDue(trx, jobOf(id), now().toISOString()))
      return nothingLeft(c)
    })
    .delete(removeRoute.getRoutingPath(), async (c) => {
      const caller = await callerOf(c, parts, scope)
      const { id } = await one(c, caller)
      const records = c.req.query('records') === 'remove' ? 'remove' : 'keep'
      const at = now().toISOString()
      await change(caller, async (trx) => {
        const before = await findSubscription(trx, id)
        if (!before) throw new ProblemError('subscription-unknown')
        await removeSubscription(trx, id, { records, at })
        await jobs.remove(trx, jobOf(id))
        if (records === 'remove') await followTaken(trx, 'all', parts.noteSearch)
        return {
          result: undefined,
          change: { action: 'federation.remove', subject: `${id} ${records}`, before, after: undefined },
        }
      })
      return nothingLeft(c)
    })
}

/** Who speaks for the whole installation: a clerk with that right, or the one authority that has the server to itself. */
async function isOperator(db: Db, { authority, clerkId }: Caller): Promise<boolean> {
  if (clerkId !== undefined && scopesIn(await grantsOf(db, clerkId), null).includes(scope)) return true
  return (await soleAuthority(db))?.id === authority.id
}

const seenBy = async (db: Db, caller: Caller): Promise<string | undefined> =>
  (await isOperator(db, caller)) ? undefined : caller.authority.id

function faultOf(
  { url, kind, areas }: SubscriptionBody,
  { mayBeOpen }: NodeVisitor,
  sole: boolean,
): { readonly pointer: string; readonly detail: string } | undefined {
  const address = new URL(url)
  if (address.username || address.password)
    return { pointer: '/url', detail: 'The address may hold no user name and no password' }
  if (address.protocol !== 'https:' && !mayBeOpen(address))
    return { pointer: '/url', detail: 'The address begins with https://' }
  if (kind !== 'amtsweg' && areas.length > 0)
    return { pointer: '/areas', detail: 'A file of XZuFi is taken as a whole' }
  if (!sole && areas.length === 0)
    return { pointer: '/areas', detail: 'Name the areas; only the operator subscribes to everything' }
  return undefined
}
