import type { AnswersMessages } from './de.ts'

export const messages: AnswersMessages = {
  question: {
    gemeinde: 'В каком муниципалитете (Gemeinde)?',
    ort: 'В каком населённом пункте?',
    street: 'На какой улице?',
  },
  questionReason: 'Ответственное ведомство зависит от места. Ваш ответ поможет найти нужное.',
  including: (names, more) => `включая ${names}${more ? ' и другие' : ''}`,
  village: (name) => `населённый пункт ${name}`,
  choiceHelp: 'Можно искать и по названию деревни.',
  answerQuestion: 'Далее',
  answerMissing: 'Выберите ответ.',
  back: 'Назад к выбору места',
  resolved: (service, area) => `Кто отвечает за услугу «${service}»${area ? ` (${area})` : ''}`,
  found: (names) => `Найдено: ${names}`,
  others: 'Кто ещё участвует',
  role: {
    responsible: 'Принимает решение',
    contact: 'Консультирует и помогает',
    intake: 'Принимает документы',
    involved: 'Участвует в рассмотрении',
  },
  tier: {
    municipal: 'Местное ведомство (Amt, Stadt, Gemeinde)',
    county: 'Район (Landkreis)',
    state: 'Федеральная земля (Land)',
    federal: 'Федерация (Bund)',
    other: 'Другое ведомство',
  },
  movedFrom: (former, now) => `Сейчас ${former} входит в состав ${now}.`,
  unrecorded: 'Ответственное ведомство не указано',
  unrecordedMeaning: (service, area) =>
    `В наших данных не указано, кто отвечает за услугу «${service}» (${area}). Мы не гадаем.`,
  here: 'эта территория',
  fallback: 'Где лучше спросить',
  fallbackArea: (area) => `Вышестоящая администрация: ${area}.`,
}
