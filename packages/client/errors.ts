import type { Problem, ProblemCode, ProblemPart } from '@amtsweg/contract'

/** The API said no. Choose words by `code`; `retryAfter` is in seconds. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly code: ProblemCode | (string & {})
  readonly status: number
  readonly retryAfter: number | undefined
  readonly requestId: string | undefined
  readonly errors: readonly ProblemPart[]

  constructor(problem: Partial<Problem> & { status: number }, retryAfter?: number) {
    super(problem.title ?? `HTTP ${problem.status}`)
    this.code = problem.code ?? (problem.status < 500 ? 'not-found' : 'internal-error')
    this.status = problem.status
    this.retryAfter = retryAfter
    this.requestId = problem.requestId
    this.errors = problem.errors ?? []
  }
}

/** Nobody answered: the server is down, unreachable, or forbidden by the page's policy. */
export class NetworkError extends Error {
  override readonly name: string = 'NetworkError'
}

/** The reader's device is not connected. */
export class OfflineError extends NetworkError {
  override readonly name = 'OfflineError'
}

/** The answer took longer than we are willing to let a reader wait. */
export class TimeoutError extends NetworkError {
  override readonly name = 'TimeoutError'
}

/** A newer question or a removed element gave up this one; nobody needs to hear about it. */
export const isAbort = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'AbortError'
