import type { EventEmitter } from 'node:events'
import type { Context } from 'hono'

const begun = 'long-answer'

/** Says that an answer flows from now on for minutes and costs next to nothing: it takes no place from others any more. */
export function isLong(c: Context): void {
  const { outgoing } = (c.env ?? {}) as { outgoing?: EventEmitter }
  outgoing?.emit(begun)
}

/** Does the work of one answer; it is over when the answer is, or when it has become a long one. */
export function worked(response: EventEmitter, work: () => unknown): Promise<unknown> {
  const long = new Promise((resolve) => response.once(begun, resolve))
  return Promise.race([work(), long])
}
