import type { Deadline, ProcessingTime, TimeUnit } from '@amtsweg/contract'
import type { DurationsMessages } from './durations/de.ts'
import { localeOf } from './languages.ts'

/** Units that every browser can name in every language; working days are ours to name. */
const units: Partial<Record<TimeUnit, string>> = {
  JAHR: 'year',
  MONAT: 'month',
  WOCHE: 'week',
  TAG: 'day',
  STUNDE: 'hour',
  MINUTE: 'minute',
  SEKUNDE: 'second',
}

/** An ISO date as a reader writes it; the kit's own comes in a file that offices need, one request more. */
export const day = (iso: string, lang: string): string =>
  new Intl.DateTimeFormat(localeOf(lang), { dateStyle: 'medium', timeZone: 'Europe/Berlin' }).format(
    new Date(iso),
  )

/** A length of time, or from the shortest to the longest. */
export function duration(
  { value, upper, unit }: Pick<ProcessingTime, 'value' | 'upper' | 'unit'>,
  lang: string,
  words: DurationsMessages,
): string {
  const name = units[unit]
  const last = upper && upper > value ? upper : undefined
  if (!name) return words.workdays(last ? words.range(`${value}`, `${last}`) : `${value}`, last ?? value)
  const format = new Intl.NumberFormat(localeOf(lang), { style: 'unit', unit: name, unitDisplay: 'long' })
  return last ? words.range(`${value}`, format.format(last)) : format.format(value)
}

/** A deadline as a length of time or as dates; undefined where it is put in words only. */
export function deadlineText(
  { value, unit, from, to }: Deadline,
  lang: string,
  words: DurationsMessages,
): string | undefined {
  if (value !== undefined && unit) return duration({ value, unit }, lang, words)
  if (from && to) return words.range(day(from, lang), day(to, lang))
  const one = to ?? from
  return one && day(one, lang)
}
