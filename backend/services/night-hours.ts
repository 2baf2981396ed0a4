/** Every municipality we serve lives by this clock. */
const zone = 'Europe/Berlin'
const hourForm = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' })

/** Full hours of local time, the second not included; it may be past midnight. */
export interface Hours {
  readonly from: number
  readonly to: number
}

/** Whether it is one of these hours in Germany; always, where none are given. */
export function isWithin(hours: Hours | undefined, instant: Date): boolean {
  if (!hours) return true
  const hour = Number(hourForm.format(instant))
  const { from, to } = hours
  return from <= to ? from <= hour && hour < to : from <= hour || hour < to
}
