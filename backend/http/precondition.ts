import type { Context } from 'hono'
import { createAnswer } from './answer.ts'
import { ProblemError } from './problem.ts'

/** What a change builds on: one of these states, whatever is there, or nothing. */
export type Precondition = readonly string[] | 'anything' | 'nothing'

/** The condition of a write (RFC 9110, 13.1); throws where there is none (RFC 6585, 3). */
export function preconditionOf(c: Context): Precondition {
  const ifMatch = c.req.header('if-match')?.trim()
  if (ifMatch === '*') return 'anything'
  if (ifMatch) return ifMatch.slice(0, 2_000).split(',').flatMap(tagIn)
  if (c.req.header('if-none-match')?.trim() === '*') return 'nothing'
  throw new ProblemError('precondition-missing')
}

/** The condition of a change that was begun with an ETag, or where there was nothing. */
export const conditionOf = (etag: string | null): Precondition => (etag === null ? 'nothing' : tagIn(etag))

/**
 * The state behind a strong validator of ours; compressed forms carry their encoding, and a validator can happen to end like one.
 * A weak one proves nothing.
 */
const tagIn = (text: string): readonly string[] => {
  const tag = /^"([\w-]{1,60})"$/.exec(text.trim())?.[1]
  return tag ? [tag, tag.replace(/-(?:gzip|br)$/, '')] : []
}

/** Throws unless what is there is what the change builds on. */
export function checkPrecondition(condition: Precondition, current: object, isThere: boolean): void {
  if (!holds(condition, current, isThere)) throw new ProblemError('precondition-failed')
}

/** Whether what is there is what a change builds on. */
export function holds(condition: Precondition, current: object, isThere: boolean): boolean {
  if (condition === 'anything') return isThere
  if (condition === 'nothing') return !isThere
  return condition.includes(createAnswer(JSON.stringify(current), {}).tag)
}
