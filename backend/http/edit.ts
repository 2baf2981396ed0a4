import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type Caller, ensureSource, findAuthority, headOf, recorded, type Worked } from '../access/index.ts'
import { forget, keepHistory, type Who } from '../changes/index.ts'
import type { Trx } from '../database/database.ts'
import { actorOf, mustStillOpen, tokenProblems } from './caller.ts'
import { addressOf, type EditKind, type PathParts, type Writer } from './edit-kind.ts'
import { apiHeaders } from './headers.ts'
import { maxBody, maxEdit } from './limits.ts'
import { ProblemError } from './problem.ts'
import { type EditParts, writeNow } from './write.ts'

/** Editors must see what is there now; and what they read is nobody else's copy. */
export const editCaching = { 'cache-control': 'private, no-cache' } as const

/** What every write can be refused with. */
export const editProblems = [
  ...tokenProblems,
  'approval-needed',
  'precondition-missing',
  'precondition-failed',
  'invalid-path',
  'unavailable',
] as const
/** A write with a body besides. */
export const bodyProblems = [...editProblems, 'invalid-body', 'request-too-large'] as const

/** No body is read beyond this. */
export const longestEdit = bodyLimit({
  maxSize: maxEdit,
  onError: () => {
    throw new ProblemError('request-too-large')
  },
})

/** No form of a person is read beyond this. */
export const longestForm = bodyLimit({
  maxSize: maxBody,
  onError: () => {
    throw new ProblemError('request-too-large')
  },
})

/** One change of one thing. */
export interface Change {
  readonly kind: EditKind
  readonly params: PathParts
  /** How it shall be, of the schema of the kind; undefined takes back what was said. */
  readonly body: unknown
  /** Throws unless what is there is what the change builds on. */
  readonly mustBuildOn: (before: object, isThere: boolean) => void
  /** Number of the change that this one undoes. */
  readonly undoes?: number
}

/** What a change came to. */
export interface Changed {
  readonly state: object
  /** Its number in the trail and the history; undefined where all was as it should be already. */
  readonly seq: number | undefined
  /** Whether what was there is kept nowhere, so that it cannot be undone. */
  readonly isForgotten?: boolean
}

/** Who did something, as the trail keeps it. */
export const whoOf = ({ tokenId, clerkId }: Caller): Who => ({
  token: tokenId ?? null,
  clerk: clerkId ?? null,
})

/** Does one change at once, if nobody was faster and no second person has to look at it first. Gives the new state. */
export async function edit(parts: EditParts, caller: Caller, change: Change): Promise<Changed> {
  const at = parts.now()
  const actor = actorOf(caller)
  return recorded(writeNow(parts), actor, at.toISOString(), async (trx) => {
    await mustStillOpen(trx, caller, at)
    const isAlone = (await findAuthority(trx, caller.authority.id))?.fourEyes ?? false
    return changed(trx, { ...caller, who: whoOf(caller), at, isAlone }, change)
  })
}

/** In whose name and when something is changed. */
interface Hand extends Writer {
  readonly who: Who
  readonly at: Date
  /** Whether nobody else has looked at it where somebody has to. */
  readonly isAlone?: boolean
}

/**
 * Does one change in a transaction, and keeps what was there. What already is as it shall be stays and is no failure, so that a client
 * may repeat a request whose answer was lost (RFC 9110, 13.1.1).
 */
export async function changed(
  trx: Trx,
  { authority, who, at, isAlone = false }: Hand,
  { kind, params, body, mustBuildOn, undoes }: Change,
): Promise<Worked<Changed>> {
  const thing = await kind.open(trx, params)
  await thing.mustBeOf(trx, { authority })
  const plan = await thing.plan(trx, { authority }, body)
  const before = await thing.read(trx)
  if (isAlone && !kind.holdsAtOnce?.(before, plan.wanted)) throw new ProblemError('approval-needed')
  if (JSON.stringify(before) === JSON.stringify(plan.wanted))
    return { result: { state: before, seq: undefined } }
  mustBuildOn(before, thing.isThere(before))
  await plan.write(trx, await ensureSource(trx, authority, at.toISOString()), before)
  const state = await thing.read(trx)
  const content = (some: object) => (thing.isThere(some) ? some : undefined)
  const action = kind.words.takeBack && !thing.isThere(state) ? 'delete' : 'put'
  const change = {
    action: `${kind.name}.${action}`,
    subject: thing.subject,
    before: content(before),
    after: content(state),
  }
  // The lock of the trail is ours: no other entry can come between.
  const seq = (await headOf(trx)).seq + 1
  await keepHistory(trx, {
    seq,
    at: at.toISOString(),
    authority: authority.id,
    ...who,
    kind: kind.name,
    address: addressOf(kind, thing.params),
    ...change,
    undoes,
  })
  const isForgotten = thing.isThere(before) && (kind.forgets?.(before, content(state)) ?? false)
  if (isForgotten) await forget(trx, authority.id, addressOf(kind, thing.params))
  return { result: { state, seq, isForgotten }, change }
}

/** Tells whoever has changed something the number under which it can be undone. */
export const changeHeader = ({ seq, isForgotten }: Changed): Readonly<Record<string, string>> =>
  seq === undefined || isForgotten ? {} : { 'amtsweg-change': String(seq) }

/** The answer of a route that leaves nothing behind. */
export const nothingLeft = (c: Context, headers: Readonly<Record<string, string>> = {}): Response =>
  c.body(null, 204, { ...apiHeaders, 'cache-control': 'no-store', ...headers })
