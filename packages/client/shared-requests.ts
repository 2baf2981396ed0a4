interface Running {
  readonly answer: Promise<object>
  readonly giveUp: () => void
  waiting: number
}

/** Lets callers who ask the same at the same time share one request. */
export type Share = (
  key: string,
  start: (signal: AbortSignal) => Promise<object>,
  signal: AbortSignal | undefined,
) => Promise<object>

/** One request per key; a caller who aborts leaves alone, and the last one to leave stops the request. */
export function createShare(): Share {
  const running = new Map<string, Running>()

  function begin(key: string, start: (signal: AbortSignal) => Promise<object>): Running {
    const controller = new AbortController()
    const forget = () => {
      if (running.get(key) === request) running.delete(key)
    }
    const answer = start(controller.signal).finally(forget)
    const request: Running = {
      answer,
      waiting: 0,
      giveUp() {
        forget()
        controller.abort()
      },
    }
    running.set(key, request)
    return request
  }

  return (key, start, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason as Error)
      const request = running.get(key) ?? begin(key, start)
      request.waiting++
      const leave = () => {
        reject(signal!.reason as Error)
        if (--request.waiting === 0) request.giveUp()
      }
      signal?.addEventListener('abort', leave, { once: true })
      request.answer.then(resolve, reject).finally(() => signal?.removeEventListener('abort', leave))
    })
}
