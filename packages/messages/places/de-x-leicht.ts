import { plural } from '../plural.ts'
import type { PlacesMessages } from './de.ts'

const form = plural('de')

export const messages: PlacesMessages = {
  label: 'Ihr Ort oder Ihre Post-Leitzahl',
  help: 'Schreiben Sie zum Beispiel: „19370“ oder „Ludwigslust“. Sie können auch einen Orts-Teil schreiben.',
  useLocation: 'Finden, wo ich gerade bin',
  locating: 'Wir suchen: Wo sind Sie gerade? …',
  locationRefused: 'Wir dürfen nicht sehen, wo Sie sind. Bitte schreiben Sie Ihren Ort.',
  locationFailed: 'Wir können gerade nicht sehen, wo Sie sind. Bitte schreiben Sie Ihren Ort.',
  locationOutside: 'Wir kennen den Ort nicht, wo Sie sind. Bitte schreiben Sie Ihren Ort.',
  former: (name) => `früher ${name}`,
  areas: (count) => form(count, { one: 'eine Gemeinde', other: `${count} Gemeinden` }),
  chosen: (name) => `Ihr Ort: ${name}`,
  change: 'Einen anderen Ort wählen',
}
