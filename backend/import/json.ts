import type { z } from 'zod'
import type { ImportFile } from './file.ts'
import { type ImportContext, ImportError } from './profile.ts'

/** One record and the position or line it stands at, from 1. */
export interface JsonRecord<Value> {
  readonly line: number
  readonly value: Value
}

/** Reads the records of a JSON array; what does not fit the schema is counted and left out with the reason. */
export function jsonRecords<Value>(
  records: unknown,
  schema: z.ZodType<Value>,
  context: ImportContext,
): readonly JsonRecord<Value>[] {
  if (!Array.isArray(records)) throw new ImportError('The JSON holds no list of records.')
  return records.flatMap((record: unknown, index) => check(record, index + 1, schema, context))
}

/** Records of a table against the schema of the same in JSON. */
export const tableRecords = <Value>(
  rows: readonly { readonly line: number; readonly value: unknown }[],
  schema: z.ZodType<Value>,
  context: ImportContext,
): readonly JsonRecord<Value>[] => rows.flatMap(({ line, value }) => check(value, line, schema, context))

/** Reads one JSON record per line; throws ImportError when the last one is cut off. */
export function ndjsonRecords<Value>(
  file: ImportFile,
  schema: z.ZodType<Value>,
  context: ImportContext,
): readonly JsonRecord<Value>[] {
  const lines = file.lines()
  return lines.flatMap((text, index) => {
    const line = index + 1
    const record = parse(text)
    if (record !== undefined) return check(record, line, schema, context)
    if (line === lines.length) throw new ImportError(`Line ${line}, the last, is cut off.`)
    context.count('read')
    context.reject(line, 'The line is not JSON', text.slice(0, 80))
    return []
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function check<Value>(record: unknown, line: number, schema: z.ZodType<Value>, context: ImportContext) {
  context.count('read')
  const result = schema.safeParse(record)
  if (result.success) return [{ line, value: result.data }]
  const [issue] = result.error.issues
  const field = issue?.path.join('/') ?? ''
  const words = issue?.message ?? 'unreadable'
  const code = words.endsWith('received undefined') ? 'field-missing' : 'field-invalid'
  context.reject(line, `/${field}: ${words}`, nameOf(record), { code, ...(field ? { field } : {}) })
  return []
}

/** What a person recognises a record by. */
function nameOf(record: unknown): string | undefined {
  const { id } = (record ?? {}) as { id?: unknown }
  return typeof id === 'string' || typeof id === 'number' ? String(id).slice(0, 80) : undefined
}
