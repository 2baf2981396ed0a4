import { messages as states } from '../states/de-x-leicht.ts'
import type { GeodataMessages } from './de.ts'

export const messages: GeodataMessages = {
  ...states,
  heading: 'Karte und Liste',
  map: 'Karte',
  find: 'In der Liste suchen',
  filters: 'Auswählen',
  any: 'alle',
  reset: 'Alles zeigen',
  yes: 'Ja',
  no: 'Nein',
  near: 'Das Nächste zuerst',
  byName: 'Nach dem Alphabet ordnen',
  noPosition: 'Wir wissen nicht, wo Sie sind. Bitte erlauben Sie es im Browser.',
  away: (distance) => `${distance} weit weg`,
  found: (count, all) => (count === all ? `Einträge: ${all}` : `Einträge: ${count} von ${all}`),
  partial: (count, all) => `Hier sind ${count} von ${all} Einträgen.`,
  none: 'Dazu gibt es keinen Eintrag.',
  empty: 'Hier steht noch nichts.',
  missing: (name) => `„${name}“ ist gerade nicht da.`,
  pages: 'Seiten der Liste',
  page: (number, all) => `Seite ${number} von ${all}`,
  previous: 'Zurück',
  next: 'Weiter',
  unnamed: 'Ohne Namen',
  source: 'Das kommt von',
}
