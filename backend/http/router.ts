import { OpenAPIHono } from '@hono/zod-openapi'
import { ProblemError } from './problem.ts'

/** Facts every request carries. */
export interface Env {
  Variables: { requestId: string }
}

/** A router whose schemas are checked at the border: what does not fit becomes a problem that names every wrong field. */
export const createRouter = () =>
  new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (result.success) return
      throw new ProblemError(result.target === 'param' ? 'invalid-path' : 'invalid-query', {
        errors: result.error.issues.map((issue) => ({
          pointer: `/${issue.path.map(String).join('/')}`,
          detail: issue.message,
        })),
      })
    },
  })
