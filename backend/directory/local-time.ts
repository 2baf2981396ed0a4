const minute = 60_000
const day = 86_400_000

/** A day and the minutes since its midnight as clocks on the wall show them. */
export interface LocalTime {
  /** ISO date. */
  readonly date: string
  readonly minutes: number
}

/** What clocks in a time zone show at an instant (milliseconds since 1970). */
export function localTimeOf(instant: number, zone: string): LocalTime {
  const shown = instant + offsetOf(instant, zone)
  const midnight = Math.floor(shown / day) * day
  return { date: isoDate(midnight), minutes: Math.floor((shown - midnight) / minute) }
}

/**
 * The instant at which clocks show a time; more than 1440 minutes lead into the next day. A time that the change to summer
 * time skips counts as one hour later, one that occurs twice in autumn as the first.
 */
export function instantOf({ date, minutes }: LocalTime, zone: string): number {
  const shown = Date.parse(date) + minutes * minute
  const before = shown - offsetOf(shown - day, zone)
  const after = shown - offsetOf(shown + day, zone)
  const showsIt = (instant: number) => instant + offsetOf(instant, zone) === shown
  return !showsIt(before) && showsIt(after) ? after : before
}

/** The date so many days later. */
export const daysLater = (date: string, days: number): string => isoDate(Date.parse(date) + days * day)

/** 1 = Monday to 7 = Sunday. */
export const isoWeekday = (date: string): number => new Date(date).getUTCDay() || 7

const isoDate = (instant: number): string => new Date(instant).toISOString().slice(0, 10)

/** Time zones change their offset at full quarters of an hour, and asking Intl costs 50 times a look-up. */
const quarter = 15 * minute
const known = new Map<string, number>()
const formats = new Map<string, Intl.DateTimeFormat>()

function offsetOf(instant: number, zone: string): number {
  const start = Math.floor(instant / quarter) * quarter
  const key = `${zone} ${start}`
  const offset = known.get(key) ?? askIntl(start, zone)
  if (known.size > 5_000) known.clear()
  known.set(key, offset)
  return offset
}

function askIntl(instant: number, zone: string): number {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en-GB', { ...fields, timeZone: zone })
  formats.set(zone, format)
  const part = Object.fromEntries(
    format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day: dayOfMonth, hour, minute: minutes, second } = part
  return Date.UTC(year, month - 1, dayOfMonth, hour, minutes, second) - instant
}

const fields = {
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
} as const

/** The ISO date in Germany at a moment. */
export const germanDayOf = (moment: Date): string => localTimeOf(moment.getTime(), 'Europe/Berlin').date
