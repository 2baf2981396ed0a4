import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  HistoryEntry,
  HistoryItem,
  HistoryPath,
  HistoryQuery,
  HistorySubject,
  pageOf,
  type Scope,
  Undone,
} from '@amtsweg/contract'
import { type Caller, recorded } from '../access/index.ts'
import { readCursor, writeCursor } from '../database/list-cursor.ts'
import { readPath, readQuery } from '../http/body.ts'
import { actorOf, callerOf, mustHave, mustStillOpen, needs, tokenProblems } from '../http/caller.ts'
import { edit, editProblems, nothingLeft } from '../http/edit.ts'
import { type EditKind, kindAt, kindNamed } from '../http/edit-kind.ts'
import { ProblemError } from '../http/problem.ts'
import { accepted, responses } from '../http/responses.ts'
import { createRouter, type Env } from '../http/router.ts'
import type { SubjectNames } from '../http/subject-names.ts'
import { type EditParts, writeNow } from '../http/write.ts'
import { eraseHistory, findHistory, type KeptEntry, listHistory } from './repository-history.ts'
import { sameContent } from './same-content.ts'

interface Parts extends EditParts {
  /** Everything that is written, and so can be undone. */
  readonly kinds: readonly EditKind[]
  readonly names: SubjectNames
}

const caching = { 'cache-control': 'private, no-store' } as const

/** What was changed in the name of one's own authority, by whoever may change such things; and how it is undone. */
export function historyRoutes({ kinds, names, ...parts }: Parts) {
  const scopes = [...new Set(kinds.map(({ scope }) => scope))]
  const { list, read, undo, erase } = describe(scopes)
  const router = createRouter()
  router.openAPIRegistry.registerPath(undo)
  router.openAPIRegistry.registerPath(erase)

  const entryOf = async (caller: Caller, c: Context<Env>) => {
    const { id } = readPath(HistoryPath, c.req.param())
    const entry = await findHistory(parts.db, caller.authority.id, Number(id))
    if (!entry) throw new ProblemError('change-unknown')
    const kind = kindNamed(kinds, entry.kind)
    mustHave(caller, kind.scope)
    return { entry, kind }
  }

  return router
    .openapi(list, async (c) => {
      const { authority, scopes: own } = await callerOf(c, parts, scopes)
      const { limit, cursor, subject } = c.req.valid('query')
      const asked = `${authority.id} ${subject ?? ''}`
      const before = readCursor(cursor, asked)
      if (before === undefined) throw new ProblemError('invalid-cursor')
      const found = await listHistory(parts.db, {
        authority: authority.id,
        kinds: kinds.filter(({ scope }) => own.includes(scope)).map(({ name }) => name),
        address: subject,
        before: before || undefined,
        limit: limit + 1,
      })
      const items = found.slice(0, limit)
      const last = found.length > limit ? items.at(-1) : undefined
      const called = await names(items.map(({ address }) => address))
      const next = last ? writeCursor(last.seq, asked) : null
      return c.json({ items: items.map((item) => shown(item, called)), next }, 200, caching)
    })
    .openapi(read, async (c) => {
      const { entry } = await entryOf(await callerOf(c, parts, scopes), c)
      const called = await names([entry.address])
      return c.json(
        { ...shown(entry, called), before: entry.before ?? null, after: entry.after ?? null },
        200,
        caching,
      )
    })
    .post(undo.getRoutingPath(), async (c) => {
      const caller = await callerOf(c, parts, scopes)
      const { entry, kind } = await entryOf(caller, c)
      if (!entry.isKept) throw new ProblemError('not-undoable')
      const named = kindAt([kind], entry.address)
      if (!named) throw new ProblemError('not-undoable')
      const { seq } = await edit(parts, caller, {
        ...named,
        body: bodyOf(kind, entry.before),
        mustBuildOn: (state, isThere) => {
          const present: unknown = isThere ? JSON.parse(JSON.stringify(state)) : undefined
          if (!sameContent(present, entry.after)) throw new ProblemError('precondition-failed')
        },
        undoes: entry.seq,
      })
      return c.json({ subject: entry.address, change: seq === undefined ? null : String(seq) }, 200, caching)
    })
    .delete(erase.getRoutingPath(), async (c) => {
      const caller = await callerOf(c, parts, scopes)
      const { subject } = readQuery(HistorySubject, c.req.query())
      const named = kindAt(kinds, subject)
      if (!named) throw new ProblemError('change-unknown')
      mustHave(caller, named.kind.scope)
      const at = parts.now()
      const { id } = caller.authority
      await recorded(writeNow(parts), actorOf(caller), at.toISOString(), async (trx) => {
        await mustStillOpen(trx, caller, at)
        const [any] = await listHistory(trx, {
          authority: id,
          kinds: [named.kind.name],
          address: subject,
          limit: 1,
        })
        if (!any) throw new ProblemError('change-unknown')
        const erased = await eraseHistory(trx, id, subject)
        const change = { action: 'history.erase', subject, before: undefined, after: undefined }
        return { result: undefined, ...(erased > 0 ? { change } : {}) }
      })
      return nothingLeft(c)
    })
}

/** What was there once as it would be sent today; throws where that is no longer possible. */
function bodyOf(kind: EditKind, before: unknown): unknown {
  if (before === undefined) return undefined
  const body = kind.body.safeParse(before)
  if (body.success) return body.data
  throw new ProblemError('not-undoable', { detail: 'What was there is not what may be written today' })
}

const shown = (
  { seq, at, token, clerk, action, address, undoes, isKept }: Omit<KeptEntry, 'before' | 'after'>,
  names: ReadonlyMap<string, string>,
): HistoryItem => ({
  id: String(seq),
  at,
  by: { clerk, token },
  action,
  subject: address,
  name: names.get(address) ?? null,
  undoes: undoes === undefined ? null : String(undoes),
  kept: isKept,
})

function describe(scopes: readonly Scope[]) {
  const security = needs(...scopes)
  return {
    list: createRoute({
      method: 'get',
      path: '/history',
      summary:
        'What was changed in the name of one’s own authority, the newest first; of one thing, or of all one may write',
      security,
      request: { query: HistoryQuery },
      responses: responses(pageOf(HistoryItem), 'Changes, without their contents', [
        ...tokenProblems,
        'invalid-query',
        'invalid-cursor',
      ]),
    }),
    read: createRoute({
      method: 'get',
      path: '/history/{id}',
      summary: 'One change, with what it found and what it left',
      security,
      request: { params: HistoryPath },
      responses: responses(HistoryEntry, 'The change', [
        ...tokenProblems,
        'invalid-path',
        'change-unknown',
        'not-undoable',
      ]),
    }),
    undo: createRoute({
      method: 'post',
      path: '/history/{id}/undo',
      summary:
        'Brings back what a change found, if nothing has been changed since; that is a change as well and can be undone',
      security,
      request: { params: HistoryPath },
      responses: responses(Undone, 'What was there is there again', [
        ...editProblems.filter((code) => code !== 'precondition-missing'),
        'change-unknown',
        'not-undoable',
        'invalid-body',
        'area-unknown',
        'service-unknown',
        'unit-unknown',
        'kept-by-import',
        'text-reserved',
        'still-named',
      ]),
    }),
    erase: createRoute({
      method: 'delete',
      path: '/history',
      summary:
        'Erases the former contents of one thing for good; that it was changed, by whom and when, stays',
      security,
      request: { query: HistorySubject },
      responses: accepted('Its former contents are gone, and no change of it can be undone', [
        ...editProblems.filter((code) => !/^(?:precondition|approval)/.test(code)),
        'invalid-query',
        'change-unknown',
      ]),
    }),
  }
}
