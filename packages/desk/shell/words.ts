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
  close: 'Schließen',
  cancel: 'Abbrechen',
  undo: 'Rückgängig',
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
  sessionLost: {
    title: 'Bitte melden Sie sich wieder an',
    text: 'Ihre Sitzung ist beendet. Was Sie getippt haben, bleibt stehen: Nach dem Anmelden geht es hier weiter.',
  },
  errors: (count: number) =>
    count === 1 ? 'Eine Angabe stimmt noch nicht' : `${count} Angaben stimmen noch nicht`,
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
    signIn: 'Anmelden',
    services: 'Leistungen',
    service: 'Leistung',
    units: 'Stellen',
    unit: 'Stelle',
  },
}
