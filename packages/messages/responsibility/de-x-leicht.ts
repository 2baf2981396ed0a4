import { messages as places } from '../places/de-x-leicht.ts'
import { messages as states } from '../states/de-x-leicht.ts'
import type { ResponsibilityMessages } from './de.ts'

export const messages: ResponsibilityMessages = {
  ...states,
  places,
  heading: 'Welches Amt hilft Ihnen?',
  service: 'Was möchten Sie machen?',
  serviceHelp: 'Schreiben Sie zum Beispiel: „Personalausweis“ oder „Hund anmelden“',
  changeService: 'Etwas anderes wählen',
  loadingAnswer: 'Wir suchen das richtige Amt …',
  subject: (title) => `Sie möchten: ${title}`,
}
