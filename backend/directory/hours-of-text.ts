import type { OpeningHours, OpeningSpan } from '@amtsweg/contract'

const weekdays = ['montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag', 'sonntag']
const spanForm = /(\d{1,2})(?:[.:](\d\d))?\s?(?:-|–|bis)\s?(\d{1,2})(?:[.:](\d\d))?/g
/** Not every week. */
const sometimes = /jede[nr]? (?:erste|zweite|dritte|vierte|letzte|\d)|ausgewählt|ungerade/i
/** From here on the words speak of a part of the span. */
const partly = /in der Zeit von/i
const appointment = /nur\s+(?:mit\s+|für\s+)?termin/i

/**
 * Opening hours from words by weekday, such as {"Montag": "08:00 - 12:00 Uhr (nur mit Termin)"}; undefined when there are none.
 * What holds not every week stays a note, as a span would promise too much.
 */
export function hoursOfText(
  byDay: Readonly<Record<string, string>>,
  note?: string,
): OpeningHours | undefined {
  const spans: OpeningSpan[] = []
  const notes: string[] = []
  for (const [day, text] of Object.entries(byDay)) {
    const weekday = weekdays.indexOf(day.toLowerCase()) + 1
    if (sometimes.test(text) || partly.test(text)) notes.push(`${day}: ${text.trim()}`)
    if (weekday > 0 && !sometimes.test(text)) spans.push(...spansOf(weekday, text))
  }
  if (spans.length === 0 && notes.length === 0) return undefined
  const words = [note, ...notes].filter((one) => one !== undefined).join('; ')
  return { spans, exceptions: [], ...(words ? { note: words } : {}) }
}

function spansOf(weekday: number, text: string): OpeningSpan[] {
  const [regular = ''] = text.split(partly, 1)
  const byAppointment = appointment.test(text)
  return [...regular.matchAll(spanForm)].flatMap(([, hour = '', minute, endHour = '', endMinute]) => {
    const opens = timeOf(hour, minute)
    const closes = timeOf(endHour, endMinute)
    if (!opens || !closes || closes <= opens) return []
    return [{ weekday, opens, closes, ...(byAppointment ? { byAppointment } : {}) }]
  })
}

function timeOf(hour: string, minute = '00'): string | undefined {
  if (Number(hour) > 24 || Number(minute) > 59) return undefined
  return `${hour.padStart(2, '0')}:${minute}`
}
