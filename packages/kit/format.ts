import { localeOf } from '@amtsweg/messages/languages.ts'
/** An ISO date as a reader writes it. */
export const date = (iso: string, lang: string): string => {
  const time = new Date(iso)
  if (Number.isNaN(time.getTime())) return iso
  return new Intl.DateTimeFormat(localeOf(lang), { dateStyle: 'medium', timeZone: 'Europe/Berlin' }).format(
    time,
  )
}

/** From one day to another, without repeating month and year. */
export const dateRange = (from: string, to: string, lang: string): string =>
  new Intl.DateTimeFormat(localeOf(lang), { dateStyle: 'medium', timeZone: 'UTC' }).formatRange(
    new Date(from),
    new Date(to),
  )
