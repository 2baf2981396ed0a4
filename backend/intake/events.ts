import type { ImportProgress } from '@amtsweg/contract'

/** Milliseconds between two looks, between two signs of life for proxies, and after which a reader has to come again. */
const pause = 500
const silence = 15_000
const longest = 10 * 60_000

/** Streams of one process at once, and those of one authority: each keeps a connection. */
const most = 20
const mostOfOne = 4

const isOver = ({ state }: ImportProgress): boolean =>
  !['receiving', 'waiting', 'checking', 'applying'].includes(state)

/** The same progress has the same id, so that whoever comes again with the last one is told only what is new. */
const idOf = ({ state, phase, read }: ImportProgress): string => [state, phase ?? '', read ?? ''].join('.')

interface Watching {
  readonly authority: string
  /** How things stand; undefined when there is nothing to watch any more. */
  readonly look: () => Promise<ImportProgress | undefined>
  /** Id of the last event that the reader had. */
  readonly lastId?: string | undefined
}

/** Tells many how their imports are doing, as server-sent events (HTML, 9.2). */
export function createImportEvents() {
  const open = new Map<AbortController, string>()

  return {
    /** A stream of events until it is over; undefined where too many are watched already. */
    watch({ authority, look, lastId }: Watching): ReadableStream<Uint8Array> | undefined {
      const ofOne = [...open.values()].filter((one) => one === authority).length
      if (open.size >= most || ofOne >= mostOfOne) return undefined
      const closing = new AbortController()
      open.set(closing, authority)
      const events = eventsOf(look, lastId, closing.signal)
      return new ReadableStream(
        {
          async pull(controller) {
            const next = await events.next().catch(() => ({ done: true, value: undefined }) as const)
            if (next.value !== undefined) return controller.enqueue(Buffer.from(next.value))
            open.delete(closing)
            controller.close()
          },
          cancel() {
            open.delete(closing)
            closing.abort()
          },
        },
        { highWaterMark: 0 },
      )
    },
    /** Ends all of them: the server stops, and their readers ask the next one. */
    close() {
      for (const closing of open.keys()) closing.abort()
    },
  }
}
export type ImportEvents = ReturnType<typeof createImportEvents>

async function* eventsOf(
  look: Watching['look'],
  lastId: string | undefined,
  signal: AbortSignal,
): AsyncGenerator<string, void> {
  let told = lastId
  let lastWord = performance.now()
  const end = lastWord + longest
  // Whoever loses the connection comes again soon.
  yield 'retry: 2000\n\n'
  while (!signal.aborted && performance.now() < end) {
    const progress = await look()
    if (!progress) return
    const id = idOf(progress)
    const say = id === told ? undefined : `id: ${id}\nevent: progress\ndata: ${JSON.stringify(progress)}\n\n`
    told = id
    if (say) yield say
    if (isOver(progress)) return void (yield 'event: end\ndata: {}\n\n')
    if (say) lastWord = performance.now()
    else if (performance.now() - lastWord > silence) {
      lastWord = performance.now()
      yield ': still here\n\n'
    }
    await sleep(pause, signal)
  }
}

const sleep = (milliseconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, milliseconds)
    signal.addEventListener('abort', end, { once: true })
  })
