import Holidays from 'date-holidays'
import type { Holiday } from '@amtsweg/contract'

/** Laender by the first two digits of a region key. */
const laender: Readonly<Record<string, string>> = {
  '01': 'SH',
  '02': 'HH',
  '03': 'NI',
  '04': 'HB',
  '05': 'NW',
  '06': 'HE',
  '07': 'RP',
  '08': 'BW',
  '09': 'BY',
  '10': 'SL',
  '11': 'BE',
  '12': 'BB',
  '13': 'MV',
  '14': 'SN',
  '15': 'ST',
  '16': 'TH',
}

/** Working out a year takes milliseconds and always gives the same. */
const known = new Map<string, readonly Holiday[]>()

/** Public holidays of the Land a region lies in, from one ISO date to another, both inclusive; none without a region. */
export function holidaysIn(regionKey: string | undefined, from: string, to: string): readonly Holiday[] {
  const land = laender[regionKey?.slice(0, 2) ?? '']
  if (!land) return []
  const years = [...new Set([from.slice(0, 4), to.slice(0, 4)])]
  return years.flatMap((year) => holidaysOf(land, year)).filter(({ date }) => from <= date && date <= to)
}

/**
 * The public holiday of the Land a region lies in, on an ISO date. Without a region only what is a holiday in every Land
 * counts.
 */
export function holidayOn(regionKey: string | undefined, date: string): Holiday | undefined {
  const on = (land: string) => holidaysOf(land, date.slice(0, 4)).find((holiday) => holiday.date === date)
  const land = laender[regionKey?.slice(0, 2) ?? '']
  if (land) return on(land)
  const [first, ...others] = Object.values(laender).map(on)
  return others.every((other) => other) ? first : undefined
}

function holidaysOf(land: string, year: string): readonly Holiday[] {
  const key = `${land} ${year}`
  const list = known.get(key) ?? workOut(land, Number(year))
  known.set(key, list)
  return list
}

const workOut = (land: string, year: number): readonly Holiday[] =>
  new Holidays('DE', land, { languages: ['de'], timezone: 'Europe/Berlin' })
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .map(({ date, name }) => ({ date: date.slice(0, 10), name }))
