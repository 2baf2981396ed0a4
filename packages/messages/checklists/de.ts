import { messages as durations } from '../durations/de.ts'

/** What to do in a life situation, step by step. */
export const messages = {
  ...durations,
  help: 'Haken Sie ab, was erledigt ist.',
  before: 'Vorher',
  now: 'Jetzt',
  after: 'Danach',
  ahead: (time: string) => `Mindestens ${time} vorher`,
  within: (time: string) => `Frist: ${time}`,
  more: (situation: string) => `Mehr zu „${situation}“`,
  services: 'Leistungen zu Ihrer Suche',
  print: 'Drucken',
  updated: (date: string) => `Stand ${date}`,
}
export type ChecklistsMessages = typeof messages
