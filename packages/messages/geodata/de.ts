import { messages as states } from '../states/de.ts'

/** A list of places and its map. The words of the map itself are in `maps`. */
export const messages = {
  ...states,
  problems: {
    ...states.problems,
    TooLarge: 'Diese Datei ist zu groß für die Karte.',
    Unreadable: 'Diese Datei lässt sich nicht lesen.',
  },
  heading: 'Karte und Liste',
  map: 'Karte',
  noMap: 'Die Karte ließ sich nicht laden. Alle Einträge stehen in der Liste.',
  find: 'Einträge durchsuchen',
  filters: 'Filtern',
  any: 'alle',
  reset: 'Alles zeigen',
  yes: 'Ja',
  no: 'Nein',
  near: 'Nächste zuerst',
  byName: 'Nach Namen ordnen',
  noPosition: 'Ihr Standort ist nicht verfügbar. Bitte erlauben Sie ihn im Browser.',
  away: (distance: string) => `${distance} entfernt`,
  found: (count: string, all: string) =>
    count === all ? `Einträge: ${all}` : `Einträge: ${count} von ${all}`,
  partial: (count: string, all: string) => `Geladen sind ${count} von ${all} Einträgen.`,
  none: 'Dazu passt kein Eintrag.',
  empty: 'Hier ist noch nichts eingetragen.',
  missing: (name: string) => `„${name}“ ist gerade nicht verfügbar.`,
  pages: 'Seiten der Liste',
  page: (number: string, all: string) => `Seite ${number} von ${all}`,
  previous: 'Zurück',
  next: 'Weiter',
  unnamed: 'Ohne Namen',
  values: 'Alle Werte als Tabelle',
  noValue: 'Kein Wert',
  source: 'Quelle',
}
export type GeodataMessages = typeof messages
