import { messages as durations } from '../durations/uk.ts'
import type { ChecklistsMessages } from './de.ts'

export const messages: ChecklistsMessages = {
  ...durations,
  help: 'Позначайте, що вже зроблено.',
  before: 'До того',
  now: 'Зараз',
  after: 'Після того',
  ahead: (time) => `Заздалегідь, щонайменше ${time}`,
  within: (time) => `Строк: ${time}`,
  more: (situation) => `Більше про «${situation}»`,
  services: 'Послуги за Вашим запитом',
  print: 'Друкувати',
  updated: (date) => `Станом на ${date}`,
}
