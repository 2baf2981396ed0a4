import { messages as states } from '../states/de.ts'

/** Finding a service: search, life situations, A to Z. The words of a service's page are in `services`. */
export const messages = {
  ...states,
  heading: 'Was möchten Sie erledigen?',
  field: 'Ihr Anliegen',
  help: 'Zum Beispiel „Perso verlängern“ oder „Hund anmelden“',
  submit: 'Suchen',
  ways: 'Wege zur Leistung',
  way: { search: 'Suche', 'life-situations': 'Lebenslagen', 'a-z': 'A bis Z' },
  topics: 'Oder wählen Sie ein Thema',
  lifeSituations: 'In welcher Lage sind Sie?',
  aToZ: 'Stichwörter von A bis Z',
  letters: 'Anfangsbuchstabe',
  letter: (letter: string, count: number) =>
    `${letter}, ${count === 1 ? 'ein Stichwort' : `${count} Stichwörter`}`,
  noKeyword: (letter: string) => `Mit „${letter}“ beginnt kein Stichwort.`,
  see: 'siehe',
  seeAlso: 'siehe auch',
  services: (count: number) => (count === 1 ? 'eine Leistung' : `${count} Leistungen`),
  results: (text: string) => `Treffer für „${text}“`,
  found: (count: number, more: boolean): string => {
    if (more) return `Die ersten ${count} Leistungen`
    return count === 1 ? 'Eine Leistung gefunden' : `${count} Leistungen gefunden`
  },
  none: (text: string) => `Zu „${text}“ haben wir nichts gefunden.`,
  noneHelp: 'Versuchen Sie ein anderes Wort oder gehen Sie einen dieser Wege:',
  noneHere: 'Hier ist noch keine Leistung beschrieben.',
  more: 'Mehr anzeigen',
  audience: 'Für wen?',
  audiences: { all: 'Alle', citizen: 'Privat', business: 'Unternehmen' },
  online: 'Online möglich',
  onlyGerman: 'Auf Deutsch',
  back: 'Zurück',
  start: 'Alle Leistungen',
}
export type WayfindingMessages = typeof messages
