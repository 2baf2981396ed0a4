/** Who answers for a service in a place, and the question that may come first. */
export const messages = {
  question: {
    gemeinde: 'In welcher Gemeinde?',
    ort: 'In welchem Ort?',
    street: 'In welcher Straße?',
  },
  questionReason: 'Je nach Ort ist eine andere Stelle zuständig. Mit Ihrer Antwort finden wir die richtige.',
  including: (names: string, more: boolean): string => (more ? `mit ${names} und weiteren` : `mit ${names}`),
  village: (name: string) => `Ortsteil ${name}`,
  choiceHelp: 'Sie können auch nach einem Ortsteil suchen.',
  answerQuestion: 'Weiter',
  answerMissing: 'Bitte wählen Sie eine Antwort aus.',
  back: 'Zurück zur Frage',
  resolved: (service: string, area: string | undefined): string =>
    area ? `Zuständig für „${service}“ in ${area}` : `Zuständig für „${service}“`,
  found: (names: string) => `Gefunden: ${names}`,
  others: 'Wer noch beteiligt ist',
  role: {
    responsible: 'Entscheidet',
    contact: 'Berät und hilft weiter',
    intake: 'Nimmt Ihre Unterlagen an',
    involved: 'Wird beteiligt',
  },
  tier: {
    municipal: 'Amt, Stadt oder Gemeinde',
    county: 'Landkreis',
    state: 'Land',
    federal: 'Bund',
    other: 'Weitere Stelle',
  },
  movedFrom: (former: string, now: string) => `${former} gehört heute zu ${now}.`,
  unrecorded: 'Dafür ist keine Zuständigkeit hinterlegt',
  unrecordedMeaning: (service: string, area: string) =>
    `Wer für „${service}“ in ${area} zuständig ist, steht nicht in unseren Daten. Wir raten nicht.`,
  here: 'diesem Gebiet',
  fallback: 'Fragen Sie am besten hier nach',
  fallbackArea: (area: string) => `Die nächsthöhere Verwaltung ist: ${area}.`,
}
export type AnswersMessages = typeof messages
