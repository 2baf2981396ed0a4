/** The counting period of a day: its month, such as 2026-11. */
export const periodOf = (day: string): string => day.slice(0, 7)

/** Months between two periods. */
export function monthsBetween(earlier: string, later: string): number {
  const months = (period: string) => Number(period.slice(0, 4)) * 12 + Number(period.slice(5, 7))
  return months(later) - months(earlier)
}

/** The period so many months before another. */
export function periodBefore(period: string, months: number): string {
  const count = Number(period.slice(0, 4)) * 12 + Number(period.slice(5, 7)) - 1 - months
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}
