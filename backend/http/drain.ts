import type { Server } from 'node:http'

/** Milliseconds without a new request after which nobody is believed to be on the way. */
const quiet = 250
/** Longest wait for such a moment; a balancer that asks `/readyz` has gone elsewhere by then. */
const longest = 2_000

/**
 * Ends a server without failing anybody. `server.close()` alone cuts connections whose request has arrived but was not read
 * yet, so new ones are taken until none come, and each is told to be the last of its connection. Where they never stop coming it
 * is closed in a turn of the event loop in which nobody came: the kernel refuses whoever has come and was not taken yet.
 * Only a socket that a service manager holds keeps those for the next server.
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
      void nobodyComes(server, began + patience).then(() =>
        server.close(() => {
          clearTimeout(force)
          resolve()
        }),
      )
    }, quiet / 5)
  })
}

/** Resolves in the first turn of the event loop in which no connection was taken, or when the time is over. */
function nobodyComes(server: Server, until: number): Promise<void> {
  let came = true
  const note = () => (came = true)
  server.on('connection', note)
  return new Promise((resolve) => {
    const turn = () => {
      if (came && performance.now() < until) {
        came = false
        return void setImmediate(turn)
      }
      server.off('connection', note)
      resolve()
    }
    turn()
  })
}
