import { pageLanguages } from './words.ts'

/**
 * Languages a text exists in besides those of the page around it: what the authority offers first and in its order, then the others
 * by name.
 */
export function furtherLanguages(
  spoken: readonly string[],
  offered: readonly string[] = [],
): readonly string[] {
  const further = spoken.filter((one) => !pageLanguages.some((own) => own === one))
  const first = offered.filter((one) => further.includes(one))
  return [...first, ...further.filter((one) => !first.includes(one)).sort()]
}

/** Names that no list of languages has, or has in another spelling than is usual here. */
const names: Readonly<Record<string, string>> = { 'de-x-leicht': 'Leichte Sprache', nds: 'Plattdütsch' }

/** What a language calls itself; its tag where nobody knows, as foreign data may name languages that do not exist. */
export function nameOfLanguage(lang: string): string {
  try {
    return (
      names[lang] ?? new Intl.DisplayNames([lang], { type: 'language', fallback: 'code' }).of(lang) ?? lang
    )
  } catch {
    return lang
  }
}
