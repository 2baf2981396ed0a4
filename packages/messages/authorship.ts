import type { Provenance } from '@amtsweg/contract'
import type { AuthorsMessages } from './authors/de.ts'
import { day } from './durations.ts'

/** The date that stands for a text: its own, else that of its source. */
export const stand = (
  { updatedAt, asOf }: Provenance,
  lang: string,
  { by }: Pick<AuthorsMessages, 'by'>,
): string => {
  const date = updatedAt ?? asOf
  return date ? by.asOf(day(date, lang)) : by.undated
}

/** "Ergänzung Ihrer Gemeinde Banzkow, Stand 12.11.2026". */
export const supplementTitle = (provenance: Provenance, lang: string, words: AuthorsMessages): string =>
  words.by.dated(
    words.supplement(provenance.areaName ?? '', provenance.layer),
    stand(provenance, lang, words),
  )

/** "Text für Mecklenburg-Vorpommern, Stand …": whose words the reader has before them. */
export const textTitle = (provenance: Provenance, lang: string, words: AuthorsMessages): string =>
  words.by.dated(words.by.textFor(provenance.layer, provenance.areaName), stand(provenance, lang, words))
