/** A moment, or a day, in time (UTC). */
export interface Moment {
  /** Milliseconds since 1970, at the start of a day; `±Infinity` = open. */
  readonly time: number
  /** Whether it is a whole day. */
  readonly day: boolean
}

const iso = /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?([Zz]|[+-]\d\d:\d\d)?)?$/

/** Reads an RFC 3339 date or time to the millisecond; times that tell no zone, as files have them, are taken for UTC. */
export function instantOf(text: string): Moment | undefined {
  const parts = iso.exec(text)
  if (!parts) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map(Number)
  const time = new Date(0)
  time.setUTCFullYear(year, month - 1, day)
  if (time.getUTCMonth() !== month - 1 || time.getUTCDate() !== day) return undefined
  if (parts[4] === undefined) return { time: time.getTime(), day: true }
  const clock = [hour, minute, Number.isNaN(second) ? 0 : second] as const
  if (clock[0] > 23 || clock[1] > 59 || clock[2] > 59) return undefined
  const fraction = Math.floor(Number(`0.${parts[7] ?? 0}`) * 1000)
  const offset = zoneOf(parts[8])
  if (offset === undefined) return undefined
  return {
    time: time.getTime() + ((clock[0] * 60 + clock[1] - offset) * 60 + clock[2]) * 1000 + fraction,
    day: false,
  }
}

/** Minutes that a zone is ahead of UTC. */
function zoneOf(zone: string | undefined): number | undefined {
  if (zone === undefined || zone.length === 1) return 0
  const [hours = 0, minutes = 0] = zone.slice(1).split(':').map(Number)
  if (hours > 23 || minutes > 59) return undefined
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}

const dayLength = 86_400_000

/** Which of two is earlier: below, above or 0. A day and a time are compared by the day, as a day says no more. */
export function compareMoments(a: Moment, b: Moment): number {
  if (a.day || b.day) return order(Math.floor(a.time / dayLength), Math.floor(b.time / dayLength))
  return order(a.time, b.time)
}

function order(a: number, b: number): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
