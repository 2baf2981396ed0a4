import { remembered, weighted } from './weighted.ts'

/** Languages our own words exist in; texts may exist in more, and are asked for by `lang`. */
const spoken = ['de', 'en']
const fallback = 'de'

const primary = (tag: string) => tag.split('-', 1)[0]?.toLowerCase() ?? ''

/** The first language of ours that a browser asks for, else German. */
export const preferredLanguage = remembered(
  (acceptLanguage: string) =>
    weighted(acceptLanguage)
      .map(primary)
      .find((tag) => spoken.includes(tag)) ?? fallback,
)

/** The language to answer in: `lang`, else what the browser prefers, else German. Primary tag, lower case. */
export function pickLanguage(lang: string | undefined, acceptLanguage: string | undefined): string {
  const wanted = primary(lang?.trim().slice(0, 35) ?? '')
  if (/^[a-z]{2,3}$/.test(wanted)) return wanted
  return acceptLanguage ? preferredLanguage(acceptLanguage) : fallback
}
