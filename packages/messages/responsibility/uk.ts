import { messages as places } from '../places/uk.ts'
import { messages as states } from '../states/uk.ts'
import type { ResponsibilityMessages } from './de.ts'

export const messages: ResponsibilityMessages = {
  ...states,
  places,
  heading: 'Яка установа за це відповідає?',
  service: 'Про що йдеться?',
  serviceHelp: 'Наприклад, «Personalausweis» або «Hund anmelden»',
  changeService: 'Змінити питання',
  loadingAnswer: 'Шукаємо відповідальну установу…',
  subject: (title) => `Ваше питання: ${title}`,
}
