import { messages as places } from '../places/ru.ts'
import { messages as states } from '../states/ru.ts'
import type { ResponsibilityMessages } from './de.ts'

export const messages: ResponsibilityMessages = {
  ...states,
  places,
  heading: 'Какое ведомство за это отвечает?',
  service: 'Какой у вас вопрос?',
  serviceHelp: 'Пишите по-немецки, например «Personalausweis» (удостоверение личности)',
  changeService: 'Изменить вопрос',
  loadingAnswer: 'Ищем ведомство…',
  subject: (title) => `Ваш вопрос: ${title}`,
}
