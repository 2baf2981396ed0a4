/** How late the event loop is, and whether it has been for so long that nobody more should be let in. */
export interface LagWatch {
  readonly isLate: () => boolean
  /** Milliseconds by which the last look came too late. */
  readonly last: () => number
  readonly stop: () => void
}

interface Options {
  /** Milliseconds by which each of the last looks must be late. */
  readonly most: number
  readonly clock?: () => number
  /** Calls back again and again; gives what ends it. */
  readonly every?: (milliseconds: number, look: () => void) => () => void
}

const interval = 100
/** One late look is a long search or a collection of memory; so many in a row are a computer that cannot keep up. */
const looks = 3

const timer = (milliseconds: number, look: () => void) => {
  const id = setInterval(look, milliseconds).unref()
  return () => clearInterval(id)
}

/** Watches how late the event loop is. A loop that stands still looks late the moment it moves again. */
export function watchLag({ most, clock = () => performance.now(), every = timer }: Options): LagWatch {
  let before = clock()
  let late = 0
  let last = 0
  const stop = every(interval, () => {
    const now = clock()
    last = Math.max(0, now - before - interval)
    late = last > most ? late + 1 : 0
    before = now
  })
  return { isLate: () => late >= looks, last: () => last, stop }
}
