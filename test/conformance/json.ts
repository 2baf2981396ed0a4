/** Members of what another server sent; none if it is no object. */
export const members = (value: unknown): Readonly<Record<string, unknown>> => (isRecord(value) ? value : {})

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Entries of an array; none if it is no array. */
export const entries = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

export const isText = (value: unknown): value is string => typeof value === 'string'
