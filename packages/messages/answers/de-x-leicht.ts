import type { AnswersMessages } from './de.ts'

export const messages: AnswersMessages = {
  question: {
    gemeinde: 'Um welche Gemeinde geht es?',
    ort: 'Um welchen Ort geht es?',
    street: 'Um welche Straße geht es?',
  },
  questionReason: 'In jedem Ort ist ein anderes Amt richtig. Darum fragen wir Sie.',
  including: (names, more) => (more ? `mit ${names} und mehr Orten` : `mit ${names}`),
  village: (name) => `Orts-Teil ${name}`,
  choiceHelp: 'Sie können auch nach einem Orts-Teil suchen.',
  answerQuestion: 'Weiter',
  answerMissing: 'Bitte wählen Sie eine Antwort.',
  back: 'Zurück zur Frage',
  resolved: (service, area) =>
    area ? `Hier bekommen Sie Hilfe bei „${service}“ in ${area}` : `Hier bekommen Sie Hilfe bei „${service}“`,
  found: (names) => `Wir haben gefunden: ${names}`,
  others: 'Diese Ämter machen auch mit',
  role: {
    responsible: 'Dieses Amt entscheidet',
    contact: 'Dieses Amt gibt Rat und hilft',
    intake: 'Dieses Amt nimmt Ihre Papiere',
    involved: 'Dieses Amt macht auch mit',
  },
  tier: {
    municipal: 'Amt, Stadt oder Gemeinde',
    county: 'Land-Kreis',
    state: 'Bundes-Land',
    federal: 'Deutschland (Bund)',
    other: 'Andere Stelle',
  },
  movedFrom: (former, now) => `${former} gehört heute zu ${now}.`,
  unrecorded: 'Wir kennen das richtige Amt nicht',
  unrecordedMeaning: (service, area) =>
    `Sie möchten: „${service}“ in ${area}. Wir wissen nicht: Welches Amt ist richtig?`,
  here: 'Ihrem Ort',
  fallback: 'Bitte fragen Sie hier',
  fallbackArea: (area) => `Dieses Amt weiß vielleicht mehr: ${area}.`,
}
