import { plural } from '../plural.ts'
import type { DurationsMessages } from './de.ts'

const form = plural('uk')

export const messages: DurationsMessages = {
  range: (from, to) => `${from} – ${to}`,
  workdays: (text, most) =>
    `${text} ${form(most, { one: 'робочий день', few: 'робочі дні', other: 'робочих днів' })}`,
}
