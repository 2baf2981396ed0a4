/** Part of the address, never of what is written. */
const given = new Set(['id', 'service', 'regionKey'])

/** Whether what is there (as the API tells it) says exactly what was written, marks included; what is empty counts as absent. */
export function isSameContent(there: unknown, written: unknown): boolean {
  if (!isRecord(there) || !isRecord(written)) return canonical(there) === canonical(written)
  const names = new Set([...Object.keys(written), ...Object.keys(there).filter((name) => !given.has(name))])
  return [...names].every((name) => canonical(there[name]) === canonical(written[name]))
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The same text for the same content, in whatever order its parts were named. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return value.length ? `[${value.map(canonical).join()}]` : ''
  if (!isRecord(value)) return value === undefined || value === null ? '' : JSON.stringify(value)
  const parts = Object.entries(value)
    .map(([name, part]) => [name, canonical(part)] as const)
    .filter(([, part]) => part)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return parts.length ? JSON.stringify(parts) : ''
}
