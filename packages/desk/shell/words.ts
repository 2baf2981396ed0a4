/** What frame, sign-in and components of the desk say. Clerks of German authorities work in German (ADR 96). */
export const words = {
  desk: 'Arbeitsplatz',
  product: 'Amtsweg',
  skip: 'Zum Inhalt',
  menu: 'Menü',
  navigation: 'Bereiche',
  signOut: 'Abmelden',
  actFor: 'Verwaltung',
  everything: 'Ganze Installation',
  loading: 'Wird geladen …',
  retry: 'Noch einmal versuchen',
  copy: 'Kopieren',
  copied: 'Kopiert.',
  close: 'Schließen',
  cancel: 'Abbrechen',
  undo: 'Rückgängig',
  saveBar: {
    saving: 'Wird gespeichert …',
    later: 'Später veröffentlichen',
    shortcut: 'Strg + S speichert',
  },
  undoFailed: 'Das ließ sich nicht rückgängig machen.',
  submitted:
    'Zur Freigabe eingereicht. Bürgerinnen und Bürger sehen es, sobald jemand anderes zugestimmt hat.',
  listEnd: 'Ende der Liste.',
  optional: 'freiwillig',
  noPage: {
    title: 'Diese Seite gibt es nicht',
    text: 'Die Adresse stimmt nicht, oder die Seite ist umgezogen.',
    way: 'Zur Übersicht',
  },
  notAllowed: {
    title: 'Das dürfen Sie hier nicht',
    text: (authority: string) =>
      `Für „${authority}“ haben Sie dieses Recht nicht. Fragen Sie die Administration Ihrer Verwaltung.`,
  },
  chooseAuthority: {
    title: 'Für welche Verwaltung?',
    text: 'Diese Seite gehört zu einer Verwaltung. Wählen Sie sie oben aus.',
  },
  noAuthority: {
    title: 'Noch keiner Verwaltung zugeordnet',
    text: 'Ihr Konto gehört noch zu keiner Verwaltung. Bitten Sie die Administration, Ihnen eine Rolle zu geben.',
  },
  unsaved: {
    title: 'Ungespeicherte Änderungen',
    text: 'Sie haben etwas geändert und noch nicht gespeichert. Wenn Sie weitergehen, geht es verloren.',
    stay: 'Hierbleiben',
    leave: 'Verwerfen und weiter',
  },
  confirm: {
    title: 'Bitte bestätigen Sie, dass Sie es sind',
    text: 'Für diesen Schritt melden Sie sich noch einmal an. Danach geht es hier weiter.',
  },
  sessionLost: {
    title: 'Bitte melden Sie sich wieder an',
    text: 'Ihre Sitzung ist beendet. Was Sie getippt haben, bleibt stehen: Nach dem Anmelden geht es hier weiter.',
  },
  list: {
    none: 'Nichts gefunden. Versuchen Sie ein anderes Wort oder weniger Buchstaben.',
    count: (count: number, hasMore: boolean) => {
      const told = new Intl.NumberFormat('de-DE').format(count)
      if (hasMore) return `Mehr als ${told} Einträge`
      return count === 1 ? 'Ein Eintrag' : `${told} Einträge`
    },
  },
  sortable: {
    help: 'Ziehen Sie am Griff, nehmen Sie die Pfeile oder drücken Sie Alt und eine Pfeiltaste.',
    up: 'Nach oben',
    down: 'Nach unten',
    moved: (label: string, place: number, count: number) =>
      `${label} steht jetzt an Stelle ${place} von ${count}.`,
  },
  conflict: {
    title: 'Inzwischen hat jemand anderes gespeichert',
    text: (count: number) =>
      count === 1
        ? 'Eine Angabe haben Sie beide geändert. Wählen Sie, welche gelten soll. Bis dahin ist nichts verloren.'
        : `${count} Angaben haben Sie beide geändert. Wählen Sie jeweils, welche gelten soll. Bis dahin ist nichts verloren.`,
    mine: 'Meine Fassung',
    theirs: 'Gespeicherte Fassung',
    incomplete: 'Wählen Sie für jede Angabe eine Fassung.',
    submit: 'Übernehmen und speichern',
  },
  picker: {
    results: (count: number) => (count === 1 ? 'Ein Treffer' : `${count} Treffer`),
    none: (text: string) => `Nichts gefunden für „${text}“.`,
    failed: 'Die Suche geht gerade nicht. Bitte tippen Sie noch einmal.',
    chooseOne: 'Bitte wählen Sie etwas aus der Liste.',
    loading: 'Wird geladen …',
    unknown: 'Das gibt es nicht mehr.',
    change: 'Ändern oder entfernen',
    changeOf: (label: string, name: string) => `${label}: ${name} ändern oder entfernen`,
  },
  offline:
    'Sie sind offline. Lesen geht weiter, Speichern erst wieder mit Verbindung. Was Sie tippen, bleibt stehen.',
  progress: (share: number) => `${Math.floor(share * 100)} %`,
  errors: (count: number) =>
    count === 1 ? 'Eine Angabe stimmt noch nicht' : `${count} Angaben stimmen noch nicht`,
  refusedCharacter: 'Darin steht ein Zeichen, das sich nicht speichern lässt. Tippen Sie die Stelle neu.',
  refusedLength: 'Das ist zu lang. Kürzen Sie es.',
  refusedField: 'Das nimmt der Server so nicht an. Prüfen Sie die Schreibweise.',
  retryAfter: (seconds: number) =>
    seconds < 90
      ? `Bitte warten Sie ${seconds} Sekunden.`
      : `Bitte warten Sie ${Math.ceil(seconds / 60)} Minuten.`,
  requestId: (id: string) => `Kennung für Rückfragen: ${id}`,
  groups: {
    today: 'Heute',
    content: 'Inhalte',
    upkeep: 'Pflege',
    payment: 'Zahlungen',
    registry: 'Meldewesen',
    forms: 'Formulare',
    geodata: 'Geodaten',
    statistics: 'Statistik',
    administration: 'Verwaltung',
  },
  pages: {
    overview: 'Übersicht',
    changes: 'Änderungen',
    change: 'Entwurf',
    lifeSituations: 'Lebenslagen',
    keywords: 'Stichwörter',
    signIn: 'Anmelden',
    imports: 'Importe',
    import: 'Import',
    links: 'Links',
    searches: 'Suchbegriffe',
    welcome: 'Willkommen',
    account: 'Konto',
    authorities: 'Verwaltungen',
    newAuthority: 'Verwaltung anlegen',
    authority: 'Einstellungen',
    clerks: 'Beschäftigte',
    clerk: 'Beschäftigte',
    tokens: 'Zugangsschlüssel',
    origins: 'Websites',
    audit: 'Protokoll',
    services: 'Leistungen',
    service: 'Leistung',
    units: 'Stellen',
    unit: 'Stelle',
    people: 'Personen',
    person: 'Person',
    responsibilities: 'Zuständigkeiten',
    subscriptions: 'Abonnements',
    collections: 'Sammlungen',
    collection: 'Sammlung',
    harvests: 'Kopien von anderen',
  },
}
