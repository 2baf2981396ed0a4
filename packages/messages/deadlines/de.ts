/** Working out the last day of a deadline. */
export const messages = {
  question: 'Ab welchem Tag?',
  help: 'Der Tag, an dem es geschehen ist oder geschehen soll, zum Beispiel Ihr Einzug.',
  submit: 'Ausrechnen',
  errors: {
    missing: 'Bitte geben Sie Tag, Monat und Jahr ein.',
    unusable: 'Mit diesem Tag können wir nicht rechnen. Möglich sind die Jahre 2000 bis 2099.',
  },
  none: 'Diese Frist lässt sich nicht ausrechnen.',
  ends: (day: string) => `Bis ${day}`,
  starts: {
    after: (day: string) => `Gezählt ab ${day}. Dieser Tag selbst zählt nicht mit (§\u00a0187\u00a0BGB).`,
    before: (day: string) =>
      `Zurückgezählt von ${day}. Die ganze Frist liegt dazwischen; beide Tage zählen nicht mit.`,
  },
  rules: {
    days: 'Alle Tage zählen, auch Wochenenden und Feiertage.',
    'same-weekday': 'Wochen enden am gleichen Wochentag (§\u00a0188\u00a0BGB).',
    'same-day': 'Monate und Jahre enden am Tag mit der gleichen Zahl (§\u00a0188\u00a0BGB).',
    'last-of-month': 'Diesen Tag gibt es in dem Monat nicht, also zählt sein letzter (§\u00a0188\u00a0BGB).',
    werktage: 'Werktage sind Montag bis Samstag, ohne Feiertage.',
    arbeitstage: 'Arbeitstage sind Montag bis Freitag, ohne Feiertage.',
    'moved-on': (days: string) =>
      `${days}: An Wochenenden und Feiertagen endet keine Frist, sondern am nächsten Werktag (§\u00a0193\u00a0BGB).`,
    'moved-back': (days: string) =>
      `${days}: An Wochenenden und Feiertagen ist geschlossen, also der Werktag davor.`,
  },
  skipped: (days: string) => `Nicht mitgezählt: ${days}.`,
  holidays: (land: string) => `Feiertage: ${land}, ohne Feiertage einzelner Orte.`,
  holidaysEverywhere:
    'Nur Feiertage aller Länder. Wählen Sie oben Ihren Ort, dann rechnen wir mit denen Ihres Landes.',
  noAdvice: 'Das ist eine Rechenhilfe und keine Rechtsauskunft. Im Zweifel fragen Sie die Stelle.',
}
export type DeadlinesMessages = typeof messages
