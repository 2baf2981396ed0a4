/** Languages that all our words exist in, as BCP 47 tags; German is the original. */
export const languages = ['de', 'de-x-leicht', 'nds', 'en', 'pl', 'uk', 'ru', 'ar', 'tr', 'fa'] as const
export type Language = (typeof languages)[number]

/** Every one of `languages`, the longer tag first. A literal, because the list is not worth its bytes in a browser. */
const ours = /^(?:de-x-leicht|de|nds|en|pl|uk|ru|ar|tr|fa)(?![^-])/

/** The language of ours for any tag: the whole tag, else ever shorter ones, else German. */
export const spoken = (tag: string): Language =>
  (ours.exec(tag.toLowerCase())?.[0] as Language | undefined) ?? 'de'

/**
 * What `Intl` takes to write dates, numbers and money for a reader in Germany: everywhere the calendar and the digits of
 * the forms and letters that they get. Browsers have no Plattdeutsch; it writes them as German does.
 */
export const localeOf = (lang: string): string => (lang === 'nds' ? 'de' : `${lang}-u-ca-gregory-nu-latn`)
