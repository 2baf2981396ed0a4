import type { Context, ErrorHandler, NotFoundHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { type Problem, type ProblemCode, type ProblemPart, problems } from '@amtsweg/contract'
import { isPassing } from '../database/server-failure.ts'
import { apiHeaders } from './headers.ts'

/** What may be said beyond the code. */
export interface ProblemDetails {
  readonly detail?: string
  readonly errors?: readonly ProblemPart[]
  readonly headers?: Readonly<Record<string, string>>
}

/** Thrown by a route; becomes a problem document (RFC 9457). */
export class ProblemError extends Error {
  override name = 'ProblemError'
  readonly code: ProblemCode
  readonly details: ProblemDetails

  constructor(code: ProblemCode, details: ProblemDetails = {}, options?: ErrorOptions) {
    super(problems[code].title, options)
    this.code = code
    this.details = details
  }
}

interface Occasion {
  /** Path of the request. */
  readonly instance: string
  readonly requestId: string | undefined
}

/** The problem document and its headers, for whoever answers. */
export function problemParts(code: ProblemCode, occasion: Occasion, details: ProblemDetails = {}) {
  const { status, title } = problems[code]
  const problem: Problem = {
    type: `/problems/${code}`,
    code,
    status,
    title,
    instance: occasion.instance,
    ...(details.detail ? { detail: details.detail } : {}),
    ...(occasion.requestId ? { requestId: occasion.requestId } : {}),
    ...(details.errors ? { errors: details.errors } : {}),
  }
  const headers = {
    'content-type': 'application/problem+json; charset=utf-8',
    ...apiHeaders,
    'cache-control': 'no-store',
    ...(occasion.requestId ? { 'x-request-id': occasion.requestId } : {}),
    ...details.headers,
  }
  return { status, headers, text: JSON.stringify(problem) }
}

/** The problem document as an answer. */
export function problemResponse(c: Context, code: ProblemCode, details: ProblemDetails = {}): Response {
  const requestId = c.get('requestId') as string | undefined
  const { status, headers, text } = problemParts(code, { instance: c.req.path, requestId }, details)
  return c.body(text, status, headers)
}

export const notFound: NotFoundHandler = (c) => problemResponse(c, 'not-found')

/** Turns everything thrown into a problem; what is not ours is reported to `report` and never shown. */
export const onError =
  (report: (error: unknown, requestId: string | undefined) => void): ErrorHandler =>
  (error, c) => {
    if (error instanceof ProblemError) return problemResponse(c, error.code, error.details)
    if (error instanceof HTTPException && error.status < 500)
      return problemResponse(c, error.status === 404 ? 'not-found' : 'invalid-query', {
        detail: error.message,
      })
    if (isHungUp(error)) return problemResponse(c, 'invalid-body')
    report(error, c.get('requestId') as string | undefined)
    if (isPassing(error)) return problemResponse(c, 'unavailable', { headers: { 'retry-after': '5' } })
    return problemResponse(c, 'internal-error')
  }

/** Whether a client ended the connection while we read its body, as Node says it: no failure of ours, and nobody reads the answer. */
const isHungUp = (error: Error & { readonly code?: string }): boolean =>
  error.code === 'ECONNRESET' && error.message === 'aborted'
