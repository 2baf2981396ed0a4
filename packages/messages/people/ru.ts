import { plural } from '../plural.ts'
import { messages as states } from '../states/ru.ts'
import type { PeopleMessages } from './de.ts'

const form = plural('ru')

export const messages: PeopleMessages = {
  ...states,
  heading: 'Кто мне поможет?',
  field: 'Имя, ведомство или тема',
  help: 'Например, «Wohngeld» или «Standesamt»',
  submit: 'Искать',
  people: (count) =>
    form(count, {
      one: `${count} человек`,
      few: `${count} человека`,
      many: `${count} человек`,
      other: `${count} человека`,
    }),
  units: (count) =>
    form(count, {
      one: `${count} ведомство`,
      few: `${count} ведомства`,
      many: `${count} ведомств`,
      other: `${count} ведомства`,
    }),
  none: (text) => `По запросу «${text}» никто не найден.`,
  noneHelp: 'Попробуйте другое слово, например тему.',
  more: 'Есть ещё результаты. Уточните поиск.',
  room: (room) => `Кабинет ${room}`,
  away: (date) => `Отсутствует до ${date}`,
  substitute: 'Замещает',
  topics: 'Отвечает за',
  viaOffice: 'Связаться с нами можно через ведомство:',
  save: 'Сохранить контакт',
  invented: 'Пример',
  contact: { phone: 'Телефон', fax: 'Факс', email: 'Эл. почта' },
}
