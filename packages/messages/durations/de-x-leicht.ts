import { plural } from '../plural.ts'
import type { DurationsMessages } from './de.ts'

const form = plural('de')

export const messages: DurationsMessages = {
  range: (from, to) => `${from} bis ${to}`,
  workdays: (text, most) => `${text} ${form(most, { one: 'Werk-Tag', other: 'Werk-Tage' })}`,
}
