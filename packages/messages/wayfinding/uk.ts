import { plural } from '../plural.ts'
import { messages as states } from '../states/uk.ts'
import type { WayfindingMessages } from './de.ts'

const form = plural('uk')
const services = { one: 'послуга', few: 'послуги', other: 'послуг' }

export const messages: WayfindingMessages = {
  ...states,
  heading: 'Що Ви хочете зробити?',
  field: 'Ваше питання',
  help: 'Наприклад, «Personalausweis» або «Hund anmelden». Шукайте німецькою.',
  submit: 'Шукати',
  ways: 'Шляхи до послуги',
  way: { search: 'Пошук', 'life-situations': 'Життєві ситуації', 'a-z': 'A–Z' },
  topics: 'Або виберіть тему',
  lifeSituations: 'Яка у Вас ситуація?',
  aToZ: 'Ключові слова за абеткою',
  letters: 'Перша літера',
  letter: (letter, count) =>
    `${letter}, ${count} ${form(count, { one: 'слово', few: 'слова', other: 'слів' })}`,
  noKeyword: (letter) => `Немає слів на «${letter}».`,
  see: 'див.',
  seeAlso: 'див. також',
  services: (count) => `${count} ${form(count, services)}`,
  results: (text) => `Результати для «${text}»`,
  found: (count, more) => `${more ? 'Перші' : 'Знайдено'}: ${count} ${form(count, services)}`,
  none: (text) => `За запитом «${text}» нічого не знайдено.`,
  noneHelp: 'Спробуйте інше слово або інший шлях:',
  noneHere: 'Тут ще не описано жодної послуги.',
  more: 'Показати більше',
  audience: 'Для кого?',
  audiences: { all: 'Усі', citizen: 'Приватні особи', business: 'Фірми' },
  online: 'Можна онлайн',
  onlyGerman: 'Німецькою',
  back: 'Назад',
  start: 'Усі послуги',
}
