import type { Service, ServiceDeadlines } from '@amtsweg/contract'
import { holidayOn } from '../places/index.ts'
import { isDay } from './calendar.ts'
import { deadlineEnd } from './deadline-date.ts'

/** Whether we know the public holidays around a day: laws changed before, and nobody knows those of a century from now. */
export const isUsableDay = (date: string): boolean =>
  isDay(date) && date >= '2000-01-01' && date <= '2099-12-31'

/** Every Frist of a service that can be counted from a day, with the public holidays of a Land or of all. */
export function serviceDeadlines(
  { id, deadlines }: Pick<Service, 'id' | 'deadlines'>,
  from: string,
  land: ServiceDeadlines['land'],
): ServiceDeadlines {
  const items = deadlines.flatMap((deadline) => {
    const { value, unit, runs } = deadline
    if (!value || !unit || !runs) return []
    const end = deadlineEnd({ value, unit, runs }, from, (day) => holidayOn(land?.regionKey, day)?.name)
    return end ? [{ deadline, end }] : []
  })
  return { service: id, from, ...(land ? { land } : {}), items }
}
