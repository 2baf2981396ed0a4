/** Why somebody was turned away: nobody else may wait, or those who wait have waited for too long already. */
export type Refusal = 'full' | 'slow'

/** Somebody who asks; exactly one of the two is called, once. */
export interface Asker {
  /** Does the work; it is over when the promise settles. */
  readonly start: () => Promise<unknown>
  readonly refuse: (why: Refusal) => void
  /** Whether nobody waits for the answer any more. */
  readonly isGone: () => boolean
}

export interface Gate {
  readonly enter: (asker: Asker) => void
  readonly running: () => number
  readonly waiting: () => number
}

interface Options {
  /** How many may be worked for at once, and how many may wait beside them. */
  readonly most: number
  readonly backlog: number
  /** Milliseconds, monotonic. */
  readonly clock?: () => number
  /** Calls back in the next turn of the event loop, after what has arrived meanwhile was read. */
  readonly nextTurn?: (work: () => void) => void
  /** Takes the milliseconds that somebody who is let in has waited. */
  readonly onWaited?: (milliseconds: number) => void
}

/** Milliseconds of work in one turn of the event loop: who comes while it lasts must be refused within ten. */
const turnTime = 2
/**
 * Where refusing alone takes longer, work gets as long as that, up to this: else a flood would leave no time for anything else.
 * Node takes one new connection each turn, so turns must stay short.
 */
const longTurn = 10
/** Milliseconds after which somebody who waits shows that we are too slow for more. */
const patience = 1_000

/**
 * Lets in as many as we can answer soon, has a few wait, and refuses the rest at once. SQLite answers without ever letting go
 * of the thread, so a limit on how many are being worked for would never be met: a turn of the event loop that reads a
 * hundred requests would answer one after the other while nobody else is even told no. What a turn has no time for waits.
 */
export function createGate({
  most,
  backlog,
  clock = () => performance.now(),
  nextTurn = setImmediate,
  onWaited = () => {},
}: Options): Gate {
  const queue: { readonly asker: Asker; readonly since: number }[] = []
  let running = 0
  let turnBegan: number | undefined
  let isTurnAwaited = false
  let budget = turnTime
  let workEnded = 0

  const hasTime = () => turnBegan === undefined || clock() - turnBegan < budget
  const awaitTurn = () => {
    if (isTurnAwaited) return
    isTurnAwaited = true
    nextTurn(() => {
      isTurnAwaited = false
      turnBegan = undefined
      budget = queue.length > 0 ? Math.min(longTurn, Math.max(turnTime, clock() - workEnded)) : turnTime
      letOneIn()
    })
  }
  const begin = (asker: Asker) => {
    running += 1
    turnBegan ??= clock()
    awaitTurn()
    const end = () => {
      running -= 1
      workEnded = clock()
      if (queue.length === 0) return
      if (hasTime()) letOneIn()
      else awaitTurn()
    }
    asker.start().then(end, end)
  }
  // One after the other: how long the work takes shows only once it is over.
  const letOneIn = () => {
    while (queue[0]?.asker.isGone()) queue.shift()
    if (queue.length === 0 || running >= most) return
    const { asker, since } = queue.shift()!
    onWaited(clock() - since)
    begin(asker)
  }

  return {
    enter(asker) {
      const now = clock()
      if (running < most && queue.length === 0 && hasTime()) return begin(asker)
      if (queue.length >= backlog) return asker.refuse('full')
      if (queue[0] && now - queue[0].since > patience) return asker.refuse('slow')
      queue.push({ asker, since: now })
      if (running < most) awaitTurn()
    },
    running: () => running,
    waiting: () => queue.length,
  }
}
