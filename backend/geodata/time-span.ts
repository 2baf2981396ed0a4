/** Milliseconds since 1970, both ends included; an open end is infinite. */
export type TimeSpan = readonly [begins: number, ends: number]

const day = 86_400_000
const dateForm = /^\d{4}-\d{2}-\d{2}$/
const timeForm = /^(\d{4}-\d{2}-\d{2})[Tt]\d{2}:\d{2}:\d{2}(?:[.]\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/
const durationForm = /^P(?:(\d+)W|(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?)$/

/** A day (in UTC), or a moment by RFC 3339; undefined where the text is neither, or no such day exists. */
export function readInstant(text: string): TimeSpan | undefined {
  const date = dateForm.test(text) ? text : timeForm.exec(text)?.[1]
  if (date === undefined || !exists(date)) return undefined
  const begins = Date.parse(text.toUpperCase())
  if (Number.isNaN(begins)) return undefined
  return [begins, dateForm.test(text) ? begins + day - 1 : begins]
}

/** 30 February is read as 2 March otherwise. */
function exists(date: string): boolean {
  const read = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(read.valueOf()) && read.toISOString().startsWith(date)
}

/** The parameter `datetime` (OGC API Features Part 1, 7.15.4): an instant, or two with a slash between, `..` or nothing for an open end. */
export function readDatetime(text: string): TimeSpan | undefined {
  const [first = '', second, ...more] = text.split('/')
  if (more.length > 0) return undefined
  if (second === undefined) return readInstant(first)
  // The standard's own suite asks with a duration (ISO 8601-1, 5.5.2).
  const length = durationOf(second)
  const start = isOpen(first) ? -Infinity : readInstant(first)?.[0]
  if (start === undefined) return undefined
  const end = length === undefined ? endOf(second) : start + length
  if (end === undefined || Number.isNaN(end) || start > end) return undefined
  return start === -Infinity && length !== undefined ? undefined : [start, end]
}

const isOpen = (end: string): boolean => end === '' || end === '..'

const endOf = (end: string): number | undefined => (isOpen(end) ? Infinity : readInstant(end)?.[1])

function durationOf(text: string): number | undefined {
  const parts = durationForm.exec(text)
  if (!parts || text.length < 3 || text.endsWith('T')) return undefined
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0))
  return (weeks * 7 + days) * day + ((hours * 60 + minutes) * 60 + seconds) * 1000
}

/** Milliseconds as RFC 3339 UTC, without a fraction where it is a whole second. */
export const writeInstant = (time: number): string => new Date(time).toISOString().replace('.000Z', 'Z')
