import type { ImportFailure, ImportKind, ImportPhase, ImportState, RecordKind } from '@amtsweg/contract'

const number = new Intl.NumberFormat('de-DE')
const counted = (count: number, one: string, many: string) =>
  count === 1 ? `1 ${one}` : `${number.format(count)} ${many}`

const kinds: Readonly<Record<ImportKind, string>> = {
  units: 'Stellen (CSV oder JSON)',
  services: 'Leistungen (CSV oder JSON)',
  supplements: 'Ergänzungen (JSON)',
  responsibilities: 'Zuständigkeiten (CSV)',
  people: 'Personen (CSV)',
  xzufi: 'XZuFi, vollständiger Bestand',
  'xzufi-changes': 'XZuFi, nur Änderungen',
  geodata: 'Geodaten',
}

const states: Readonly<Record<ImportState, string>> = {
  receiving: 'Wird hochgeladen',
  waiting: 'Wartet',
  checking: 'Wird geprüft',
  checked: 'Geprüft, noch nicht übernommen',
  applying: 'Wird übernommen',
  applied: 'Übernommen',
  failed: 'Nicht lesbar',
  interrupted: 'Unterbrochen',
}

const phases: Readonly<Record<ImportPhase, string>> = {
  unpacking: 'Datei wird bereitgelegt',
  reading: 'Datei wird gelesen',
  rebuilding: 'Suche und Verweise werden erneuert',
  finishing: 'Ergebnis wird zusammengestellt',
}

const failures: Readonly<Record<ImportFailure, string>> = {
  'file-unreadable':
    'Die Datei lässt sich nicht lesen. Prüfen Sie Art und Spalten, und speichern Sie sie neu.',
  'other-area': 'Die Datei ändert etwas außerhalb Ihres Gebiets. Nichts wurde übernommen.',
  'not-foreseen': 'Das hat nicht geklappt; der Fehler liegt beim Server. Versuchen Sie es noch einmal.',
}

const records: Readonly<Record<RecordKind, readonly [one: string, many: string]>> = {
  service: ['Leistung', 'Leistungen'],
  unit: ['Stelle', 'Stellen'],
  supplement: ['Ergänzung', 'Ergänzungen'],
  responsibility: ['Zuständigkeit', 'Zuständigkeiten'],
  person: ['Person', 'Personen'],
  other: ['weiterer Datensatz', 'weitere Datensätze'],
}

/** What the pages of imports say. */
export const words = {
  kinds,
  states,
  phases,
  failures,
  records: (kind: RecordKind, count: number) => counted(count, ...records[kind]),
  record: (kind: RecordKind) => records[kind][0],
  add: 'Neue Datei',
  intro:
    'Zuerst wird die Datei geprüft. Geändert wird erst etwas, wenn Sie das Ergebnis gesehen und bestätigt haben.',
  kind: 'Was steht in der Datei?',
  file: 'Datei auswählen',
  fileHelp: 'CSV, JSON oder XML, auch mit gzip gepackt. Excel-Tabellen speichern Sie zuerst als CSV.',
  peopleHelp:
    'Die erste Zeile nennt die Spalten. Nötig sind Nachname, Funktion und Stelle, dazu Kennung oder E-Mail, damit dieselbe Person wiedererkannt wird; möglich sind Titel, Vorname, Themen (getrennt durch |), Telefon, Fax, Raum und „Einwilligung am“. Stelle ist der Name, wie er hier steht, oder die Kennung.',
  peopleKept:
    'Namen zeigt Amtsweg nur mit Einwilligung. Was am Arbeitsplatz geändert wurde, bleibt, wie es ist. Die Datei wird nach der Übernahme gelöscht, sonst nach 7 Tagen.',
  drop: 'oder hierher ziehen',
  complete: 'Die Datei ist vollständig',
  completeHelp: 'Was Sie früher selbst eingetragen haben und in der Datei fehlt, wird zurückgezogen.',
  completePeopleHelp: 'Wer aus einer früheren Liste stammt und in dieser fehlt, wird zurückgezogen.',
  check: 'Datei prüfen',
  noFile: 'Wählen Sie eine Datei aus.',
  tooMany: 'Bitte nur eine Datei auf einmal.',
  uploading: (name: string) => `„${name}“ wird hochgeladen`,
  history: 'Bisherige Importe',
  none: 'Noch keine Importe.',
  more: 'Mehr anzeigen',
  working: (state: ImportState, phase: ImportPhase | null, read: number | null) => {
    const what = phase === null ? states[state] : phases[phase]
    return read === null ? `${what} …` : `${what} … ${counted(read, 'Datensatz', 'Datensätze')}`
  },
  result: 'Was sich ändern würde',
  resultDone: 'Was sich geändert hat',
  created: 'Neu',
  changed: 'Geändert',
  unchanged: 'Unverändert',
  withdrawn: 'Zurückgezogen',
  rejected: 'Abgewiesen',
  hows: { created: 'neu', changed: 'geändert', withdrawn: 'zurückgezogen' },
  changes: (shown: number, all: number) =>
    shown < all
      ? `Die ersten ${number.format(shown)} von ${number.format(all)} Änderungen`
      : 'Alle Änderungen',
  rejectedTitle: (count: number) => `${counted(count, 'Datensatz', 'Datensätze')} abgewiesen`,
  rejectedHelp:
    'Alle anderen Datensätze werden übernommen. Berichtigen Sie diese in Ihrer Datei, und senden Sie sie noch einmal.',
  line: 'Zeile',
  recordName: 'Datensatz',
  reason: 'Grund',
  detail: 'Technische Angabe',
  download: 'Als Tabelle herunterladen',
  apply: 'Jetzt übernehmen',
  notNamed: 'Wer das ist, wird nach der Übernahme nicht aufbewahrt.',
  nothingToDo: 'Diese Datei ändert nichts: Alles steht schon so da.',
  applied: 'Der Import ist übernommen.',
  stale: 'Inzwischen hat sich etwas geändert. Nichts wurde übernommen; hier ist das neue Ergebnis.',
  suspicions: {
    'many-withdrawn':
      'Sehr viele Datensätze würden zurückgezogen. Das sieht nach einer abgeschnittenen Datei aus.',
    'many-rejected':
      'Sehr viele Datensätze wurden abgewiesen. Das sieht nach der falschen Art oder einer beschädigten Datei aus.',
  },
  accept: 'Ich habe das geprüft und will es so',
  acceptFirst: 'Bestätigen Sie zuerst, dass das so gewollt ist.',
  again: 'Noch einmal prüfen',
  interrupted:
    'Die Arbeit wurde von außen beendet. Nichts wurde halb übernommen. Sie können noch einmal prüfen.',
  remove: 'Datei und Ergebnis löschen',
  removed: 'Datei und Ergebnis sind gelöscht.',
  kept: (until: string) =>
    `Datei und Ergebnis werden bis ${until} aufbewahrt und sind nur für Ihre Verwaltung sichtbar.`,
  keptCounts: (until: string) =>
    `Die Datei ist gelöscht. Die Zahlen und die abgewiesenen Zeilen werden bis ${until} aufbewahrt.`,
}
