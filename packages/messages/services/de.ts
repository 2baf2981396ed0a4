import type { TextLayer } from '@amtsweg/contract'

/** The page of a service: what it costs, what to bring, how it goes. */
export const messages = {
  glance: 'Auf einen Blick',
  online: 'Online erledigen',
  onlineAt: (title: string) => `Online: ${title}`,
  onlineNote: 'Beispieladresse, führt zu keinem echten Dienst',
  onlineUnreachable: 'Online-Dienst, der zurzeit nicht erreichbar ist',
  unreachable: (date: string) => `Diese Seite war zuletzt am ${date} nicht erreichbar`,
  cost: 'Kosten',
  duration: 'Dauer',
  deadline: 'Frist',
  office: 'Wohin Sie sich wenden',
  officeFallback:
    'Fragen Sie in Ihrer Stadt-, Amts- oder Gemeindeverwaltung oder unter der Behördennummer 115.',
  documents: 'Das brauchen Sie',
  documentsHelp: 'Zum Abhaken. Wir speichern nichts davon.',
  optional: 'falls zutreffend',
  optionalNote: 'Was mit „falls zutreffend“ gekennzeichnet ist, brauchen nicht alle.',
  ticked: (have: number, all: number) => `${have} von ${all} abgehakt`,
  printList: 'Nur diese Liste drucken',
  appointment: 'Mein Termin: ____________________, ________ Uhr',
  modules: {
    '06': 'Ausführlich erklärt',
    '09': 'Voraussetzungen',
    '11': 'So gehen Sie vor',
    '15': 'Weitere Informationen',
    '16': 'Gut zu wissen',
    '25': 'Wenn Sie nicht einverstanden sind',
  },
  deadlines: 'Fristen',
  forms: 'Formulare',
  legal: 'Rechtsgrundlagen',
  author: 'Fachlich verantwortlich',
  next: 'Was danach geschieht',
  takes: (time: string, note: string | undefined): string =>
    `Die Bearbeitung dauert in der Regel ${time}${note ? ` (${note})` : ''}.`,
  by: {
    who: 'Wer hat das geschrieben?',
    text: 'Text der Seite',
    supplementTo: (title: string) => `Ergänzung zu „${title}“`,
    textFor: (layer: TextLayer, area: string | undefined): string => {
      if (!area) return layer === 'bund' ? 'Text für ganz Deutschland' : 'Text für ein Gebiet'
      return layer === 'gemeinde' ? `Text Ihrer Gemeinde ${area}` : `Text für ${area}`
    },
    holds: (area: string) => `gilt in ${area}`,
    asOf: (date: string) => `Stand ${date}`,
    author: (name: string) => `Geschrieben von ${name}.`,
    undated: 'ohne Datum',
  },
  count: {
    summary: 'Bis zu welchem Tag? Frist ausrechnen',
    question: 'Ab welchem Tag?',
    help: 'Der Tag, an dem es geschehen ist oder geschehen soll, zum Beispiel Ihr Einzug.',
    submit: 'Ausrechnen',
    errors: {
      missing: 'Bitte geben Sie Tag, Monat und Jahr ein.',
      unusable: 'Mit diesem Tag können wir nicht rechnen. Möglich sind die Jahre 2000 bis 2099.',
    },
    none: 'Diese Frist lässt sich nicht ausrechnen.',
    ends: (day: string) => `Bis ${day}`,
    starts: {
      after: (day: string) => `Gezählt ab ${day}. Dieser Tag selbst zählt nicht mit (§\u00a0187\u00a0BGB).`,
      before: (day: string) =>
        `Zurückgezählt von ${day}. Die ganze Frist liegt dazwischen; beide Tage zählen nicht mit.`,
    },
    rules: {
      days: 'Alle Tage zählen, auch Wochenenden und Feiertage.',
      'same-weekday': 'Wochen enden am gleichen Wochentag (§\u00a0188\u00a0BGB).',
      'same-day': 'Monate und Jahre enden am Tag mit der gleichen Zahl (§\u00a0188\u00a0BGB).',
      'last-of-month':
        'Diesen Tag gibt es in dem Monat nicht, also zählt sein letzter (§\u00a0188\u00a0BGB).',
      werktage: 'Werktage sind Montag bis Samstag, ohne Feiertage.',
      arbeitstage: 'Arbeitstage sind Montag bis Freitag, ohne Feiertage.',
      'moved-on': (days: string) =>
        `${days}: An Wochenenden und Feiertagen endet keine Frist, sondern am nächsten Werktag (§\u00a0193\u00a0BGB).`,
      'moved-back': (days: string) =>
        `${days}: An Wochenenden und Feiertagen ist geschlossen, also der Werktag davor.`,
    },
    skipped: (days: string) => `Nicht mitgezählt: ${days}.`,
    holidays: (land: string) => `Feiertage: ${land}, ohne Feiertage einzelner Orte.`,
    holidaysEverywhere:
      'Nur Feiertage aller Länder. Wählen Sie oben Ihren Ort, dann rechnen wir mit denen Ihres Landes.',
    noAdvice: 'Das ist eine Rechenhilfe und keine Rechtsauskunft. Im Zweifel fragen Sie die Stelle.',
  },
  fee: {
    free: 'kostenlos',
    varies: 'je nach Gemeinde',
    from: (amount: string) => `ab ${amount}`,
    upTo: (amount: string) => `bis ${amount}`,
    advance: 'im Voraus zu zahlen',
    others: 'weitere Beträge unten',
    exceptions: 'Ausnahmen und Hinweise',
    depends: 'Welcher Betrag für Sie gilt, richtet sich nach Ihrem Fall. Eine Summe bilden wir nicht.',
  },
  range: (from: string, to: string) => `${from} bis ${to}`,
  /** `text` is the count or from the fewest to the most; `most` chooses the form. */
  workdays: (text: string, most: number): string => (most === 1 ? '1 Werktag' : `${text} Werktage`),
  supplement: (area: string, layer: TextLayer): string =>
    layer === 'gemeinde' ? `Ergänzung Ihrer Gemeinde ${area}` : `Ergänzung für ${area}`,
  withdrawn: (area: string) => `Diese Leistung gibt es hier nicht: ${area}`,
  onlyGerman: 'Diese Angaben gibt es nur auf Deutsch.',
  partlyGerman: 'Einige Abschnitte gibt es nur auf Deutsch.',
  print: 'Drucken',
  checklist: {
    help: 'Haken Sie ab, was erledigt ist.',
    before: 'Vorher',
    now: 'Jetzt',
    after: 'Danach',
    ahead: (time: string) => `Mindestens ${time} vorher`,
    within: (time: string) => `Frist: ${time}`,
    more: (situation: string) => `Mehr zu „${situation}“`,
    services: 'Leistungen zu Ihrer Suche',
  },
  updated: (date: string) => `Stand ${date}`,
  sources: 'Quelle',
  invented: 'Beispieldaten',
  inventedMeaning: 'Diese Angaben sind erfunden und zeigen nur, wie es aussehen wird.',
}
export type ServicesMessages = typeof messages
