import { ApiError, isAbort } from '@amtsweg/client'
import type { Import, ImportProgress } from '@amtsweg/contract'
import type { Desk } from '../shell/desk.ts'

const running: readonly string[] = ['receiving', 'waiting', 'checking', 'applying']
export const isRunning = ({ state }: Pick<Import, 'state'>): boolean => running.includes(state)

/** Milliseconds between two questions where no events come. */
const pause = 1_000

/** Questions in a row that may stay without an answer. */
const patience = 60

/** A busy server or a broken connection: the import goes on meanwhile. */
const isPassing = (error: unknown): boolean =>
  error instanceof ApiError ? error.status === 503 || error.status === 429 : !isAbort(error)

/**
 * Tells how an import is doing until it is over or nobody wants to know. Events where the server has some for us, else questions: an EventSource
 * cannot say for which authority it asks.
 */
export async function watchImport(
  desk: Desk,
  id: string,
  tell: (progress: ImportProgress) => void,
  signal: AbortSignal,
): Promise<void> {
  try {
    if (await readEvents(desk, id, tell, signal)) return
  } catch {
    // The connection broke, or there was none: asking goes on.
  }
  for (let failures = 0; !signal.aborted;) {
    try {
      const { data } = await desk.api.get<Import>(`/imports/${id}`, { signal })
      failures = 0
      tell({ state: data.state, phase: null, read: null })
      if (!isRunning(data)) return
    } catch (error) {
      failures += 1
      if (!isPassing(error) || failures === patience) throw error
    }
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}

/** True where the events told that it is over. */
async function readEvents(
  { grant }: Desk,
  id: string,
  tell: (progress: ImportProgress) => void,
  signal: AbortSignal,
): Promise<boolean> {
  const response = await fetch(`/api/v1/imports/${encodeURIComponent(id)}/events`, {
    signal,
    credentials: 'same-origin',
    headers: {
      accept: 'text/event-stream',
      ...(grant.authority ? { 'amtsweg-authority': grant.authority } : {}),
    },
  })
  if (!response.ok || !response.body) return false
  let text = ''
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    text += next.value
    const events = text.split('\n\n')
    text = events.pop() ?? ''
    for (const event of events) {
      if (/^event: end$/m.test(event)) return true
      const data = /^data: (.*)$/m.exec(event)?.[1]
      if (/^event: progress$/m.test(event) && data) tell(JSON.parse(data) as ImportProgress)
    }
  }
  return false
}
