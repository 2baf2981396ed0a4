import { words } from './words.ts'

const number = new Intl.NumberFormat('de-DE')

/** What the page of copies says. */
export const harvestWords = {
  lead: 'Sammlungen anderer Server, von denen hier eine Kopie liegt. Sie bleibt von selbst auf dem Stand von dort, auch wenn der andere Server einmal ausfällt.',
  list: 'Was kopiert wird',
  none: 'Noch wird nichts kopiert. Tragen Sie unten die Adresse eines anderen Servers ein.',
  states: { waiting: 'In Ordnung', working: 'Wird gerade geholt', failing: 'Gestört', paused: 'Ruht' },
  first: 'Wird zum ersten Mal geholt',
  kinds: { node: 'Amtsweg-Server', 'ogc-features': 'OGC API Features' },
  from: 'Von',
  readers: 'Wer sie liest',
  asThere: 'So viele wie dort',
  atMost: (audience: keyof typeof words.audiences) => `Höchstens: ${words.audiences[audience]}`,
  last: 'Letzter Besuch',
  never: 'noch keiner',
  succeeded: 'Zuletzt geglückt',
  changed: 'Letzte Änderung',
  differing: (put: number, gone: number) =>
    `${number.format(put)} neu oder geändert, ${number.format(gone)} gelöscht`,
  next: 'Nächster Besuch',
  nextSoon: 'gleich',
  nextPaused: 'keiner, solange die Kopie ruht',
  features: 'Objekte',
  reading: (read: number, expected: number | null) =>
    expected === null
      ? `${number.format(read)} Objekte gelesen`
      : `${number.format(read)} von ${number.format(expected)} Objekten gelesen`,
  number: (count: number) => number.format(count),
  run: 'Jetzt holen',
  running: 'Es beginnt in wenigen Sekunden.',
  pause: 'Ruhen lassen',
  paused: 'Die Kopie ruht: Sie bleibt sichtbar und ändert sich nicht mehr.',
  resume: 'Weiter holen',
  resumed: 'Die Kopie wird wieder auf dem Stand gehalten.',
  edit: 'Ändern',
  hide: 'Vom Netz nehmen …',
  hiding: {
    title: 'Kopie vom Netz nehmen?',
    text: (collection: string) =>
      `„${collection}“ verschwindet von Karten und aus dem Abruf, und es wird nichts mehr geholt. Die Daten bleiben aufbewahrt: Unter „Sammlungen“ veröffentlichen Sie sie wieder.`,
    yes: 'Vom Netz nehmen',
    done: 'Die Kopie ist vom Netz genommen und ruht.',
  },
  remove: 'Entfernen …',
  removing: {
    title: 'Nicht mehr kopieren?',
    text: (url: string) => `${url} wird nicht mehr abgefragt. Was geschieht mit der Kopie?`,
    keep: 'Behalten, als eigene Sammlung',
    copy: 'Auch die Kopie löschen',
    done: 'Es wird nicht mehr kopiert.',
  },
  add: 'Eine Kopie anlegen',
  url: 'Adresse des anderen Servers',
  urlHelp:
    'Ein Amtsweg-Server, ein Dienst „OGC API Features“ oder eine Sammlung darin. Die Adresse aus dem Browser genügt.',
  urlWrong: 'Geben Sie eine Adresse ein, die mit https:// beginnt und kein Passwort enthält.',
  token: 'Zugangsschlüssel von dort',
  tokenHelp: 'Nur nötig für Sammlungen, die nicht öffentlich sind. Er wird niemandem gezeigt.',
  newToken: 'Neuer Zugangsschlüssel von dort',
  newTokenHelp: 'Leer lassen, wenn der bisherige gilt.',
  noToken: 'Keinen Zugangsschlüssel mehr verwenden',
  look: 'Nachsehen, was es dort gibt',
  looking: 'Der andere Server wird gefragt …',
  found: (count: number) => (count === 1 ? 'Dort gibt es 1 Sammlung.' : `Dort gibt es ${count} Sammlungen.`),
  choose: 'Was soll kopiert werden?',
  chooseOne: 'Wählen Sie mindestens eine Sammlung aus.',
  offer: (licence: string | null, provider: string | null) =>
    [provider, licence ?? 'Lizenz unbekannt'].filter(Boolean).join(', '),
  id: (title: string) => `Kurzname der Kopie von „${title}“`,
  settings: 'Wie wird kopiert?',
  audience: 'Wer darf die Kopie lesen?',
  audienceHelp: 'Nie mehr Menschen, als sie dort lesen dürfen.',
  licence: 'Lizenz',
  licenceHelp:
    'Der andere Server nennt keine, die hier bekannt ist. Klären Sie dort, welche gilt, bevor Sie kopieren.',
  licenceEditHelp: 'Gilt nur, solange der andere Server keine nennt, die hier bekannt ist.',
  licenceMissing: 'Wählen Sie die Lizenz, die dort gilt.',
  noLicence: 'Wie dort genannt',
  pickLicence: 'Bitte wählen',
  provider: 'Bereitsteller',
  providerHelp: 'Gilt nur, solange der andere Server keinen nennt.',
  often: 'Wie oft wird nachgesehen?',
  minutes: (count: number) => `alle ${number.format(count)} Minuten`,
  intervals: {
    '60': 'jede Stunde',
    '360': 'alle 6 Stunden',
    '1440': 'jeden Tag',
    '10080': 'jede Woche',
  } as Readonly<Record<string, string>>,
  copy: (count: number) => (count > 1 ? `${count} Sammlungen kopieren` : 'Kopieren'),
  added: (count: number) =>
    count === 1
      ? 'Die Kopie ist angelegt. Sie wird in wenigen Sekunden zum ersten Mal geholt.'
      : `${count} Kopien sind angelegt. Sie werden in wenigen Sekunden zum ersten Mal geholt.`,
  save: 'Speichern',
  cancel: 'Abbrechen',
  saved: 'Gespeichert. Es wird gleich noch einmal geholt.',
  savedPaused: 'Gespeichert. Die Kopie ruht weiter.',
  copyOf: (kind: string, when: string | null) =>
    when
      ? `Kopie von einem anderen Server (${kind}), zuletzt geholt am ${when}:`
      : `Kopie von einem anderen Server (${kind}):`,
  copyKept: 'Titel, Lizenz und Bereitsteller kommen von dort und werden beim nächsten Holen wieder so.',
  toCopies: 'Zu den Kopien von anderen',
}
