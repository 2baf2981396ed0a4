const own: Readonly<Record<string, string>> = { 'de-x-leicht': 'Leichte Sprache', nds: 'Plattdeutsch' }
const names = new Intl.DisplayNames('de', { type: 'language' })

/** What a language is called in German. */
export const languageName = (lang: string): string => own[lang] ?? names.of(lang) ?? lang
