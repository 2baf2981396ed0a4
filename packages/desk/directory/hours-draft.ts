import type { Holiday, OpeningException, OpeningHours } from '@amtsweg/contract'
import { type HoursProblem, hoursText, type TypedHours, typedHours } from './typed-hours.ts'

/** An exception as it is being typed. */
export interface ExceptionDraft {
  /** ISO dates, or nothing yet. */
  readonly from: string
  readonly to: string
  /** As typed; nothing = closed. */
  readonly hours: string
  readonly reason: string
  readonly isClosed: boolean
}

/** Hours as they are being typed: nothing is lost, whether it is understood or not. */
export interface HoursDraft {
  /** Monday first. */
  readonly days: readonly string[]
  readonly exceptions: readonly ExceptionDraft[]
  readonly note: string
}

/** What is wrong with one field of a draft. */
export interface DraftProblem {
  readonly kind: HoursProblem | 'no-date' | 'ends-before-it-begins' | 'no-hours' | 'only-times'
  readonly part: string
}

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** Id of the field of a weekday (1 = Monday), and of a part of an exception. */
export const dayField = (weekday: number) => `day-${weekday}`
export const exceptionField = (index: number, part: keyof ExceptionDraft) => `exception-${index}-${part}`

export const draftOf = ({ spans, exceptions, note = '' }: OpeningHours): HoursDraft => ({
  days: weekdays.map((weekday) => hoursText(spans.filter((span) => span.weekday === weekday))),
  exceptions: exceptions.map(exceptionDraft),
  note,
})

const exceptionDraft = ({ from, to, spans, reason = '' }: OpeningException): ExceptionDraft => ({
  from,
  to,
  hours: hoursText(spans),
  reason,
  isClosed: spans.length === 0,
})

interface Read {
  /** Without what could not be understood. */
  readonly hours: OpeningHours
  /** By the id of the field. */
  readonly problems: ReadonlyMap<string, DraftProblem>
}

/** The hours that a draft says, exceptions in the order of their days. */
export function readDraft({ days, exceptions, note }: HoursDraft): Read {
  const problems = new Map<string, DraftProblem>()
  const understood = (field: string, typed: TypedHours) => {
    if ('spans' in typed) return typed.spans
    problems.set(field, { kind: typed.problem, part: typed.part })
    return []
  }
  const spans = days.flatMap((text, at) =>
    understood(dayField(at + 1), typedHours(text)).map((span) => ({ weekday: at + 1, ...span })),
  )
  const read = exceptions.map((draft, index): OpeningException => {
    const { from, to, reason, isClosed } = draft
    if (!from) problems.set(exceptionField(index, 'from'), { kind: 'no-date', part: '' })
    if (from && to && to < from)
      problems.set(exceptionField(index, 'to'), { kind: 'ends-before-it-begins', part: '' })
    const field = exceptionField(index, 'hours')
    const opened = isClosed ? [] : understood(field, typedHours(draft.hours))
    if (!isClosed && opened.length === 0 && !problems.has(field))
      problems.set(field, { kind: 'no-hours', part: '' })
    if (opened.some((span) => span.byAppointment || span.note))
      problems.set(field, { kind: 'only-times', part: '' })
    return {
      from,
      to: to || from,
      spans: opened.map(({ opens, closes }) => ({ opens, closes })),
      ...(reason.trim() ? { reason: reason.trim() } : {}),
    }
  })
  return {
    hours: {
      spans,
      exceptions: read
        .filter(({ from, to }) => from && to >= from)
        .sort((one, other) => (one.from + one.to < other.from + other.to ? -1 : 1)),
      ...(note.trim() ? { note: note.trim() } : {}),
    },
    problems,
  }
}

/** ISO date some days later. */
export const daysLater = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)

/** ISO weekday of a date. */
const weekdayOf = (date: string): number => new Date(date).getUTCDay() || 7

/** What holds on a public holiday: the exception for it, of several the shortest; closed without one. */
export const ruleOfHoliday = (
  { date }: Holiday,
  { exceptions }: OpeningHours,
): OpeningException | undefined =>
  exceptions
    .filter(({ from, to }) => from <= date && date <= to)
    .sort((one, other) => length(one) - length(other))[0]
const length = ({ from, to }: OpeningException) => Date.parse(to) - Date.parse(from)

/** An exception for the day before a holiday, open as long as the first span of such a day. */
export function eveOf({ date, name }: Holiday, draft: HoursDraft): ExceptionDraft {
  const eve = daysLater(date, -1)
  const typed = typedHours(draft.days[weekdayOf(eve) - 1] ?? '')
  const [first] = 'spans' in typed ? typed.spans : []
  return {
    from: eve,
    to: eve,
    hours: first ? hoursText([{ opens: first.opens, closes: first.closes }]) : '',
    reason: `Vor ${name}`,
    isClosed: !first,
  }
}
