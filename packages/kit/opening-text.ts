import type { OpenState } from '@amtsweg/contract'
import type { DirectoryMessages } from '@amtsweg/messages'
import { localeOf } from '@amtsweg/messages/languages.ts'

const zone = 'Europe/Berlin'

/** The calendar day in Germany as ISO date. */
export const dayOf = (time: Date): string => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(time)

/** `8:00` from `08:00`, for spans of the week. */
export const shortTime = (time: string): string => time.replace(/^0(\d)/, '$1')

const clock = (time: Date) =>
  shortTime(
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(time),
  )

/** The day as a reader would say it: today, tomorrow, the weekday within a week, else the date. */
export function dayText(time: Date, now: Date, lang: string): string {
  const days = (Date.parse(dayOf(time)) - Date.parse(dayOf(now))) / 86_400_000
  if (days < 2) return new Intl.RelativeTimeFormat(localeOf(lang), { numeric: 'auto' }).format(days, 'day')
  const style = days < 7 ? { weekday: 'long' as const } : { day: 'numeric' as const, month: 'long' as const }
  return new Intl.DateTimeFormat(localeOf(lang), { timeZone: zone, ...style }).format(time)
}

/** Whether an office is open and until when, or when it opens; an instant that has passed says nothing any more. */
export function openingText(state: OpenState, now: Date, lang: string, m: DirectoryMessages): string {
  const later = (instant: string | undefined) => {
    const time = instant ? new Date(instant) : undefined
    return time && time > now ? time : undefined
  }
  if (state.state === 'unknown') return m.unknownHours
  if (state.state === 'open') {
    if (!state.closesAt) return m.open
    const closes = later(state.closesAt)
    return closes ? m.openUntil(clock(closes)) : m.closed
  }
  const closed = state.reason ? m.closedFor(state.reason) : m.closed
  const opens = later(state.opensAt)
  return opens ? m.opens(closed, dayText(opens, now, lang), clock(opens)) : closed
}

/** Whether the office is open at `now`, as far as the answer reaches. */
export const isOpen = (state: OpenState, now: Date): boolean =>
  state.state === 'open' && (!state.closesAt || new Date(state.closesAt) > now)
