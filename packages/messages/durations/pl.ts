import { plural } from '../plural.ts'
import type { DurationsMessages } from './de.ts'

const form = plural('pl')

export const messages: DurationsMessages = {
  range: (from, to) => `${from} – ${to}`,
  workdays: (text, most) =>
    `${text} ${form(most, { one: 'dzień roboczy', few: 'dni robocze', other: 'dni roboczych' })}`,
}
