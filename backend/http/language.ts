/** Languages our own words exist in; texts may exist in more. */
const fallback = 'de'

/** The language to answer in: `lang`, else the first of Accept-Language, else German. Primary tag, lower case. */
export function pickLanguage(lang: string | undefined, acceptLanguage: string | undefined): string {
  const wanted = lang ?? acceptLanguage?.split(',', 1)[0]?.split(';', 1)[0]
  const primary = wanted?.trim().slice(0, 35).split('-', 1)[0]?.toLowerCase() ?? ''
  return /^[a-z]{2,3}$/.test(primary) ? primary : fallback
}
