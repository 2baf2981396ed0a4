import type { z } from 'zod'
import { ProblemError } from './problem.ts'

/** Reads a body as JSON of a schema, whatever media type it was sent as; throws the problem that names what is wrong. */
export function readBody<Schema extends z.ZodType>(schema: Schema, text: string): z.infer<Schema> {
  const result = schema.safeParse(parse(text))
  if (result.success) return result.data
  throw new ProblemError('invalid-body', {
    errors: result.error.issues.map((issue) => ({
      pointer: issue.path.map((part) => `/${String(part)}`).join(''),
      detail: issue.message,
    })),
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new ProblemError(
      'invalid-body',
      { errors: [{ pointer: '', detail: 'This is no JSON' }] },
      { cause },
    )
  }
}
