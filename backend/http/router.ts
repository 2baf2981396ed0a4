import { OpenAPIHono } from '@hono/zod-openapi'
import { ProblemError } from './problem.ts'

/** Finishes an answer of any kind of text, or of bytes; says its type, and what else differs from the usual, in `headers`. */
export type Send = (
  text: string | Uint8Array,
  headers: Readonly<Record<string, string>>,
  status?: 200 | 204 | 400 | 404,
) => Response

/** What every request carries. */
export interface Env {
  Variables: { requestId: string; send: Send }
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
