import { messages as durations } from '../durations/ru.ts'
import type { ChecklistsMessages } from './de.ts'

export const messages: ChecklistsMessages = {
  ...durations,
  help: 'Отмечайте, что уже сделано.',
  before: 'Заранее',
  now: 'Сейчас',
  after: 'После',
  ahead: (time) => `Заранее, минимум ${time}`,
  within: (time) => `Срок: ${time}`,
  more: (situation) => `Подробнее: «${situation}»`,
  services: 'Услуги по вашему запросу',
  print: 'Распечатать',
  updated: (date) => `По состоянию на ${date}`,
}
