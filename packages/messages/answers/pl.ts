import type { AnswersMessages } from './de.ts'

export const messages: AnswersMessages = {
  question: {
    gemeinde: 'W której gminie?',
    ort: 'W której miejscowości?',
    street: 'Na której ulicy?',
  },
  questionReason: 'Właściwy urząd zależy od miejsca. Państwa odpowiedź pozwoli znaleźć odpowiedni.',
  including: (names, more) => (more ? `m.in. ${names}` : `w tym ${names}`),
  village: (name) => `część miejscowości: ${name}`,
  choiceHelp: 'Można też szukać według części miejscowości.',
  answerQuestion: 'Dalej',
  answerMissing: 'Proszę wybrać odpowiedź.',
  back: 'Wróć do pytania',
  resolved: (service, area) => `Właściwy urząd: „${service}”${area ? `, ${area}` : ''}`,
  found: (names) => `Znaleziono: ${names}`,
  others: 'Kto jeszcze bierze udział',
  role: {
    responsible: 'Podejmuje decyzję',
    contact: 'Doradza i pomaga',
    intake: 'Przyjmuje Państwa dokumenty',
    involved: 'Bierze udział',
  },
  tier: {
    municipal: 'Urząd, miasto lub gmina',
    county: 'Powiat (Landkreis)',
    state: 'Kraj związkowy',
    federal: 'Federacja',
    other: 'Inny urząd',
  },
  movedFrom: (former, now) => `${former} – dziś część: ${now}.`,
  unrecorded: 'Nie podano właściwego urzędu',
  unrecordedMeaning: (service, area) =>
    `W naszych danych nie ma informacji, kto odpowiada za „${service}” (${area}). Nie zgadujemy.`,
  here: 'ten obszar',
  fallback: 'Najlepiej zapytać tutaj',
  fallbackArea: (area) => `Następny wyższy szczebel administracji: ${area}.`,
}
