import { messages as durations } from '../durations/en.ts'
import type { ChecklistsMessages } from './de.ts'

export const messages: ChecklistsMessages = {
  ...durations,
  help: 'Tick off what is done.',
  before: 'Before',
  now: 'Now',
  after: 'Afterwards',
  ahead: (time) => `At least ${time} before`,
  within: (time) => `Within ${time}`,
  more: (situation) => `More on “${situation}”`,
  services: 'Services for your search',
  print: 'Print',
  updated: (date) => `As of ${date}`,
}
