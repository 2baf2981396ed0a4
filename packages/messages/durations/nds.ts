import { plural } from '../plural.ts'
import type { DurationsMessages } from './de.ts'

const form = plural('de')

export const messages: DurationsMessages = {
  range: (from, to) => `${from} bet ${to}`,
  workdays: (text, most) => `${text} ${form(most, { one: 'Warkeldag', other: 'Warkeldaag’' })}`,
}
