import type { Context } from 'hono'
import { DraftBody, DraftPath, PublishTime, Rejection, type Scope } from '@amtsweg/contract'
import { type Caller, findAuthority, recorded, tokensMadeBy, type Worked } from '../access/index.ts'
import type { Db, Trx } from '../database/database.ts'
import { readCursor, writeCursor } from '../database/list-cursor.ts'
import { readBody, readPath } from '../http/body.ts'
import { actorOf, callerOf, mustHave, mustStillOpen } from '../http/caller.ts'
import { editCaching, longestEdit, nothingLeft, whoOf } from '../http/edit.ts'
import { addressOf, type EditKind, kindAt, kindNamed } from '../http/edit-kind.ts'
import { checkPrecondition, conditionOf, holds, preconditionOf } from '../http/precondition.ts'
import { ProblemError } from '../http/problem.ts'
import { faultsOf, orderOf, publishDraft } from '../http/publish-draft.ts'
import { createRouter, type Env } from '../http/router.ts'
import type { SubjectNames } from '../http/subject-names.ts'
import { type EditParts, writeNow } from '../http/write.ts'
import { describeDrafts, postActs } from './described-draft-routes.ts'
import { begun, type DraftAct, step } from './draft-steps.ts'
import { draftView, itemView } from './draft-view.ts'
import { deleteDraft, findDraft, type KeptDraft, listDrafts, saveDraft } from './repository-drafts.ts'
import { writtenWho } from './who.ts'

interface Parts extends EditParts {
  /** Everything that is written, and so can be drafted. */
  readonly kinds: readonly EditKind[]
  readonly names: SubjectNames
}

/** Things as they shall be: written, looked at by a second person, published at once or at a time. */
export function draftRoutes({ kinds, names, ...parts }: Parts) {
  const { db, now } = parts
  const scopes = [...new Set(kinds.map(({ scope }) => scope))]
  const routes = describeDrafts(scopes)
  const router = createRouter()
  for (const route of [routes.read, routes.save, routes.remove, ...Object.values(routes.acts)])
    router.openAPIRegistry.registerPath(route)

  const view = (draft: KeptDraft) => draftView(draft, faultsOf(kindNamed(kinds, draft.kind), draft.wanted))
  /** The draft of an id, if the caller may write what it is about; undefined where there is none. */
  const draftAt = async (trx: Db, caller: Caller, id: string) => {
    const draft = await findDraft(trx, id)
    if (!draft) return undefined
    if (draft.authority !== caller.authority.id) throw new ProblemError('draft-unknown')
    mustHave(caller, kindNamed(kinds, draft.kind).scope)
    return draft
  }
  const mustFind = async (trx: Db, caller: Caller, id: string) => {
    const draft = await draftAt(trx, caller, id)
    if (!draft) throw new ProblemError('draft-unknown')
    return draft
  }

  /** Does something with a draft and notes it in the trail, if it is as whoever does it has seen it. */
  const treat = async (
    c: Context<Env>,
    caller: Caller,
    work: (trx: Trx, before: KeptDraft | undefined, at: Date) => Promise<Worked<KeptDraft>>,
  ) => {
    const { id } = readPath(DraftPath, c.req.param())
    const condition = preconditionOf(c)
    const at = now()
    return recorded(writeNow(parts), actorOf(caller), at.toISOString(), async (trx) => {
      await mustStillOpen(trx, caller, at)
      const before = await draftAt(trx, caller, id)
      checkPrecondition(condition, before ? view(before) : {}, before !== undefined)
      return work(trx, before, at)
    })
  }
  const noted = (act: string, before: KeptDraft | undefined, after: KeptDraft | undefined) => ({
    action: `draft.${act}`,
    subject: (after ?? before)?.id ?? '',
    before,
    after,
  })
  const answer = (c: Context<Env>, draft: KeptDraft) => c.json(view(draft), 200, editCaching)

  /** What a draft builds on, if that is what is there now, or was so when it was kept before. */
  const baseOf = async (trx: Db, { kind, params }: Named, { basedOn }: DraftBody, before?: KeptDraft) => {
    const thing = await kind.open(trx, params)
    const present = await thing.read(trx)
    const isThere = thing.isThere(present)
    if (holds(conditionOf(basedOn), present, isThere)) return isThere ? present : undefined
    return before?.basedOn === basedOn ? before.base : undefined
  }

  /** Every step but saving. */
  const take = (act: DraftAct, needs: Scope | readonly Scope[], said: Said) => async (c: Context<Env>) => {
    const caller = await callerOf(c, parts, needs)
    const facts = await said(c)
    const draft = await treat(c, caller, async (trx, before, at) => {
      if (!before) throw new ProblemError('draft-unknown')
      const by = writtenWho(whoOf(caller))
      if (act === 'publish') return publishDraft(trx, kinds, before, { by, at })
      const fourEyes = (await findAuthority(trx, caller.authority.id))?.fourEyes ?? false
      const next = step(before, act, { by, alsoAs: await tokensOf(trx, caller), fourEyes })
      if (typeof next === 'string') throw new ProblemError(next)
      if (act === 'submit' || act === 'schedule') await mustBeSound(trx, caller, before)
      const after = {
        ...before,
        ...next,
        reason: null,
        publishAt: null,
        ...(act === 'submit' ? { submittedBy: by } : {}),
        ...(act === 'schedule' ? { releasedBy: by } : {}),
        ...facts,
        updatedAt: at.toISOString(),
      }
      await saveDraft(trx, after)
      return { result: after, change: noted(act, before, after) }
    })
    return answer(c, draft)
  }
  /** As what else a clerk could have written. */
  const tokensOf = async (trx: Db, { clerkId }: Caller): Promise<readonly string[]> =>
    clerkId === undefined
      ? []
      : (await tokensMadeBy(trx, clerkId)).map((token) => writtenWho({ token, clerk: null }))
  const mustBeSound = async (trx: Db, caller: Caller, draft: KeptDraft) => {
    const { kind, params, body } = orderOf(kinds, draft)
    const thing = await kind.open(trx, params)
    await thing.mustBeOf(trx, caller)
    await thing.plan(trx, caller, body)
  }

  router
    .openapi(routes.list, async (c) => {
      const { authority, scopes: own } = await callerOf(c, parts, scopes)
      const { limit, cursor, state, subject } = c.req.valid('query')
      const asked = `${authority.id} ${state ?? ''} ${subject ?? ''}`
      const from = readCursor(cursor, asked)
      if (from === undefined) throw new ProblemError('invalid-cursor')
      const found = await listDrafts(db, {
        authority: authority.id,
        kinds: kinds.filter(({ scope }) => own.includes(scope)).map(({ name }) => name),
        state,
        address: subject,
        from,
        limit: limit + 1,
      })
      const next = found.length > limit ? writeCursor(from + limit, asked) : null
      const shown = found.slice(0, limit)
      const called = await names(shown.map(({ address }) => address))
      return c.json({ items: shown.map((draft) => itemView(draft, called)), next }, 200, editCaching)
    })
    .get(routes.read.getRoutingPath(), async (c) => {
      const caller = await callerOf(c, parts, scopes)
      return answer(c, await mustFind(db, caller, readPath(DraftPath, c.req.param()).id))
    })
    .put(routes.save.getRoutingPath(), longestEdit, async (c) => {
      const caller = await callerOf(c, parts, scopes)
      const { id } = readPath(DraftPath, c.req.param())
      await draftAt(db, caller, id)
      const body = readBody(DraftBody, await c.req.arrayBuffer())
      const named = kindAt(kinds, body.subject)
      if (!named) throw notDraftable()
      mustHave(caller, named.kind.scope)
      const thing = await named.kind.open(db, named.params)
      await thing.mustBeOf(db, caller)
      const draft = await treat(c, caller, async (trx, before, at) => {
        const by = writtenWho(whoOf(caller))
        const facts = before ? step(before, 'save', { by, fourEyes: false }) : begun(by)
        if (typeof facts === 'string') throw new ProblemError(facts)
        const after: KeptDraft = {
          ...facts,
          id,
          authority: caller.authority.id,
          kind: named.kind.name,
          address: addressOf(named.kind, thing.params),
          wanted: body.wanted ?? undefined,
          basedOn: body.basedOn,
          base: await baseOf(trx, named, body, before),
          note: body.note ?? null,
          submittedBy: null,
          releasedBy: null,
          reason: null,
          publishAt: null,
          published: null,
          createdAt: before?.createdAt ?? at.toISOString(),
          updatedAt: at.toISOString(),
        }
        await saveDraft(trx, after)
        return { result: after, change: noted('save', before, after) }
      })
      return answer(c, draft)
    })
    .delete(routes.remove.getRoutingPath(), async (c) => {
      const caller = await callerOf(c, parts, scopes)
      await mustFind(db, caller, readPath(DraftPath, c.req.param()).id)
      await treat(c, caller, async (trx, before) => {
        if (!before) throw new ProblemError('draft-unknown')
        await deleteDraft(trx, before.id)
        return { result: before, change: noted('delete', before, undefined) }
      })
      return nothingLeft(c)
    })

  const nothing: Said = async () => ({})
  const saidWith: Partial<Record<(typeof postActs)[number], Said>> = {
    reject: async (c) => ({ reason: readBody(Rejection, await c.req.arrayBuffer()).reason }),
    schedule: async (c) => ({
      publishAt: momentOf(readBody(PublishTime, await c.req.arrayBuffer()).at, now()),
    }),
  }
  for (const act of postActs) {
    const needs: Scope | readonly Scope[] = act === 'approve' || act === 'reject' ? 'changes:approve' : scopes
    router.post(routes.acts[act].getRoutingPath(), longestEdit, take(act, needs, saidWith[act] ?? nothing))
  }
  return router
}

/** What a request says beside which step it is. */
type Said = (c: Context<Env>) => Promise<Partial<Pick<KeptDraft, 'reason' | 'publishAt'>>>
type Named = NonNullable<ReturnType<typeof kindAt>>

const notDraftable = () =>
  new ProblemError('invalid-body', {
    errors: [{ pointer: '/subject', detail: 'Nothing is written at this address' }],
  })

/** A moment to come, as it is kept; throws for one that is over. */
function momentOf(text: string, now: Date): string {
  const at = new Date(text)
  if (at > now) return at.toISOString()
  throw new ProblemError('invalid-body', {
    errors: [{ pointer: '/at', detail: 'This moment is over; publish it at once instead' }],
  })
}
