const day = 86_400_000
const timeOf = (date: string): number => Date.parse(`${date}T00:00:00Z`)
const dateOf = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** An ISO date so many days later; earlier for a negative number. */
export const addDays = (date: string, days: number): string => dateOf(timeOf(date) + days * day)

/** The same day of another month, or its last where that month is shorter (BGB § 188 II, III). */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, dayOfMonth = 1] = date.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0))
  return dateOf(lastOfMonth.setUTCDate(Math.min(dayOfMonth, lastOfMonth.getUTCDate())))
}

/** ISO weekday: 1 = Monday, 7 = Sunday. */
export const weekdayOf = (date: string): number => new Date(timeOf(date)).getUTCDay() || 7

/** Whether there is such a day; `2026-02-30` is none. */
export const isDay = (date: string): boolean => {
  const time = timeOf(date)
  return !Number.isNaN(time) && dateOf(time) === date
}
