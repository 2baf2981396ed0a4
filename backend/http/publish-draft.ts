import type { ProblemPart } from '@amtsweg/contract'
import { findAuthority, type InTransaction, recorded, stillMay, type Worked } from '../access/index.ts'
import { dueDrafts, findDraft, type KeptDraft, readWho, saveDraft, step } from '../changes/index.ts'
import type { Db, Trx } from '../database/database.ts'
import type { WriteSoon } from '../database/write-soon.ts'
import { fieldFaults } from './body.ts'
import { changed } from './edit.ts'
import { type EditKind, kindAt, kindNamed } from './edit-kind.ts'
import { checkPrecondition, conditionOf } from './precondition.ts'
import { ProblemError } from './problem.ts'

/** What is wrong or missing in what a draft wants, by the schema of its kind. */
export function faultsOf(kind: EditKind, wanted: unknown): readonly ProblemPart[] {
  if (wanted === undefined) return []
  const { error } = kind.body.safeParse(wanted)
  return error ? fieldFaults(error) : []
}

/** What a draft wants as a direct write would say it; throws where that is not whole yet, or not what may be written any more. */
export function orderOf(kinds: readonly EditKind[], { kind: name, address, wanted }: KeptDraft) {
  const kind = kindNamed(kinds, name)
  const named = kindAt([kind], address)
  if (!named) throw new ProblemError('draft-not-ready')
  if (wanted === undefined) return { ...named, body: undefined }
  const body = kind.body.safeParse(wanted)
  if (!body.success) throw new ProblemError('invalid-body', { errors: fieldFaults(body.error) })
  return { ...named, body: body.data }
}

/** Publishes a draft in a transaction, through the same checks as a direct write; throws what speaks against it. */
export async function publishDraft(
  trx: Trx,
  kinds: readonly EditKind[],
  draft: KeptDraft,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<Worked<KeptDraft>> {
  const authority = await findAuthority(trx, draft.authority)
  if (!authority) throw new ProblemError('not-yours')
  const next = step(draft, 'publish', { by, fourEyes: authority.fourEyes })
  if (typeof next === 'string') throw new ProblemError(next)
  const condition = conditionOf(draft.basedOn)
  const { result, change } = await changed(
    trx,
    { authority, who: readWho(by), at },
    {
      ...orderOf(kinds, draft),
      mustBuildOn: (before, isThere) => checkPrecondition(condition, before, isThere),
    },
  )
  const published = {
    ...draft,
    ...next,
    releasedBy: by,
    reason: null,
    published: result.seq ?? null,
    ...(result.isForgotten ? { wanted: undefined, base: undefined, note: null } : {}),
    updatedAt: at.toISOString(),
  }
  await saveDraft(trx, published)
  return { result: published, change }
}

interface DueParts {
  readonly db: Db
  readonly write: WriteSoon
  readonly now: () => Date
  readonly kinds: readonly EditKind[]
}

/**
 * Publishes the drafts whose time has come, each in a transaction of its own that looks again whether it still shall be: what was
 * published is published once, whoever else works on it. What cannot be published any more, because somebody has changed the thing
 * meanwhile or a rule forbids it now, waits as a conflict, and nothing of it is lost. Where whoever has set the time may publish nothing
 * there any more, it waits for somebody who may. Ends early when the signal is aborted.
 */
export async function publishDue({ db, write, now, kinds }: DueParts, signal: AbortSignal): Promise<void> {
  let due = await dueDrafts(db, now().toISOString())
  while (due.length > 0) {
    await publishAll({ db, write, now, kinds }, due, signal)
    if (signal.aborted) return
    // None of these is due any more: it is published, or a conflict.
    due = await dueDrafts(db, now().toISOString())
  }
}

/** What fails unforeseen holds up no other, stays due, and is thrown at the end. */
async function publishAll(parts: DueParts, ids: readonly string[], signal: AbortSignal): Promise<void> {
  const unforeseen: unknown[] = []
  for (const id of ids) {
    if (signal.aborted) return
    await publishOne(parts, id).catch(async (error: unknown) => {
      if (error === lapsed) return giveBack(parts, id)
      if (error instanceof ProblemError) await waitAsConflict(parts, id, error.code)
      else unforeseen.push(error)
    })
  }
  if (unforeseen.length > 0) throw unforeseen[0]
}

const isDue = (draft: KeptDraft | undefined, at: Date): draft is KeptDraft & { publishAt: string } =>
  draft?.state === 'scheduled' && draft.publishAt !== null && draft.publishAt <= at.toISOString()

/** Whoever has set the time has lost the role, is suspended or gone, or the token has ended. */
const lapsed = new ProblemError('role-missing')

async function publishOne({ db, write, now, kinds }: DueParts, id: string): Promise<void> {
  const known = await findDraft(db, id)
  const by = known?.releasedBy ?? ''
  const at = now()
  const actor = { ...readWho(by), authority: known?.authority ?? null }
  const inTransaction: InTransaction = (work) => write((connection) => work(connection as Trx))
  await recorded(inTransaction, actor, at.toISOString(), async (trx) => {
    const draft = await findDraft(trx, id)
    if (!isDue(draft, at)) return { result: undefined }
    const what = { authority: draft.authority, scope: kindNamed(kinds, draft.kind).scope, now: at }
    if (!(await stillMay(trx, readWho(draft.releasedBy ?? ''), what))) throw lapsed
    return publishDraft(trx, kinds, draft, { by: draft.releasedBy ?? '', at })
  })
}

const waitAsConflict = ({ write, now }: Pick<DueParts, 'write' | 'now'>, id: string, reason: string) =>
  write(async (trx) => {
    const at = now()
    const draft = await findDraft(trx, id)
    if (!isDue(draft, at)) return
    const next = step(draft, 'fail', { by: draft.releasedBy ?? '', fourEyes: false })
    if (typeof next === 'string') return
    await saveDraft(trx as Trx, { ...draft, ...next, reason, updatedAt: at.toISOString() })
  })

/** Back to waiting for approval, which the trail notes. The time that was set stays to be read. */
async function giveBack({ db, write, now }: DueParts, id: string): Promise<void> {
  const at = now()
  const inTransaction: InTransaction = (work) => write((connection) => work(connection as Trx))
  const authority = (await findDraft(db, id))?.authority ?? null
  await recorded(inTransaction, { token: null, clerk: null, authority }, at.toISOString(), async (trx) => {
    const before = await findDraft(trx, id)
    if (!isDue(before, at)) return { result: undefined }
    const next = step(before, 'return', { by: before.releasedBy ?? '', fourEyes: false })
    if (typeof next === 'string') return { result: undefined }
    const after = { ...before, ...next, reason: lapsed.code, updatedAt: at.toISOString() }
    await saveDraft(trx, after)
    return { result: undefined, change: { action: 'draft.return', subject: id, before, after } }
  })
}
