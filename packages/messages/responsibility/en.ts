import { messages as places } from '../places/en.ts'
import { messages as states } from '../states/en.ts'
import type { ResponsibilityMessages } from './de.ts'

export const messages: ResponsibilityMessages = {
  ...states,
  places,
  heading: 'Which office is responsible?',
  service: 'What is it about?',
  serviceHelp: 'For example “identity card” or “register a dog”',
  changeService: 'Change subject',
  loadingAnswer: 'Looking for the responsible office …',
  subject: (title) => `Your subject: ${title}`,
}
