const longest = 24 * 60 * 60_000

/**
 * Milliseconds for which a server asks to be left in peace (RFC 9110, 10.2.3: seconds or a date), a day at most; undefined
 * where it says nothing we understand.
 */
export function retryAfter(field: string | undefined, now: Date): number | undefined {
  if (field === undefined) return undefined
  const value = field.trim()
  const milliseconds = /^\d{1,9}$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - now.getTime()
  if (Number.isNaN(milliseconds)) return undefined
  return Math.min(longest, Math.max(0, milliseconds))
}
