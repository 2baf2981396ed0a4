import type { DurationsMessages } from './de.ts'

export const messages: DurationsMessages = {
  range: (from, to) => `${from} – ${to}`,
  workdays: (text) => `${text} iş günü`,
}
