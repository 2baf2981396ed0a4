import type { Server } from 'node:http'

/** Milliseconds without a new request after which nobody is believed to be on the way. */
const quiet = 250
/** Longest wait for such a moment; a balancer that asks `/readyz` has gone elsewhere by then. */
const longest = 2_000

/**
 * Ends a server without failing anybody. `server.close()` alone cuts connections whose request has arrived but was not read
 * yet, so new ones are taken until none come, and each is told to be the last of its connection.
 */
export function drain(server: Server, patience: number): Promise<void> {
  const began = performance.now()
  let last = began
  server.prependListener('request', (_, response) => {
    last = performance.now()
    response.setHeader('connection', 'close')
  })
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), patience)
    const look = setInterval(() => {
      const now = performance.now()
      if (now - last < quiet && now - began < Math.min(longest, patience)) return
      clearInterval(look)
      server.close(() => {
        clearTimeout(force)
        resolve()
      })
    }, quiet / 5)
  })
}
