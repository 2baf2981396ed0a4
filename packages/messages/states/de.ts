import type { ProblemCode } from '@amtsweg/contract'

/** By the API's problem code, or by the name of the client's error. */
const problems: Partial<Record<ProblemCode | 'OfflineError' | 'NetworkError' | 'TimeoutError', string>> & {
  'internal-error': string
} = {
  'invalid-query': 'Diese Angabe verstehen wir nicht. Bitte prüfen Sie die Schreibweise.',
  'not-found': 'Diesen Eintrag gibt es nicht oder nicht mehr.',
  'area-unknown': 'Diesen Ort kennen wir nicht. Bitte prüfen Sie die Schreibweise.',
  'place-unknown': 'Diesen Ort kennen wir nicht. Bitte prüfen Sie die Schreibweise.',
  'service-unknown': 'Diese Leistung gibt es nicht oder nicht mehr.',
  OfflineError: 'Sie sind offline. Sobald die Verbindung wieder steht, können Sie es noch einmal versuchen.',
  NetworkError: 'Der Dienst antwortet nicht. Bitte versuchen Sie es noch einmal.',
  TimeoutError: 'Der Dienst antwortet nicht. Bitte versuchen Sie es noch einmal.',
  timeout: 'Der Dienst antwortet nicht. Bitte versuchen Sie es noch einmal.',
  unavailable: 'Der Dienst ist gerade ausgelastet. Bitte versuchen Sie es gleich noch einmal.',
  'internal-error': 'Das hat nicht geklappt. Der Fehler liegt bei uns.',
}

/** What every widget says while it waits, when it fails, and about data from elsewhere. */
export const messages = {
  loading: 'Wird geladen …',
  retry: 'Noch einmal versuchen',
  retryAfter: (seconds: number): string =>
    seconds === 1 ? 'Bitte warten Sie eine Sekunde.' : `Bitte warten Sie ${seconds} Sekunden.`,
  stale: (time: string) => `Angaben von ${time}. Neuere konnten wir gerade nicht laden.`,
  problems,
  search: {
    results: (count: number) => (count === 1 ? 'Ein Vorschlag' : `${count} Vorschläge`),
    none: (text: string) => `Kein Vorschlag für „${text}“. Bitte prüfen Sie die Schreibweise.`,
    failed: 'Die Vorschläge sind gerade nicht verfügbar. Bitte tippen Sie noch einmal.',
    chooseOne: 'Bitte wählen Sie einen Vorschlag.',
  },
}
export type StateMessages = typeof messages
