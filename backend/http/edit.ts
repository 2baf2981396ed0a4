import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type Caller, ensureSource, recorded } from '../access/index.ts'
import type { Db, Trx } from '../database/database.ts'
import { mustStillOpen, tokenProblems } from './caller.ts'
import { apiHeaders } from './headers.ts'
import { maxEdit } from './limits.ts'
import { checkPrecondition, preconditionOf } from './precondition.ts'
import { ProblemError } from './problem.ts'
import { type EditParts, writeNow } from './write.ts'

/** Editors must see what is there now; and what they read is nobody else's copy. */
export const editCaching = { 'cache-control': 'private, no-cache' } as const

/** What every write can be refused with. */
export const editProblems = [
  ...tokenProblems,
  'not-yours',
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

/** One change of one thing. `State` is what an editor reads and sends. */
export interface Edit<State extends object> {
  readonly caller: Caller
  /** What is done, such as `supplements.put`, and to what. */
  readonly action: string
  readonly subject: string
  readonly read: (db: Db) => Promise<State>
  /**
   * Throws what speaks against it. Asked in the transaction, as what was true when the request came need not be true any more when
   * its body has arrived: meanwhile the thing may have become somebody else's.
   */
  readonly check: (db: Db) => Promise<unknown>
  /** Whether a state is more than nothing. */
  readonly isThere: (state: State) => boolean
  /** How it shall be from now on. */
  readonly wanted: State
  /** Brings that about; `sourceId` is the source of all that the caller's authority writes. */
  readonly write: (trx: Trx, sourceId: string, before: State) => Promise<void>
}

/**
 * Does one change if nobody was faster, and records it. What already is as it shall be stays and is no failure, so that a client may
 * repeat a request whose answer was lost (RFC 9110, 13.1.1). Gives the new state.
 */
export async function edit<State extends object>(
  c: Context,
  parts: EditParts,
  { caller, action, subject, read, check, isThere, wanted, write }: Edit<State>,
): Promise<State> {
  const condition = preconditionOf(c)
  const at = parts.now().toISOString()
  const actor = { token: caller.tokenId, authority: caller.authority.id }
  return recorded(writeNow(parts), actor, at, async (trx) => {
    await mustStillOpen(trx, caller, parts.now())
    await check(trx)
    const before = await read(trx)
    if (JSON.stringify(before) === JSON.stringify(wanted)) return { result: before }
    checkPrecondition(condition, before, isThere(before))
    await write(trx, await ensureSource(trx, caller.authority, at), before)
    const after = await read(trx)
    const content = (state: State) => (isThere(state) ? state : undefined)
    return { result: after, change: { action, subject, before: content(before), after: content(after) } }
  })
}

/** The answer of a route that leaves nothing behind. */
export const nothingLeft = (c: Context): Response =>
  c.body(null, 204, { ...apiHeaders, 'cache-control': 'no-store' })
