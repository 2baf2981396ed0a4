import type { OpeningHours, OpeningSpan } from '@amtsweg/contract'
import { localeOf } from '@amtsweg/messages/languages.ts'

/** Weekdays in a row that have the same hours. */
export interface HoursRow {
  readonly from: number
  readonly to: number
  readonly spans: readonly OpeningSpan[]
}

const alike = (one: readonly OpeningSpan[], other: readonly OpeningSpan[]) => {
  const text = (spans: readonly OpeningSpan[]) =>
    spans
      .map(({ opens, closes, note, byAppointment }) => [opens, closes, note, byAppointment].join())
      .join(';')
  return text(one) === text(other)
}

/** The week in as few rows as it takes; a closed Saturday and Sunday are one row too. */
export function hoursRows({ spans }: OpeningHours): HoursRow[] {
  const rows: HoursRow[] = []
  for (let day = 1; day <= 7; day++) {
    const today = spans
      .filter((span) => span.weekday === day)
      .sort((one, other) => one.opens.localeCompare(other.opens))
    const last = rows.at(-1)
    if (last && alike(last.spans, today)) rows[rows.length - 1] = { ...last, to: day }
    else rows.push({ from: day, to: day, spans: today })
  }
  return rows
}

/** The name of an ISO weekday. 1 January 2024 was a Monday. */
export const weekdayName = (weekday: number, lang: string): string =>
  new Intl.DateTimeFormat(localeOf(lang), { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2024, 0, weekday)),
  )
