import { messages as places } from '../places/de.ts'
import { messages as states } from '../states/de.ts'

/** Asking for a service and a place. */
export const messages = {
  ...states,
  places,
  heading: 'Wer ist zuständig?',
  service: 'Worum geht es?',
  serviceHelp: 'Zum Beispiel „Personalausweis“ oder „Hund anmelden“',
  changeService: 'Anliegen ändern',
  loadingAnswer: 'Die zuständige Stelle wird gesucht …',
  subject: (title: string) => `Ihr Anliegen: ${title}`,
}
export type ResponsibilityMessages = typeof messages
