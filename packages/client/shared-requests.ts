interface Running {
  readonly answer: Promise<object>
  readonly controller: AbortController
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

  return (key, start, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason as Error)
      let request = running.get(key)
      if (!request) {
        const controller = new AbortController()
        request = { answer: start(controller.signal), controller, waiting: 0 }
        running.set(key, request)
      }
      const { answer, controller } = request
      request.waiting++
      const forget = () => {
        if (running.get(key) === request) running.delete(key)
      }
      const leave = () => {
        reject(signal!.reason as Error)
        if (--request.waiting) return
        forget()
        controller.abort()
      }
      signal?.addEventListener('abort', leave)
      answer.then(resolve, reject).finally(() => {
        forget()
        signal?.removeEventListener('abort', leave)
      })
    })
}
