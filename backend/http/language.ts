import { languages } from '@amtsweg/messages/languages.ts'
import { remembered, weighted } from './weighted.ts'

/** Languages that enough texts exist in to choose one by a browser's wish; `lang` asks for others. */
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

/** The language to answer in: `lang`, else what the browser prefers, else German. A tag of ours, else a primary tag, in lower case. */
export function pickLanguage(lang: string | undefined, acceptLanguage: string | undefined): string {
  const tag = lang?.trim().slice(0, 35).toLowerCase() ?? ''
  if (languages.some((one) => one === tag)) return tag
  const wanted = primary(tag)
  if (/^[a-z]{2,3}$/.test(wanted)) return wanted
  return acceptLanguage ? preferredLanguage(acceptLanguage) : fallback
}
