import { Agent, get } from 'node:http'

/** What became of everything that was asked. */
export interface Outcome {
  readonly answered: number
  /** By status, or by the code of the failure. */
  readonly others: Readonly<Record<string, number>>
}

/** Readers that ask one thing after the other over connections they keep, until they are told to go. */
export function sendReaders(port: number, count: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: count })
  const others: Record<string, number> = {}
  let answered = 0
  let asked = 0
  let isOver = false
  const ask = () =>
    new Promise<void>((resolve) => {
      const path = asked++ % 3 === 0 ? '/api/v1/life-situations' : `/api/v1/services?q=Ausweis%20${asked}`
      const count = (what: number | string) => {
        if (what === 200) answered += 1
        else others[what] = (others[what] ?? 0) + 1
        resolve()
      }
      get({ host: '127.0.0.1', port, path, agent }, (response) => {
        response.once('error', (error: { code?: string }) => count(error.code ?? 'error'))
        response.resume().once('end', () => count(response.statusCode ?? 0))
      }).once('error', (error: { code?: string }) => count(error.code ?? 'error'))
    })
  const reader = async () => {
    while (!isOver) await ask()
  }
  const all = Promise.all(Array.from({ length: count }, reader))
  return {
    /** Resolves once so many more have been answered. */
    async more(number: number) {
      const until = answered + number
      while (answered < until) await new Promise((resolve) => setTimeout(resolve, 20))
    },
    async leave(): Promise<Outcome> {
      isOver = true
      await all
      agent.destroy()
      return { answered, others }
    },
  }
}
