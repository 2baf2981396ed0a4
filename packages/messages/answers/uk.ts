import type { AnswersMessages } from './de.ts'

export const messages: AnswersMessages = {
  question: {
    gemeinde: 'У якій громаді?',
    ort: 'У якому населеному пункті?',
    street: 'На якій вулиці?',
  },
  questionReason: 'Відповідальна установа залежить від місця. Ваша відповідь допоможе знайти потрібну.',
  including: (names, more) => (more ? `зокрема ${names} та інші` : `зокрема ${names}`),
  village: (name) => `частина населеного пункту: ${name}`,
  choiceHelp: 'Можна шукати й за назвою частини населеного пункту.',
  answerQuestion: 'Далі',
  answerMissing: 'Будь ласка, виберіть відповідь.',
  back: 'Назад до питання',
  resolved: (service, area) => `Хто відповідає: «${service}»${area ? `, ${area}` : ''}`,
  found: (names) => `Знайдено: ${names}`,
  others: 'Хто ще бере участь',
  role: {
    responsible: 'Ухвалює рішення',
    contact: 'Консультує та допомагає',
    intake: 'Приймає Ваші документи',
    involved: 'Бере участь',
  },
  tier: {
    municipal: 'Місто, громада або об’єднання громад (Amt)',
    county: 'Район (Landkreis)',
    state: 'Федеральна земля',
    federal: 'Федерація',
    other: 'Інша установа',
  },
  movedFrom: (former, now) => `${former} тепер належить до: ${now}.`,
  unrecorded: 'Відповідальну установу не вказано',
  unrecordedMeaning: (service, area) =>
    `У наших даних немає відомостей, хто відповідає за «${service}» (${area}). Ми не вгадуємо.`,
  here: 'ця територія',
  fallback: 'Найкраще запитайте тут',
  fallbackArea: (area) => `Наступний вищий рівень управління: ${area}.`,
}
