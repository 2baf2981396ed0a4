import { messages as states } from '../states/ru.ts'
import type { GeodataMessages } from './de.ts'

export const messages: GeodataMessages = {
  ...states,
  heading: 'Карта и список',
  map: 'Карта',
  find: 'Поиск среди записей',
  filters: 'Фильтр',
  any: 'все',
  reset: 'Показать всё',
  yes: 'Да',
  no: 'Нет',
  near: 'Сначала ближайшие',
  byName: 'По названию',
  noPosition: 'Ваше место неизвестно. Разрешите доступ к нему в браузере.',
  away: (distance) => `Расстояние: ${distance}`,
  found: (count, all) => (count === all ? `Записи: ${all}` : `Записи: ${count} из ${all}`),
  partial: (count, all) => `Загружено записей: ${count} из ${all}.`,
  none: 'Подходящих записей нет.',
  empty: 'Здесь пока ничего нет.',
  missing: (name) => `Данные «${name}» сейчас недоступны.`,
  pages: 'Страницы списка',
  page: (number, all) => `Страница ${number} из ${all}`,
  previous: 'Назад',
  next: 'Далее',
  unnamed: 'Без названия',
  source: 'Источник',
}
