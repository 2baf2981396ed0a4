import type { z } from 'zod'
import { ProblemError } from './problem.ts'

/** Reads a body as JSON of a schema, whatever media type it was sent as; throws the problem that names what is wrong. */
export function readBody<Schema extends z.ZodType>(schema: Schema, text: string): z.infer<Schema> {
  return fitting(schema, parse(text), 'invalid-body')
}

/** Reads the parts of a path by a schema; throws the problem that names what is wrong. */
export const readPath = <Schema extends z.ZodType>(schema: Schema, parts: unknown): z.infer<Schema> =>
  fitting(schema, parts, 'invalid-path')

function fitting<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  code: 'invalid-body' | 'invalid-path',
): z.infer<Schema> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new ProblemError(code, {
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
