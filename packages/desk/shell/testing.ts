import type { Scope } from '@amtsweg/contract'
import { createDeskApi } from './api.ts'
import type { Desk, Notice } from './desk.ts'
import type { Grant, Session } from './session.ts'

/** What a request was, as a test sees it. */
export interface Asked {
  readonly method: string
  /** Path and query, without `/api/v1`. */
  readonly path: string
  readonly headers: Headers
  readonly body: unknown
}

/** By method and path without query, "GET /session": the body, a whole Response, or a function of what was asked that gives one. */
export type Answers = Readonly<Record<string, unknown>>

type Reply = (asked: Asked) => Promise<unknown>

/** A refusal as our server gives it. */
export const problem = (status: number, code: string, further: object = {}): Response =>
  Response.json({ type: `/problems/${code}`, code, status, title: code, ...further }, { status })

/** A `fetch` that answers what it is told and refuses the rest, and what it was asked. */
export function fakeFetch(answers: Answers): { readonly fetch: typeof fetch; readonly asked: Asked[] } {
  const asked: Asked[] = []
  const fetch = async (address: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(String(address), location.origin)
    const method = init.method ?? 'GET'
    const path = url.pathname.replace('/api/v1', '')
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : init.body
    const request = { method, path: path + url.search, headers: new Headers(init.headers), body }
    asked.push(request)
    const answer = answers[`${method} ${path}`]
    const given = typeof answer === 'function' ? await (answer as Reply)(request) : answer
    if (given instanceof Response) return given.clone()
    return given === undefined ? problem(404, 'not-found') : Response.json(given)
  }
  return { fetch, asked }
}

export const sampleGrant: Grant = {
  authority: 'musterstadt',
  name: 'Stadt Musterstadt',
  regionKey: '130765654',
  roles: ['editor'],
  scopes: ['units:write', 'services:write', 'supplements:write', 'audit:read'],
  fourEyes: false,
}

export const sampleSession: Session = {
  id: 's1',
  clerk: { id: 'c1', name: 'Erika Muster', email: 'erika.muster@musterstadt.example' },
  grants: [sampleGrant],
  hasSecondFactor: true,
  idleMinutes: 30,
  endsAt: '2026-11-30T20:00:00Z',
}

/** A frame for the test of one page: `desk` for the page, and what the page did with it. */
export function fakeDesk(answers: Answers, scopes: readonly Scope[] = sampleGrant.scopes) {
  const { fetch, asked } = fakeFetch(answers)
  const notices: Notice[] = []
  const gone: string[] = []
  const grant: Grant = { ...sampleGrant, scopes: [...scopes] }
  const api = createDeskApi({ fetch, authority: () => grant.authority!, signInAgain: () => Promise.reject() })
  const desk: Desk = {
    api,
    session: { ...sampleSession, grants: [grant] },
    grant,
    may: (scope) => scopes.includes(scope),
    hasPage: () => true,
    go: (address) => void gone.push(address),
    renew: async () => {},
    actFor: (authority) => void gone.push(authority),
    notify: (notice) => void notices.push(typeof notice === 'string' ? { text: notice } : notice),
  }
  return { desk, asked, notices, gone }
}
