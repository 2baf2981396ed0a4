interface Kept {
  readonly answer: object
  readonly time: number
}

/** A small memory of answers: the oldest go first, those past `maxAge` are only good enough when nothing else is. */
export interface Answers {
  fresh(key: string): object | undefined
  last(key: string): Kept | undefined
  keep(key: string, answer: object): void
}

/** Remembers at most `maxEntries` answers; each is fresh for `maxAge` milliseconds. */
export function createAnswers(maxEntries: number, maxAge: number, now: () => number): Answers {
  const kept = new Map<string, Kept>()
  return {
    fresh(key) {
      const entry = kept.get(key)
      return entry && now() - entry.time < maxAge ? entry.answer : undefined
    },
    last: (key) => kept.get(key),
    keep(key, answer) {
      kept.delete(key)
      kept.set(key, { answer, time: now() })
      if (kept.size > maxEntries) kept.delete(kept.keys().next().value!)
    },
  }
}
