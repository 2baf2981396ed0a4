import { plural } from '../plural.ts'
import type { StateMessages } from './de.ts'

const form = plural('de')
const again = 'Bitte versuchen Sie es noch einmal.'
const place = 'Diesen Ort kennen wir nicht. Bitte prüfen Sie: Ist der Name richtig geschrieben?'
const silent = `Der Dienst antwortet nicht. ${again}`
const problems: StateMessages['problems'] = {
  'invalid-query': 'Das verstehen wir nicht. Bitte prüfen Sie: Ist alles richtig geschrieben?',
  'not-found': 'Das gibt es nicht. Oder das gibt es nicht mehr.',
  'area-unknown': place,
  'place-unknown': place,
  'service-unknown': 'Dieses Angebot gibt es nicht. Oder das gibt es nicht mehr.',
  OfflineError: 'Sie haben gerade kein Internet. Bitte versuchen Sie es später noch einmal.',
  NetworkError: silent,
  TimeoutError: silent,
  timeout: silent,
  unavailable: 'Gerade fragen sehr viele Menschen. Bitte versuchen Sie es gleich noch einmal.',
  'internal-error': 'Das hat nicht geklappt. Wir haben einen Fehler gemacht.',
}

export const messages: StateMessages = {
  loading: 'Bitte warten Sie …',
  retry: 'Noch einmal versuchen',
  retryAfter: (seconds) =>
    `Bitte warten Sie ${form(seconds, { one: 'eine Sekunde', other: `${seconds} Sekunden` })}.`,
  stale: (time) => `Diese Infos sind von: ${time}. Neuere Infos haben wir gerade nicht.`,
  problems,
  search: {
    results: (count) => form(count, { one: 'Ein Vorschlag', other: `${count} Vorschläge` }),
    none: (text) =>
      `Für „${text}“ haben wir keinen Vorschlag. Bitte prüfen Sie: Ist das Wort richtig geschrieben?`,
    failed: 'Es gibt gerade keine Vorschläge. Bitte schreiben Sie noch einmal.',
    chooseOne: 'Bitte wählen Sie einen Vorschlag.',
  },
}
