import { createServer } from 'node:http'
import { atEnd } from '../temporary-folder.ts'

/** What a server answered, on the way through. */
export interface Passing {
  /** Path and query below the landing page, as they were asked. */
  readonly path: string
  status: number
  readonly headers: Headers
  text: string
}

/** How a server is broken: what it does not hear of a question, and how its answers are spoilt. */
export interface Defect {
  readonly deaf?: (query: URLSearchParams) => void
  readonly spoil?: (passing: Passing) => void
}

/** A server before another one, broken in one way; gives the address of its landing page. */
export async function breakServer(landingPage: string, { deaf, spoil }: Defect): Promise<string> {
  const behind = new URL(landingPage)
  const server = createServer(async (request, response) => {
    const asked = new URL(request.url ?? '/', behind)
    const path = (asked.pathname + asked.search).slice(behind.pathname.length)
    deaf?.(asked.searchParams)
    const answer = await fetch(asked, { headers: { accept: request.headers.accept ?? '*/*' } })
    const own = `http://${request.headers.host}`
    const passing: Passing = {
      path,
      status: answer.status,
      headers: new Headers([...answer.headers].filter(([name]) => !hopByHop.has(name))),
      text: (await answer.text()).replaceAll(behind.origin, own),
    }
    spoil?.(passing)
    response.writeHead(passing.status, Object.fromEntries(passing.headers))
    response.end(passing.text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  atEnd(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}${behind.pathname}`
}

const hopByHop = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'keep-alive',
  'transfer-encoding',
])
