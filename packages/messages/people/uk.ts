import { plural } from '../plural.ts'
import { messages as states } from '../states/uk.ts'
import type { PeopleMessages } from './de.ts'

const form = plural('uk')

export const messages: PeopleMessages = {
  ...states,
  heading: 'Хто мені допоможе?',
  field: 'Ім’я, установа або тема',
  help: 'Наприклад, «Wohngeld» або «Standesamt»',
  submit: 'Шукати',
  people: (count) =>
    form(count, {
      one: `${count} особа`,
      few: `${count} особи`,
      many: `${count} осіб`,
      other: `${count} особи`,
    }),
  units: (count) =>
    form(count, {
      one: `${count} установа`,
      few: `${count} установи`,
      many: `${count} установ`,
      other: `${count} установи`,
    }),
  none: (text) => `За запитом «${text}» нікого не знайдено.`,
  noneHelp: 'Спробуйте інше слово, наприклад тему.',
  more: 'Є ще результати. Уточніть пошук.',
  room: (room) => `Кабінет ${room}`,
  away: (date) => `Відсутній(-я) до ${date}`,
  substitute: 'Заміна',
  topics: 'Відповідає за',
  viaOffice: 'Зв’яжіться з нами через установу:',
  save: 'Зберегти контакт',
  invented: 'Приклад',
  contact: { phone: 'Телефон', fax: 'Факс', email: 'Ел. пошта' },
}
