import { plural } from '../plural.ts'
import type { DurationsMessages } from './de.ts'

const form = plural('ar')

export const messages: DurationsMessages = {
  // Intl names a pair of units in the nominative, which no preposition takes.
  range: (from, to) => `من ${from} إلى ${to}`.replace(/ان$/, 'ين'),
  workdays: (text, most) =>
    form(most, {
      one: 'يوم عمل واحد',
      two: text === '2' ? 'يوما عمل' : `${text} أيام عمل`,
      few: `${text} أيام عمل`,
      other: `${text} يوم عمل`,
    }),
}
