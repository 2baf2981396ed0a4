import { messages as states } from '../states/uk.ts'
import type { GeodataMessages } from './de.ts'

export const messages: GeodataMessages = {
  ...states,
  heading: 'Карта і список',
  map: 'Карта',
  find: 'Пошук серед записів',
  filters: 'Фільтр',
  any: 'усі',
  reset: 'Показати все',
  yes: 'Так',
  no: 'Ні',
  near: 'Спочатку найближчі',
  byName: 'За назвою',
  noPosition: 'Ваше місце невідоме. Дозвольте доступ до нього у браузері.',
  away: (distance) => `Відстань: ${distance}`,
  found: (count, all) => (count === all ? `Записи: ${all}` : `Записи: ${count} із ${all}`),
  partial: (count, all) => `Завантажено записів: ${count} із ${all}.`,
  none: 'Немає відповідних записів.',
  empty: 'Тут ще нічого немає.',
  missing: (name) => `Дані «${name}» зараз недоступні.`,
  pages: 'Сторінки списку',
  page: (number, all) => `Сторінка ${number} із ${all}`,
  previous: 'Назад',
  next: 'Далі',
  unnamed: 'Без назви',
  source: 'Джерело',
}
