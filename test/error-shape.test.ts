import { beforeAll, describe, expect, test } from 'vitest'
import { type ProblemCode, problems } from '@amtsweg/contract'
import { openDemoApp } from './demo-app.ts'
import { entrance } from './isolation-routes.ts'

let app: Awaited<ReturnType<typeof openDemoApp>>['app']
let failures: unknown[]
beforeAll(async () => ({ app, failures } = await openDemoApp()), 60_000)

interface Operation {
  /** It takes a token or a session. */
  readonly security?: readonly object[]
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[]
}
const writing = ['post', 'put', 'delete'] as const
type Paths = Record<
  string,
  { readonly get?: Operation } & { readonly [Method in (typeof writing)[number]]?: Operation }
>
const describedPaths = async (surface: '/api' | '/hsds' = '/api') =>
  ((await (await app.request(`${surface}/openapi.json`)).json()) as { paths: Paths }).paths

/** Routes of our own surface and of HSDS, each as its document tells. */
async function operations(surface?: '/api' | '/hsds'): Promise<[string, Operation][]> {
  if (!surface) return [...(await operations('/api')), ...(await operations('/hsds'))]
  const prefix = surface === '/hsds' ? surface : ''
  return Object.entries(await describedPaths(surface)).flatMap(([path, { get }]) =>
    get ? [[(prefix + path).replace(/(?<=.)\/$/, ''), get]] : [],
  )
}

/** Something that exists at this path, so that only the query can be at fault. */
const existing = (path: string) => {
  if (path.startsWith('/hsds')) return '3f3b0e47-2281-5e85-a7ea-11d07dfb038e'
  return path.includes('/units/') ? 'demo-schwerin-buergerbuero' : '13'
}

/** What a route asks for of whoever brings nothing. */
const askedOf = ({ security = [] }: Operation): ProblemCode =>
  security.some((one) => 'bearer' in one) ? 'token-missing' : 'session-missing'

async function expectProblem(response: Response, code?: ProblemCode) {
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect(response.headers.get('cache-control')).toBe('no-store')
  const problem = (await response.json()) as { code: ProblemCode; requestId: string }
  if (code) expect(problem.code).toBe(code)
  expect(problem).toMatchObject({
    type: `/problems/${problem.code}`,
    status: response.status,
    title: problems[problem.code].title,
    instance: expect.any(String) as string,
    requestId: expect.stringMatching(/^[\w-]{36}$/) as string,
  })
}

describe('every route of the running app', () => {
  test('is described by the OpenAPI document, and the document describes no other', async () => {
    for (const [surface, begins] of [
      ['/api', '/api/v1/'],
      ['/hsds', '/hsds'],
    ] as const) {
      const described = (await operations(surface)).map(([path]) => path.replaceAll(/\{(\w+)\}/g, ':$1'))
      const running = app.routes.filter(
        ({ path, method }) =>
          path.startsWith(begins) && method === 'GET' && !/(\/openapi\.json|\/)$/.test(path),
      )
      expect([...new Set(running.map(({ path }) => path))].sort()).toEqual(described.sort())
    }
  })

  test('takes nothing but what the OpenAPI document says', async () => {
    const described = Object.entries(await describedPaths()).flatMap(([path, operation]) =>
      writing
        .filter((method) => operation[method])
        .map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    )
    const running = app.routes.filter(
      ({ path, method }) => path.startsWith('/api/v1/') && !['GET', 'ALL'].includes(method),
    )
    expect([...new Set(running.map(({ path, method }) => `${method} ${path}`))].sort()).toEqual(
      described.sort(),
    )
  })

  test('refuses a wrong value as a problem that names the field', async () => {
    // A way to sign in that is closed is so whatever is asked.
    const unguarded = (await operations()).filter(
      ([path, { security }]) => !security && !path.startsWith('/api/v1/sign-in/'),
    )
    for (const [path, { parameters = [] }] of unguarded)
      for (const { name, in: place } of parameters) {
        const filled = path.replace(/\{\w+\}/, place === 'path' ? '%24%24' : existing(path))
        const response = await app.request(place === 'path' ? filled : `${filled}?${name}=%00%01`)
        expect.soft(response.status, `${path} ${name}`).toBe(400)
        await expectProblem(response)
      }
  })

  test.each(['POST', 'PUT', 'PATCH', 'DELETE'])(
    'refuses %s, or asks who it is, and says what it takes',
    async (method) => {
      const described = await describedPaths()
      for (const [path] of await operations()) {
        const operation = described[path]?.[method.toLowerCase() as (typeof writing)[number]]
        const taken = writing.filter((one) => described[path]?.[one]).map((one) => one.toUpperCase())
        const response = await app.request(path.replaceAll(/\{\w+\}/g, '13'), { method })
        const isTaken = taken.includes(method)
        expect(response.status, `${method} ${path}`).toBe(isTaken ? 401 : 405)
        if (!isTaken)
          expect(response.headers.get('allow')).toBe(['GET', 'HEAD', ...taken, 'OPTIONS'].join(', '))
        await expectProblem(response, operation ? askedOf(operation) : 'method-not-allowed')
      }
    },
  )

  test('lets any page ask first whether it may', async () => {
    const response = await app.request('/api/v1/areas?q=wis', { method: 'OPTIONS' })
    expect(response.status).toBe(204)
    expect(response.headers.get('access-control-allow-methods')).toBe('GET, HEAD, OPTIONS')
  })
})

describe('what lets somebody in or out', () => {
  test.each(entrance.filter((route) => route.startsWith('POST')))(
    '%s is for pages of ours only',
    async (route) => {
      const response = await app.request(route.slice(5), { method: 'POST', body: '{}' })
      expect(response.status).toBe(403)
      await expectProblem(response, 'request-not-from-here')
    },
  )
})

describe('what takes something', () => {
  test('refuses to give something, and lets any page ask first', async () => {
    const asked = await app.request('/api/v1/searches')
    expect(asked.status).toBe(405)
    expect(asked.headers.get('allow')).toBe('POST, OPTIONS')
    await expectProblem(asked, 'method-not-allowed')
    const leave = await app.request('/api/v1/searches', { method: 'OPTIONS' })
    expect(leave.headers.get('access-control-allow-methods')).toBe('POST, OPTIONS')
  })

  test.each(['', 'x', '[]', 'null', '{"outcome":"none","q":1}', '{"outcome":"opened","service":"../etc"}'])(
    'refuses the body %j as a problem',
    async (body) => {
      const response = await app.request('/api/v1/searches', { method: 'POST', body })
      expect(response.status).toBe(422)
      await expectProblem(response, 'invalid-body')
    },
  )
})

describe('what is nobody’s', () => {
  test('an address nobody answers is a problem too', async () =>
    expectProblem(await app.request('/api/v1/nowhere'), 'not-found'))

  test('an address that is too long is refused before it is read', async () =>
    expectProblem(await app.request(`/api/v1/services?q=${'a'.repeat(2_000)}`), 'query-too-long'))

  test('a body that is too large is refused before it is read', async () =>
    expectProblem(
      await app.request('/api/v1/services', { method: 'POST', headers: { 'content-length': '70000' } }),
      'request-too-large',
    ))

  test('a failure of ours is logged and says nothing about the inside', async () => {
    const broken = await openDemoApp()
    await broken.database.db.schema.dropTable('place_term').execute()
    const response = await broken.app.request('/api/v1/areas?q=wismar')
    expect(response.status).toBe(500)
    expect(await response.clone().text()).not.toMatch(/place_term|sqlite|at /i)
    await expectProblem(response, 'internal-error')
    expect(broken.failures).toHaveLength(1)
  })
})

test.each(Object.keys(problems))('the problem %s has a page that says what to do', async (code) => {
  const response = await app.request(`/problems/${code}`)
  expect(response.status).toBe(200)
  expect(await response.text()).toContain(
    problems[code as ProblemCode].advice.replaceAll("'", '&#39;').slice(0, 30),
  )
})

test('nothing failed on our side', () => expect(failures).toEqual([]))
