import { plural } from '../plural.ts'
import { messages as states } from '../states/ru.ts'
import type { WayfindingMessages } from './de.ts'

const form = plural('ru')

export const messages: WayfindingMessages = {
  ...states,
  heading: 'Какой вопрос вы хотите решить?',
  field: 'Ваш вопрос',
  help: 'Пишите по-немецки, например «Hund anmelden» (зарегистрировать собаку)',
  submit: 'Найти',
  ways: 'Способы поиска',
  way: { search: 'Поиск', 'life-situations': 'Жизненные ситуации', 'a-z': 'A–Z' },
  topics: 'Или выберите тему',
  lifeSituations: 'Какая у вас ситуация?',
  aToZ: 'Ключевые слова от A до Z',
  letters: 'Первая буква',
  letter: (letter, count) =>
    `${letter}, ${count} ${form(count, { one: 'слово', few: 'слова', other: 'слов' })}`,
  noKeyword: (letter) => `Слов на «${letter}» нет.`,
  see: 'см.',
  seeAlso: 'см. также',
  services: (count) => `${count} ${form(count, { one: 'услуга', few: 'услуги', other: 'услуг' })}`,
  results: (text) => `Результаты по запросу «${text}»`,
  found: (count, more) => (more ? `Показано услуг: ${count}` : `Найдено услуг: ${count}`),
  none: (text) => `По запросу «${text}» ничего не найдено.`,
  noneHelp: 'Попробуйте другое слово или один из этих способов:',
  noneHere: 'Здесь пока нет описаний услуг.',
  more: 'Показать ещё',
  audience: 'Для кого?',
  audiences: { all: 'Все', citizen: 'Частные лица', business: 'Компании' },
  online: 'Доступно онлайн',
  onlyGerman: 'На немецком',
  back: 'Назад',
  start: 'Все услуги',
}
