import type { AnswersMessages } from './answers/de.ts'
import type { AuthorsMessages } from './authors/de.ts'
import type { ChecklistsMessages } from './checklists/de.ts'
import type { DeadlinesMessages } from './deadlines/de.ts'
import type { DirectoryMessages } from './directory/de.ts'
import type { GeodataMessages } from './geodata/de.ts'
import type { Language } from './languages.ts'
import type { MapsMessages } from './maps/de.ts'
import type { PagesMessages } from './pages/de.ts'
import type { PeopleMessages } from './people/de.ts'
import type { PlacesMessages } from './places/de.ts'
import type { ResponsibilityMessages } from './responsibility/de.ts'
import type { ServicesMessages } from './services/de.ts'
import type { WayfindingMessages } from './wayfinding/de.ts'

/** The words of each domain, which the German original shapes. */
export interface Catalogues {
  readonly answers: AnswersMessages
  readonly authors: AuthorsMessages
  readonly checklists: ChecklistsMessages
  readonly deadlines: DeadlinesMessages
  readonly directory: DirectoryMessages
  readonly geodata: GeodataMessages
  readonly maps: MapsMessages
  readonly pages: PagesMessages
  readonly people: PeopleMessages
  readonly places: PlacesMessages
  readonly responsibility: ResponsibilityMessages
  readonly services: ServicesMessages
  readonly wayfinding: WayfindingMessages
}

/**
 * Loads the words of one domain in one language, and nothing else. The build replaces this module: see
 * docs/decisions/0086-load-one-catalogue-by-its-name.md.
 */
export const loadWords = <Domain extends keyof Catalogues>(
  domain: Domain,
  lang: Language,
): Promise<{ readonly messages: Catalogues[Domain] }> =>
  import(`./${domain}/${lang}.ts`) as Promise<{ readonly messages: Catalogues[Domain] }>
