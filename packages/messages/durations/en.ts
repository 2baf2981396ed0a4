import type { DurationsMessages } from './de.ts'

export const messages: DurationsMessages = {
  range: (from, to) => `${from} to ${to}`,
  workdays: (text, most) => (most === 1 ? '1 working day' : `${text} working days`),
}
