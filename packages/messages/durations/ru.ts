import { plural } from '../plural.ts'
import type { DurationsMessages } from './de.ts'

const form = plural('ru')

export const messages: DurationsMessages = {
  range: (from, to) => `${from} – ${to}`,
  workdays: (text, most) =>
    `${text} ${form(most, { one: 'рабочий день', few: 'рабочих дня', other: 'рабочих дней' })}`,
}
