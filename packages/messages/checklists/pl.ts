import { messages as durations } from '../durations/pl.ts'
import type { ChecklistsMessages } from './de.ts'

export const messages: ChecklistsMessages = {
  ...durations,
  help: 'Proszę zaznaczać, co już załatwione.',
  before: 'Przedtem',
  now: 'Teraz',
  after: 'Potem',
  ahead: (time) => `Co najmniej ${time} wcześniej`,
  within: (time) => `Termin: ${time}`,
  more: (situation) => `Więcej: „${situation}”`,
  services: 'Usługi pasujące do wyszukiwania',
  print: 'Drukuj',
  updated: (date) => `Stan na ${date}`,
}
