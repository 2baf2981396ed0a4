import { plural } from '../plural.ts'
import type { StateMessages } from './de.ts'

const form = plural('ru')
const problems: StateMessages['problems'] = {
  'invalid-query': 'Запрос непонятен. Проверьте написание.',
  'not-found': 'Такой записи нет или она удалена.',
  'area-unknown': 'Такое место не найдено. Проверьте написание.',
  'place-unknown': 'Такое место не найдено. Проверьте написание.',
  'service-unknown': 'Такой услуги нет или она удалена.',
  OfflineError: 'Нет подключения к интернету. Повторите попытку, когда оно появится.',
  NetworkError: 'Сервис не отвечает. Повторите попытку.',
  TimeoutError: 'Сервис не отвечает. Повторите попытку.',
  timeout: 'Сервис не отвечает. Повторите попытку.',
  unavailable: 'Сервис перегружен. Повторите попытку чуть позже.',
  'internal-error': 'Произошла ошибка на нашей стороне.',
}

export const messages: StateMessages = {
  loading: 'Загрузка…',
  retry: 'Повторить попытку',
  retryAfter: (seconds) => `Подождите ${seconds} сек.`,
  stale: (time) => `Данные от ${time}. Обновить их сейчас не удалось.`,
  problems,
  search: {
    results: (count) => `${count} ${form(count, { one: 'вариант', few: 'варианта', other: 'вариантов' })}`,
    none: (text) => `По запросу «${text}» вариантов нет. Проверьте написание.`,
    failed: 'Варианты сейчас недоступны. Введите текст ещё раз.',
    chooseOne: 'Выберите вариант из списка.',
  },
}
