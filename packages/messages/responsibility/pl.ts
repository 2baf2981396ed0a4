import { messages as places } from '../places/pl.ts'
import { messages as states } from '../states/pl.ts'
import type { ResponsibilityMessages } from './de.ts'

export const messages: ResponsibilityMessages = {
  ...states,
  places,
  heading: 'Który urząd jest właściwy?',
  service: 'Jakiej sprawy to dotyczy?',
  serviceHelp: 'Na przykład „Personalausweis” lub „Hund anmelden”',
  changeService: 'Zmień sprawę',
  loadingAnswer: 'Szukamy właściwego urzędu…',
  subject: (title) => `Państwa sprawa: ${title}`,
}
