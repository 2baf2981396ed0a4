import { plural } from '../plural.ts'
import { messages as states } from '../states/de-x-leicht.ts'
import type { WayfindingMessages } from './de.ts'

const form = plural('de')

export const messages: WayfindingMessages = {
  ...states,
  heading: 'Was möchten Sie machen?',
  field: 'Schreiben Sie hier',
  help: 'Schreiben Sie zum Beispiel: „Perso verlängern“ oder „Hund anmelden“',
  submit: 'Suchen',
  ways: 'So können Sie suchen',
  way: { search: 'Mit Wörtern', 'life-situations': 'Mit Themen', 'a-z': 'Von A bis Z' },
  topics: 'Oder wählen Sie ein Thema',
  lifeSituations: 'Welches Thema passt zu Ihnen?',
  aToZ: 'Wörter von A bis Z',
  letters: 'Erster Buchstabe',
  letter: (letter, count) => `${letter}, ${form(count, { one: 'ein Wort', other: `${count} Wörter` })}`,
  noKeyword: (letter) => `Es gibt kein Wort mit „${letter}“.`,
  see: 'siehe',
  seeAlso: 'siehe auch',
  services: (count) => form(count, { one: 'ein Angebot', other: `${count} Angebote` }),
  results: (text) => `Das haben wir zu „${text}“ gefunden`,
  found: (count, more) => {
    if (more) return `Die ersten ${count} Angebote`
    return form(count, {
      one: 'Wir haben ein Angebot gefunden',
      other: `Wir haben ${count} Angebote gefunden`,
    })
  },
  none: (text) => `Zu „${text}“ haben wir nichts gefunden.`,
  noneHelp: 'Versuchen Sie ein anderes Wort. Oder suchen Sie so:',
  noneHere: 'Hier gibt es noch kein Angebot.',
  more: 'Mehr zeigen',
  audience: 'Für wen?',
  audiences: { all: 'Für alle', citizen: 'Für Bürger', business: 'Für Firmen' },
  online: 'Geht im Internet',
  onlyGerman: 'Nicht in Leichter Sprache',
  back: 'Zurück',
  start: 'Alle Angebote',
}
