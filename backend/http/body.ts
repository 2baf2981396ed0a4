import type { z } from 'zod'
import type { ProblemPart } from '@amtsweg/contract'
import { ProblemError } from './problem.ts'

/**
 * Reads the body of a request as JSON in UTF-8 (RFC 8259, 8.1) of a schema, whatever media type it was sent as; throws the problem
 * that names what is wrong.
 */
export function readBody<Schema extends z.ZodType>(schema: Schema, bytes: ArrayBuffer): z.infer<Schema> {
  const body = fitting(schema, parse(textOf(bytes)), 'invalid-body')
  const faulty = unkeepable(body)
  if (faulty !== undefined)
    throw invalid(faulty, 'A text holds a character that cannot be kept: U+0000, or half of a surrogate pair')
  return body
}

function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw invalid('', 'This is not in UTF-8', cause)
  }
}

/** Pointer to a text, or the name of one, that PostgreSQL could not take or no database would give back as it was. */
function unkeepable(value: unknown, pointer = ''): string | undefined {
  if (typeof value === 'string')
    return value.includes('\u0000') || !value.isWellFormed() ? pointer : undefined
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, inner] of Object.entries(value)) {
    const faulty = unkeepable(key, pointer) ?? unkeepable(inner, `${pointer}/${key}`)
    if (faulty !== undefined) return faulty
  }
  return undefined
}

const invalid = (pointer: string, detail: string, cause?: unknown) =>
  new ProblemError('invalid-body', { errors: [{ pointer, detail }] }, { cause })

/** Reads the parts of a path by a schema; throws the problem that names what is wrong. */
export const readPath = <Schema extends z.ZodType>(schema: Schema, parts: unknown): z.infer<Schema> =>
  fitting(schema, parts, 'invalid-path')

/** Reads the query of a request by a schema; throws the problem that names what is wrong. */
export const readQuery = <Schema extends z.ZodType>(schema: Schema, query: unknown): z.infer<Schema> =>
  fitting(schema, query, 'invalid-query')

function fitting<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  code: 'invalid-body' | 'invalid-path' | 'invalid-query',
): z.infer<Schema> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new ProblemError(code, { errors: fieldFaults(result.error) })
}

/** Everything that a schema finds wrong, by where it stands. */
export const fieldFaults = ({ issues }: z.ZodError): readonly ProblemPart[] =>
  issues.map((issue) => ({
    pointer: issue.path.map((part) => `/${String(part)}`).join(''),
    detail: issue.message,
  }))

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw invalid('', 'This is no JSON', cause)
  }
}
