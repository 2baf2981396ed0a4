import type { Audience } from '@amtsweg/contract'
import { betterThan, holdsIn, isValidOn } from './applicable.ts'
import type { Catalogue, CatalogueDocument, CatalogueService } from './catalogue.ts'

/** For whom and where somebody searches. */
export interface Reader {
  /** Region key. */
  readonly area?: string | undefined
  readonly lang: string
  /** ISO date of today. */
  readonly day: string
}

/** What else narrows a list. */
export interface Filters {
  readonly letter?: string | undefined
  readonly audience?: Audience | undefined
  /** Ids of the services in a life situation. */
  readonly services?: ReadonlySet<string> | undefined
}

/** Texts exist in German if in any language. */
const fallbackLanguage = 'de'

/** Languages a reader's words may be found in. */
export const languagesOf = ({ lang }: Reader): readonly string[] =>
  lang === fallbackLanguage ? [lang] : [lang, fallbackLanguage]

/** The description a reader gets where this one matched; undefined when none holds for them. */
export function shownFor(
  catalogue: Catalogue,
  { service }: CatalogueDocument,
  reader: Reader,
): CatalogueDocument | undefined {
  const holds = (each: CatalogueService) => holdsIn(each, reader.area) && isValidOn(each, reader.day)
  let shown: CatalogueService | undefined = holds(service) ? service : undefined
  for (let better = shown; better; better = betterFor(catalogue, better, holds)) shown = better
  return shown && inLanguage(shown, reader.lang)
}

function betterFor(
  { alternatives }: Catalogue,
  service: CatalogueService,
  holds: (each: CatalogueService) => boolean,
): CatalogueService | undefined {
  const candidates = alternatives.get(service.leistungsschluessel ?? '')
  return candidates && betterThan(service, candidates.filter(holds))
}

const inLanguage = ({ documents }: CatalogueService, lang: string): CatalogueDocument | undefined =>
  documents.get(lang) ?? documents.get(fallbackLanguage) ?? documents.values().next().value

export function passes(
  { service, letter }: CatalogueDocument,
  { services, audience, letter: wanted }: Filters,
): boolean {
  if (services && !services.has(service.id)) return false
  if (audience && !service[audience]) return false
  return wanted === undefined || letter === wanted
}
