import { resolve } from 'node:path'
import { isWebAddress } from './schedule-plan.ts'
import { UsageError } from './usage-error.ts'

const units: Readonly<Record<string, number>> = { m: 60, h: 3_600, d: 86_400 }
const shortest = 5 * 60
const longest = 90 * 86_400

/** Seconds of what a person writes: `30m`, `24h`, `7d`. Throws UsageError below five minutes and above ninety days. */
export function intervalIn(words: string): number {
  const [, count, unit] = /^([1-9]\d{0,4})([mhd])$/.exec(words) ?? []
  const seconds = Number(count) * (units[unit ?? ''] ?? NaN)
  if (seconds >= shortest && seconds <= longest) return seconds
  throw new UsageError('--every takes 5m to 90d: a number and m (minutes), h (hours) or d (days).')
}

/** The same the other way round, in the largest unit that fits. */
export function intervalWords(seconds: number): string {
  const [unit = 'm', size = 60] = Object.entries(units).findLast(([, size]) => seconds % size === 0) ?? []
  return `${seconds / size}${unit}`
}

/**
 * Where a file comes from: a web address, or the absolute path of a file of this computer. Throws UsageError for an address without
 * TLS, on whose way anybody could put in another file, unless the operator has allowed that pair of address and port.
 */
export function originIn(from: string | undefined, allow: readonly string[]): string {
  if (!from) throw new UsageError('Which file shall be imported again and again? An https address or a path.')
  if (!isWebAddress(from)) {
    if (/^[a-z][a-z0-9+.-]+:\/\//i.test(from))
      throw new UsageError('The address of a file begins with https://.')
    return resolve(from)
  }
  if (!URL.canParse(from)) throw new UsageError('This is no web address.')
  const url = new URL(from)
  if (url.username || url.password)
    throw new UsageError(
      'The address may hold no user name and no password: they would be kept for all to see.',
    )
  if (url.protocol === 'http:' && !allow.includes(url.host))
    throw new UsageError(
      'The address must begin with https://: without TLS anybody on the way can change the file.',
    )
  return url.href
}
