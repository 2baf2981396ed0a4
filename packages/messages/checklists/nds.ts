import { messages as durations } from '../durations/nds.ts'
import type { ChecklistsMessages } from './de.ts'

export const messages: ChecklistsMessages = {
  ...durations,
  help: 'Haken Sei af, wat farig is.',
  before: 'Vörher',
  now: 'Nu',
  after: 'Nahher',
  ahead: (time) => `Minnstens ${time} vörher`,
  within: (time) => `Tied: ${time}`,
  more: (situation) => `Mihr tau „${situation}“`,
  services: 'Deinsten tau dat, wat Sei säuken',
  print: 'Drucken',
  updated: (date) => `Stand ${date}`,
}
