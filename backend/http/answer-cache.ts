import type { Answer } from './answer.ts'
import { preferredLanguage } from './language.ts'

/** Answers of the present state of the data, most recently used last. */
export interface AnswerCache {
  readonly get: (key: string) => Answer | undefined
  /** State of the data; asked before an answer is made, so that one made of older data is not kept. */
  readonly version: () => string
  readonly set: (key: string, answer: Answer, version: string) => void
}

interface Options {
  /** Changes with every committed change of the data; asked at each request (version-watch.ts). */
  readonly dataVersion: () => string
  /** Milliseconds, monotonic. */
  readonly clock?: () => number
  readonly maxBytes?: number
}

/** "Open now" is told to the minute, so no answer lives longer than that. */
const maxAge = 60_000

/** Remembers answers until the data change, a minute has passed, or space is needed. */
export function createAnswerCache({
  dataVersion,
  clock = () => performance.now(),
  maxBytes = 64 * 1024 * 1024,
}: Options): AnswerCache {
  const entries = new Map<string, { answer: Answer; until: number; bytes: number }>()
  let bytes = 0
  let version = dataVersion()

  const drop = (key: string, size: number) => {
    entries.delete(key)
    bytes -= size
  }
  const refresh = () => {
    const current = dataVersion()
    if (current === version) return
    version = current
    entries.clear()
    bytes = 0
  }

  return {
    get(key) {
      const now = clock()
      refresh()
      const entry = entries.get(key)
      if (!entry) return undefined
      if (entry.until > now) return entry.answer
      drop(key, entry.bytes)
      return undefined
    },
    version() {
      refresh()
      return version
    },
    set(key, answer, madeOf) {
      const now = clock()
      refresh()
      if (madeOf !== version) return
      const known = entries.get(key)
      if (known) drop(key, known.bytes)
      // Room for the compressed forms is counted from the start.
      const size = answer.body.byteLength * 2 + key.length * 2 + 500
      entries.set(key, { answer, until: now + maxAge, bytes: size })
      bytes += size
      for (const [oldest, { bytes: freed }] of entries) {
        if (bytes <= maxBytes) break
        drop(oldest, freed)
      }
    },
  }
}

/** Whether a reader wants a page where there is one: browsers name HTML first, whoever names no form gets data. */
export const likesHtml = (accept: string | undefined): boolean => /^\s*text\/html\b/.test(accept ?? '')

/** Two requests with the same key get the same answer. */
export const answerKey = (
  url: string,
  acceptLanguage: string | undefined,
  accept: string | undefined,
): string =>
  `${acceptLanguage ? preferredLanguage(acceptLanguage) : 'de'}${likesHtml(accept) ? ' html' : ''} ${url}`
