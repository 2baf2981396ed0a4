import type { Holiday, OpeningException, OpeningHours, OpenState } from '@amtsweg/contract'
import { daysLater, instantOf, isoWeekday, localTimeOf } from './local-time.ts'

/** How far ahead the next opening is looked for. */
const horizon = 60

interface Span {
  readonly opens: string
  readonly closes: string
  readonly byAppointment?: boolean | undefined
}

/** What holds on one day. */
interface DayRule {
  /** Undefined when nothing is recorded for such a day. */
  readonly spans: readonly Span[] | undefined
  /** Why the day differs from the week. */
  readonly reason?: string | undefined
}

interface Interval {
  readonly from: number
  readonly to: number
  readonly byAppointment: boolean
}

/**
 * Whether an office is open at an instant, until when, or when it opens within 60 days. Exceptions rule over public holidays,
 * and these over the week; of several exceptions the shortest rules. Hours by appointment only are no opening: in them the
 * state is unknown, as some may enter. `holidays` must reach from the day before to 60 days after.
 */
export function openState(
  hours: OpeningHours | undefined,
  instant: Date,
  zone: string,
  holidays: readonly Holiday[],
): OpenState {
  if (!hours) return { state: 'unknown' }
  const now = instant.getTime()
  const { date: today } = localTimeOf(now, zone)
  const ruleOf = (date: string) => dayRule(hours, date, holidays)
  let closesAt: number | undefined
  let enterable = false
  const lastDay = everOpens(hours) ? horizon : 0
  for (let offset = -1; offset <= lastDay; offset += 1) {
    const date = daysLater(today, offset)
    for (const interval of intervalsOf(date, ruleOf(date).spans ?? [], zone)) {
      const { from, to, byAppointment } = interval
      if (byAppointment) enterable ||= from <= now && now < to
      else if (closesAt !== undefined && from > closesAt) return open(closesAt)
      else if (closesAt !== undefined) closesAt = Math.max(closesAt, to)
      else if (from <= now && now < to) closesAt = to
      else if (from > now) return notOpen(ruleOf(today), enterable, from)
    }
    if (closesAt !== undefined && offset > 0 && closesAt < instantOf({ date, minutes: 0 }, zone)) break
  }
  if (closesAt === undefined) return notOpen(ruleOf(today), enterable, undefined)
  return closesAt < instantOf({ date: daysLater(today, horizon), minutes: 0 }, zone)
    ? open(closesAt)
    : { state: 'open' }
}

/** Whether there is anything to wait for. */
const everOpens = ({ spans, exceptions }: OpeningHours): boolean =>
  spans.some((span) => !span.byAppointment) || exceptions.some((exception) => exception.spans.length > 0)

const open = (closesAt: number): OpenState => ({ state: 'open', closesAt: toText(closesAt) })

function notOpen({ spans, reason }: DayRule, enterable: boolean, opensAt: number | undefined): OpenState {
  return {
    state: enterable || !spans ? 'unknown' : 'closed',
    ...(opensAt === undefined ? {} : { opensAt: toText(opensAt) }),
    ...(reason && !enterable ? { reason } : {}),
  }
}

const toText = (instant: number): string => new Date(instant).toISOString().replace('.000Z', 'Z')

function dayRule({ spans, exceptions }: OpeningHours, date: string, holidays: readonly Holiday[]): DayRule {
  const exception = ruling(exceptions, date)
  if (exception) return exception
  const holiday = holidays.find((one) => one.date === date)
  if (holiday) return { spans: [], reason: holiday.name }
  if (spans.length === 0) return { spans: undefined }
  const weekday = isoWeekday(date)
  return { spans: spans.filter((span) => span.weekday === weekday) }
}

/** Of the exceptions for a day the one that speaks of the fewest days. */
function ruling(exceptions: readonly OpeningException[], date: string): OpeningException | undefined {
  const days = ({ from, to }: OpeningException) => Date.parse(to) - Date.parse(from)
  return exceptions
    .filter(({ from, to }) => from <= date && date <= to)
    .reduce<OpeningException | undefined>(
      (best, one) => (best && days(best) <= days(one) ? best : one),
      undefined,
    )
}

/** The spans of a day as instants, earliest first; a span that closes before it opens lasts into the next day. */
function intervalsOf(date: string, spans: readonly Span[], zone: string): Interval[] {
  return spans
    .map(({ opens, closes, byAppointment = false }) => {
      const start = minutesOf(opens)
      const end = minutesOf(closes)
      return {
        from: instantOf({ date, minutes: start }, zone),
        to: instantOf({ date, minutes: end > start ? end : end + 1_440 }, zone),
        byAppointment,
      }
    })
    .sort((a, b) => a.from - b.from)
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
