import { plural } from '../plural.ts'
import type { StateMessages } from './de.ts'

const form = plural('uk')
const spelling = 'Перевірте написання.'
const place = `Ми не знаємо цього місця. ${spelling}`
const silent = 'Сервіс не відповідає. Спробуйте ще раз.'
const problems: StateMessages['problems'] = {
  'invalid-query': `Ми не розуміємо цього запиту. ${spelling}`,
  'not-found': 'Такого запису немає або вже немає.',
  'area-unknown': place,
  'place-unknown': place,
  'service-unknown': 'Такої послуги немає або вже немає.',
  OfflineError: 'Немає інтернету. Спробуйте ще раз, коли він з’явиться.',
  NetworkError: silent,
  TimeoutError: silent,
  timeout: silent,
  unavailable: 'Сервіс зараз перевантажений. Спробуйте трохи згодом.',
  'internal-error': 'Не вийшло. Помилка на нашому боці.',
}

export const messages: StateMessages = {
  loading: 'Завантаження…',
  retry: 'Спробувати ще раз',
  retryAfter: (seconds) =>
    `Будь ласка, зачекайте ${seconds} ${form(seconds, { one: 'секунду', few: 'секунди', other: 'секунд' })}.`,
  stale: (time) => `Дані станом на ${time}. Новіших зараз немає.`,
  problems,
  search: {
    results: (count) => `${count} ${form(count, { one: 'варіант', few: 'варіанти', other: 'варіантів' })}`,
    none: (text) => `Немає варіантів для «${text}». ${spelling}`,
    failed: 'Варіанти зараз недоступні. Введіть текст ще раз.',
    chooseOne: 'Виберіть один із варіантів.',
  },
}
