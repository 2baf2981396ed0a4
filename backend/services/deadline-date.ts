import type { DeadlineDay, DeadlineEnd, DeadlineRun, TimeUnit } from '@amtsweg/contract'
import { addDays, addMonths, weekdayOf } from './calendar.ts'

/** A length of time and its direction. */
export interface Span {
  readonly value: number
  readonly unit: TimeUnit
  readonly runs: DeadlineRun
}

/** The name of the public holiday on an ISO date, if it is one where the reader lives. */
type HolidayName = (day: string) => string | undefined
type Counted = Pick<DeadlineEnd, 'countedTo' | 'skipped' | 'rules'>

/** No Frist of an authority is longer; a wrong number must not keep the server busy. */
const longest: Partial<Record<TimeUnit, number>> = {
  JAHR: 100,
  MONAT: 1_200,
  WOCHE: 5_200,
  TAG: 36_500,
  WERKTAG: 1_000,
  ARBEITSTAG: 1_000,
}
const monthsIn: Partial<Record<TimeUnit, number>> = { JAHR: 12, MONAT: 1 }
const daysIn: Partial<Record<TimeUnit, number>> = { WOCHE: 7, TAG: 1 }

/**
 * The last day of a Frist, counted from a day on which something happened or will happen (BGB §§ 187 to 193, VwVfG § 31).
 * Forwards the day itself does not count, and an end on a Saturday, Sunday or public holiday moves to the next working day.
 * Backwards the full length lies between, and the end moves to the working day before, which is always in time. undefined
 * for what no calendar can count.
 */
export function deadlineEnd(span: Span, from: string, holidayName: HolidayName): DeadlineEnd | undefined {
  const { value, unit, runs } = span
  if (value < 1 || value > (longest[unit] ?? 0)) return undefined
  const step = runs === 'after' ? 1 : -1
  const off = (day: string) => dayOff(day, holidayName)
  const counted = count(span, from, step, off)
  const moved: DeadlineDay[] = []
  // Backwards the counted day must lie whole between: what is to be done belongs on the day before.
  let ends = runs === 'after' ? counted.countedTo : addDays(counted.countedTo, -1)
  for (let reason = off(ends); reason; reason = off(ends)) {
    moved.push(reason)
    ends = addDays(ends, step)
  }
  const moves = runs === 'after' ? ('moved-on' as const) : ('moved-back' as const)
  return {
    from,
    ...counted,
    ends,
    moved,
    rules: [...counted.rules, ...(moved.length > 0 ? [moves] : [])],
  }
}

function count(
  { value, unit }: Span,
  from: string,
  step: 1 | -1,
  off: (day: string) => DeadlineDay | undefined,
): Counted {
  const months = monthsIn[unit]
  if (months) {
    const countedTo = addMonths(from, step * value * months)
    const isShorter = countedTo.slice(8) !== from.slice(8)
    return { countedTo, skipped: [], rules: ['same-day', ...(isShorter ? (['last-of-month'] as const) : [])] }
  }
  const days = daysIn[unit]
  if (days) {
    const rule = unit === 'WOCHE' ? 'same-weekday' : 'days'
    return { countedTo: addDays(from, step * value * days), skipped: [], rules: [rule] }
  }
  return countWorkdays({ value, unit }, from, step, off)
}

/** Werktage are all days but Sundays and public holidays; Arbeitstage leave out the Saturday as well. */
function countWorkdays(
  { value, unit }: Pick<Span, 'value' | 'unit'>,
  from: string,
  step: 1 | -1,
  off: (day: string) => DeadlineDay | undefined,
): Counted {
  const skipped: DeadlineDay[] = []
  let countedTo = from
  for (let counted = 0; counted < value;) {
    countedTo = addDays(countedTo, step)
    const reason = off(countedTo)
    const counts = !reason || (reason.reason === 'saturday' && unit === 'WERKTAG')
    if (counts) counted += 1
    if (!counts && reason?.reason === 'holiday') skipped.push(reason)
  }
  return { countedTo, skipped, rules: [unit === 'WERKTAG' ? 'werktage' : 'arbeitstage'] }
}

function dayOff(date: string, holidayName: HolidayName): DeadlineDay | undefined {
  const name = holidayName(date)
  if (name !== undefined) return { date, reason: 'holiday', name }
  const weekday = weekdayOf(date)
  if (weekday === 6) return { date, reason: 'saturday' }
  return weekday === 7 ? { date, reason: 'sunday' } : undefined
}
