import type { Fee } from '@amtsweg/contract'

/** Cents as money in the reader's notation. */
export const money = (cents: number, currency: string, lang: string): string =>
  new Intl.NumberFormat(lang, { style: 'currency', currency }).format(cents / 100)

/** An ISO date as a reader writes it. */
export const date = (iso: string, lang: string): string => {
  const time = new Date(iso)
  if (Number.isNaN(time.getTime())) return iso
  return new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeZone: 'Europe/Berlin' }).format(time)
}

/** From one day to another, without repeating month and year. */
export const dateRange = (from: string, to: string, lang: string): string =>
  new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeZone: 'UTC' }).formatRange(
    new Date(from),
    new Date(to),
  )

/** The amount of a fee: one, a range, or nothing where it is put in words. */
export function feeAmount(fee: Fee, lang: string): string | undefined {
  const { amountCents, lowerCents, upperCents, currency } = fee
  if (amountCents !== undefined) return money(amountCents, currency, lang)
  if (lowerCents !== undefined && upperCents !== undefined) {
    const format = new Intl.NumberFormat(lang, { style: 'currency', currency })
    return format.formatRange(lowerCents / 100, upperCents / 100)
  }
  const one = lowerCents ?? upperCents
  return one === undefined ? undefined : money(one, currency, lang)
}
