const parts = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Berlin',
  dateStyle: 'short',
  timeStyle: 'short',
})
const told = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'Europe/Berlin',
  dateStyle: 'full',
  timeStyle: 'short',
})

/** A moment (RFC 3339) as day and time on clocks in Germany: `2026-12-24`, `12:00`. */
export function germanClock(moment: string): { readonly day: string; readonly time: string } {
  const [day = '', time = ''] = parts.format(new Date(moment)).split(' ')
  return { day, time }
}

/** „Donnerstag, 24. Dezember 2026 um 12:00“, on clocks in Germany, wherever the reader is. */
export const toldMoment = (moment: string): string => told.format(new Date(moment))

/**
 * The moment (RFC 3339 UTC) at which clocks in Germany show a day and a time; undefined for what they never show, as in the hour that is
 * left out in March. Of the hour that comes twice in October it is the first.
 */
export function momentOf(day: string, time: string): string | undefined {
  const naive = Date.parse(`${day}T${time}:00Z`)
  if (Number.isNaN(naive)) return undefined
  for (const hours of [2, 1]) {
    const moment = new Date(naive - hours * 3_600_000).toISOString()
    const shown = germanClock(moment)
    if (shown.day === day && shown.time === time) return moment
  }
  return undefined
}
