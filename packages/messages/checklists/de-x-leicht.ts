import { messages as durations } from '../durations/de-x-leicht.ts'
import type { ChecklistsMessages } from './de.ts'

export const messages: ChecklistsMessages = {
  ...durations,
  help: 'Ist etwas fertig? Dann machen Sie einen Haken.',
  before: 'Vorher',
  now: 'Jetzt',
  after: 'Danach',
  ahead: (time) => `Mindestens ${time} vorher`,
  within: (time) => `So lange haben Sie Zeit: ${time}`,
  more: (situation) => `Mehr zu „${situation}“`,
  services: 'Diese Angebote haben wir gefunden',
  print: 'Drucken',
  updated: (date) => `vom ${date}`,
}
