const times = new WeakMap<object, Date>()

/** A copy of an answer that says it was good at `time` and may not be any more. */
export function markStale<Answer extends object>(answer: Answer, time: Date): Answer {
  const copy = { ...answer }
  times.set(copy, time)
  return copy
}

/** When a stale answer was last good; undefined for a fresh one. */
export const staleSince = (answer: object): Date | undefined => times.get(answer)
