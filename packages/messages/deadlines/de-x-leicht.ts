import type { DeadlinesMessages } from './de.ts'

export const messages: DeadlinesMessages = {
  question: 'Ab welchem Tag?',
  help: 'An diesem Tag ist es passiert. Oder an diesem Tag passiert es. Zum Beispiel: Der Tag, an dem Sie umziehen.',
  submit: 'Ausrechnen',
  errors: {
    missing: 'Bitte schreiben Sie Tag, Monat und Jahr.',
    unusable: 'Mit diesem Tag können wir nicht rechnen. Das Jahr muss zwischen 2000 und 2099 sein.',
  },
  none: 'Diesen Tag können wir nicht ausrechnen.',
  ends: (day) => `Sie haben Zeit bis: ${day}`,
  starts: {
    after: (day) =>
      `Wir zählen ab ${day}. Dieser Tag zählt noch nicht mit. Das steht im Gesetz: §\u00a0187\u00a0BGB.`,
    before: (day) => `Wir zählen zurück von ${day}. Der erste und der letzte Tag zählen nicht mit.`,
  },
  rules: {
    days: 'Alle Tage zählen. Auch Samstag, Sonntag und Feier-Tage zählen.',
    'same-weekday': 'Eine Woche endet am gleichen Wochen-Tag. Das steht im Gesetz: §\u00a0188\u00a0BGB.',
    'same-day': 'Ein Monat endet am Tag mit der gleichen Zahl. Das steht im Gesetz: §\u00a0188\u00a0BGB.',
    'last-of-month':
      'Diesen Tag gibt es in dem Monat nicht. Darum gilt der letzte Tag im Monat. Das steht im Gesetz: §\u00a0188\u00a0BGB.',
    werktage: 'Werk-Tage sind Montag bis Samstag. Feier-Tage sind keine Werk-Tage.',
    arbeitstage: 'Arbeits-Tage sind Montag bis Freitag. Feier-Tage sind keine Arbeits-Tage.',
    'moved-on': (days) =>
      `${days}: An diesem Tag ist frei. Darum haben Sie Zeit bis zum nächsten Werk-Tag. Das steht im Gesetz: §\u00a0193\u00a0BGB.`,
    'moved-back': (days) => `${days}: An diesem Tag ist frei. Darum gilt der Werk-Tag davor.`,
  },
  skipped: (days) => `Diese Tage zählen nicht mit: ${days}.`,
  holidays: (land) =>
    `Wir rechnen mit diesen Feier-Tagen: ${land}. Feier-Tage in nur einem Ort zählen nicht mit.`,
  holidaysEverywhere:
    'Wir rechnen mit Feier-Tagen in ganz Deutschland. Wählen Sie oben Ihren Ort. Dann rechnen wir genauer.',
  noAdvice: 'Wir helfen nur beim Rechnen. Sind Sie unsicher? Dann fragen Sie das Amt.',
}
