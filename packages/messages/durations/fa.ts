import type { DurationsMessages } from './de.ts'

export const messages: DurationsMessages = {
  range: (from, to) => `${from} تا ${to}`,
  workdays: (text) => `${text} روز کاری`,
}
