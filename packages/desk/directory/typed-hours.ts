import type { OpeningSpan } from '@amtsweg/contract'

/** Hours of one day as they are typed. */
export type DaySpan = Omit<OpeningSpan, 'weekday'>

/** Why typed hours cannot be understood. */
export type HoursProblem = 'unreadable' | 'no-such-time' | 'ends-before' | 'overlap' | 'no-times'

export type TypedHours =
  { readonly spans: readonly DaySpan[] } | { readonly problem: HoursProblem; readonly part: string }

const time = String.raw`(\d{1,2}(?:\s?[:.h]\s?\d\d)?|\d{3,4})(?!\d)\s*(?:Uhr)?`
const span = new RegExp(String.raw`^(?:von\s+)?${time}\s*(?:-|–|—|bis)\s*${time}\s*(.*)$`, 'i')
const appointment =
  /(?:nur\s+)?(?:nach\s+(?:vorheriger\s+)?(?:Vereinbarung|Absprache|Anmeldung|Termin)|n\.?\s?V\.?|mit\s+Termin)(?!\p{L})/iu
const closed = /^(?:geschlossen|zu|keine|-|–|—)?$/i

/**
 * Hours of a day as a clerk types them: `8-12, 13:30-16`, `8 bis 12 und 14 bis 18 Uhr`, `8-12 nach Vereinbarung`,
 * `9-12 (nur Kasse)`; nothing or `geschlossen` is a closed day.
 */
export function typedHours(text: string): TypedHours {
  if (closed.test(text.trim())) return { spans: [] }
  const spans: DaySpan[] = []
  for (const part of parts(text)) {
    const found = spanOf(part)
    if ('problem' in found) return found
    spans.push(found)
  }
  spans.sort((one, other) => one.opens.localeCompare(other.opens))
  const overlapping = spans.findIndex((one, at) => at > 0 && one.opens < spans[at - 1]!.closes)
  if (overlapping > 0)
    return {
      problem: 'overlap',
      part: spans
        .slice(overlapping - 1, overlapping + 1)
        .map(spanText)
        .join(', '),
    }
  return { spans }
}

/** Parts between commas, semicolons and `und`, but not inside brackets. */
const parts = (text: string) =>
  text
    .split(/\s*(?:[,;+]|(?<!\p{L})und(?!\p{L}))\s*(?![^(]*\))/iu)
    .map((part) => part.trim())
    .filter(Boolean)

function spanOf(part: string): DaySpan | { problem: HoursProblem; part: string } {
  const [, from, to, rest = ''] = span.exec(part) ?? []
  if (!from || !to) {
    const isAppointment = appointment.test(part) && !/\d/.test(part)
    return { problem: isAppointment ? 'no-times' : 'unreadable', part }
  }
  const opens = timeOf(from)
  const closes = timeOf(to)
  if (!opens || !closes || opens === '24:00') return { problem: 'no-such-time', part }
  if (closes <= opens) return { problem: 'ends-before', part }
  const byAppointment = appointment.test(rest)
  const [, note = '', left = ''] = /^\s*(?:\((.*)\))?(.*)$/.exec(rest.replace(appointment, '').trim()) ?? []
  if (left.trim()) return { problem: 'unreadable', part }
  return {
    opens,
    closes,
    ...(note.trim() ? { note: note.trim() } : {}),
    ...(byAppointment ? { byAppointment } : {}),
  }
}

function timeOf(text: string): string | undefined {
  const [, hour = '', minute = '00'] =
    /^(\d{1,2}?)\s?[:.h]?\s?(\d\d)?$/i.exec(text.length <= 2 ? `${text}:00` : text) ?? []
  if (hour === '' || Number(minute) > 59 || Number(hour) * 60 + Number(minute) > 1_440) return undefined
  return `${hour.padStart(2, '0')}:${minute}`
}

const shortTime = (text: string) => text.replace(/^0(?=\d)/, '').replace(/:00$/, '')

const spanText = ({ opens, closes, byAppointment, note }: DaySpan): string =>
  [`${shortTime(opens)}–${shortTime(closes)}`, byAppointment && 'nach Vereinbarung', note && `(${note})`]
    .filter(Boolean)
    .join(' ')

/** The same as text, in the shortest form that is understood again. */
export const hoursText = (spans: readonly DaySpan[]): string =>
  [...spans]
    .sort((one, other) => one.opens.localeCompare(other.opens))
    .map(spanText)
    .join(', ')
