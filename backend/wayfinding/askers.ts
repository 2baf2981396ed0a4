import { createHmac } from 'node:crypto'

/** Tells whether a network asks for something for the first time on a day. */
export interface Askers {
  readonly isFirst: (network: string, subject: string, day: string) => boolean
}

interface Options {
  /** So many bytes that nobody can guess. */
  readonly random: (bytes: number) => Buffer
  /** What is remembered of a day; later ones are not counted. About 100 bytes each. */
  readonly mostPerDay?: number
  /** What one network can bring to be counted on a day. */
  readonly mostPerNetwork?: number
}

/**
 * Remembers who asked for what without knowing it: a hash under a salt that is as old as the day at most, is stored nowhere and
 * dies with the process. Who has the salt no longer can tell no network from another.
 */
export function createAskers({ random, mostPerDay = 100_000, mostPerNetwork = 200 }: Options): Askers {
  let today = ''
  let salt = random(32)
  const asked = new Set<string>()
  const brought = new Map<string, number>()

  const beginDay = (day: string) => {
    today = day
    salt = random(32)
    asked.clear()
    brought.clear()
  }
  const hash = (...words: readonly string[]) =>
    createHmac('sha256', salt).update(words.join('\n')).digest('base64url').slice(0, 16)

  return {
    isFirst(network, subject, day) {
      if (day !== today) beginDay(day)
      // A hash costs more than all else: whoever can bring nothing any more is not worth one.
      if (asked.size >= mostPerDay) return false
      const who = hash(network)
      const count = brought.get(who) ?? 0
      if (count >= mostPerNetwork) return false
      const what = hash(network, subject)
      if (asked.has(what)) return false
      asked.add(what)
      brought.set(who, count + 1)
      return true
    },
  }
}
